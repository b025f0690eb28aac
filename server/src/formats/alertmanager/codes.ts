import type { CodePage } from '../../text/code-page';
import type { StructCode } from '../structure/context';
import { timeIntervalCodes } from './time-interval-codes';

/** What decoding by tables finds. */
const structural: Record<`alertmanager/${StructCode}`, CodePage> = {
  'alertmanager/unknown-field': {
    title: 'Unknown field',
    explanation:
      'Alertmanager knows a fixed set of fields at each place and refuses a configuration with any other, because a ' +
      'misspelt field would silently do nothing. Often the field exists, but at another level: look at the indentation.',
  },
  'alertmanager/unsupported-field': {
    title: 'Field that the target version doesn’t have',
    explanation:
      'The field came with a newer version of Alertmanager than the target version, or was removed before it. The ' +
      'target version is set by `alertwright.alertmanager.targetVersion`.',
  },
  'alertmanager/wrong-type': {
    title: 'Wrong type',
    explanation:
      'A field has a mapping, a list or a plain value where Alertmanager expects another of these, or something else ' +
      'than the number or boolean that is due. Numbers and booleans stand without quotes.',
  },
  'alertmanager/missing-field': {
    title: 'Required field missing',
    explanation: 'Something that Alertmanager can’t do without is absent or empty.',
  },
  'alertmanager/exclusive-fields': {
    title: 'Fields that exclude each other',
    explanation:
      'Two fields are set of which only one may be: usually a value and the file that holds it, or two ways of ' +
      'authentication. Keep one of them.',
  },
  'alertmanager/null-item': {
    title: 'Null where something is due',
    explanation:
      'A list or a map has an entry without content, often a dash with nothing behind it. Alertmanager refuses it, ' +
      'or crashes when it reads it.',
  },
  'alertmanager/deprecated-field': {
    title: 'Deprecated field',
    explanation:
      'The field still works, but something else has replaced it, and it will be removed some day.',
  },
};

/** What the text of a field has to be. */
const values = {
  'alertmanager/invalid-duration': {
    title: 'Invalid duration',
    explanation:
      'Most durations are numbers with units from the biggest to the smallest: `y`, `w`, `d`, `h`, `m`, `s`, `ms`, each ' +
      'at most once, without spaces, signs or fractions: `30s`, `5m`, `1h30m`. A few fields take durations of Go ' +
      'instead, which may have signs and fractions, but no unit above `h`.',
  },
  'alertmanager/zero-duration': {
    title: 'Duration that must not be zero',
    explanation: '`group_interval` and `repeat_interval` of a route must be longer than zero.',
  },
  'alertmanager/invalid-url': {
    title: 'Invalid URL',
    explanation:
      'The URL can’t be read, or is no absolute `http://` or `https://` URL with a host. Templates are taken only ' +
      'where the field’s documentation says so.',
  },
  'alertmanager/invalid-address': {
    title: 'Invalid address',
    explanation:
      'An address is a host, a colon and a port: `smtp.example.com:587`. IPv6 addresses stand in brackets.',
  },
  'alertmanager/invalid-label-name': {
    title: 'Invalid label name',
    explanation:
      'A label name must not be empty. In classic mode, and in the old `match` and `match_re` fields in any mode, it has ' +
      'letters, digits and `_` only and doesn’t start with a digit.',
  },
  'alertmanager/invalid-regex': {
    title: 'Invalid regular expression',
    explanation:
      'Alertmanager reads regular expressions in RE2 syntax, which has no look-around and no back references.',
  },
  'alertmanager/invalid-value': {
    title: 'Value that isn’t known',
    explanation: 'The field takes one of a few values.',
  },
  'alertmanager/reserved-header': {
    title: 'Header that can’t be set',
    explanation: 'Alertmanager sets this HTTP header itself and refuses a configuration that sets it.',
  },
  'alertmanager/duplicate-header': {
    title: 'Header written twice',
    explanation: 'Two names of headers differ in upper and lower case only, so they are the same header.',
  },
  'alertmanager/invalid-pattern': {
    title: 'Invalid pattern of file names',
    explanation:
      'In a pattern `*` stands for any characters, `?` for one, and `[abc]` for one of these. A `[` needs its `]`, and a ' +
      'backslash a character behind it.',
  },
  'alertmanager/invalid-template': {
    title: 'Invalid template',
    explanation:
      'Most templates are only parsed when a notification is sent. This field’s is parsed when the configuration is ' +
      'loaded, and a fault in it makes Alertmanager refuse the file.',
  },
  'alertmanager/broken-template-file': {
    title: 'Broken file of templates',
    explanation:
      'Alertmanager parses the files that `templates` names when it loads the configuration, and refuses the ' +
      'configuration for a fault in one of them. The fault is shown in the file itself, too.',
  },
} satisfies Record<string, CodePage>;

/** What shows when several fields or the whole file are seen together. */
const relations = {
  'alertmanager/missing-route': {
    title: 'No route',
    explanation:
      'A configuration needs a `route`, the root of the tree by which alerts find their receivers.',
  },
  'alertmanager/root-route': {
    title: 'Root route that doesn’t take every alert',
    explanation:
      'The root route is what every alert enters, so it needs a `receiver` and can’t have matchers, `continue` or time ' +
      'intervals. Put those into a route below it.',
  },
  'alertmanager/undefined-receiver': {
    title: 'Undefined receiver',
    explanation: 'A route names a receiver that isn’t in the list `receivers`.',
  },
  'alertmanager/duplicate-receiver': {
    title: 'Receiver name repeated',
    explanation: 'Two receivers have the same name, so a route couldn’t tell them apart.',
  },
  'alertmanager/undefined-time-interval': {
    title: 'Undefined time interval',
    explanation: 'A route names a time interval that isn’t in the list `time_intervals`.',
  },
  'alertmanager/duplicate-time-interval': {
    title: 'Time interval name repeated',
    explanation:
      'Two time intervals have the same name. `time_intervals` and the older `mute_time_intervals` share their names.',
  },
  'alertmanager/duplicate-group-label': {
    title: 'Label repeated in group_by',
    explanation: 'Each label stands at most once in `group_by`.',
  },
  'alertmanager/group-by-all': {
    title: 'Labels beside "..." in group_by',
    explanation:
      '`...` groups by all labels, so that each alert is a group of its own; no other label may stand beside it.',
  },
  'alertmanager/receiver-label': {
    title: 'Label "name" of a receiver',
    explanation: 'Alertmanager labels each receiver with its name; a label `name` can only repeat it.',
  },
  'alertmanager/missing-global': {
    title: 'Setting missing here and in global',
    explanation:
      'The integration needs a setting that neither it nor `global` has, for instance the address of the mail server.',
  },
  'alertmanager/repeat-interval': {
    title: 'repeat_interval shorter than group_interval',
    explanation:
      'Alertmanager looks at a group once each `group_interval`, so a notification can’t be repeated more often than ' +
      'that. Make `repeat_interval` a multiple of `group_interval`.',
  },
} satisfies Record<string, CodePage>;

/** The findings about Alertmanager configurations, from which the pages in docs/checks are made. */
export const alertmanagerCodes = { ...structural, ...values, ...timeIntervalCodes, ...relations };

export type AlertmanagerCode = keyof typeof alertmanagerCodes;
