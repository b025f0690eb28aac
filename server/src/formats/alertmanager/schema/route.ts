import type { DecodedStruct, FieldInfo, FieldType, Report, StructInfo } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { readDuration } from '../../rules/duration';
import { classicLabelName, duration, labelName, labelNameFault, regex } from './checks';
import { checked, docs, flag, list } from './fields';
import { toMatchers } from './to-matchers';
import { matchersCheck } from './checks/matchers';

const matcherItems: FieldType = { kind: 'string', language: 'matchers', check: matchersCheck };

/** The old maps of labels and values, and of labels and regular expressions. */
export function matchFields(prefix: '' | 'source_' | 'target_', what: string): readonly FieldInfo[] {
  const use = `${prefix}matchers`;
  const old = { since: [0, 22], note: `use "${use}"`, use, convert: toMatchers } as const;
  return [
    list(use, matcherItems, `Matchers that ${what} has to fulfil, all of them.`, {
      example: `${use}:\n  - severity="critical"\n  - team=~"db|web"`,
      snippet: `${use}:\n  - \${1:severity}="\${2:critical}"$0`,
      link: docs('label-matchers'),
    }),
    {
      name: `${prefix}match`,
      type: {
        kind: 'map',
        keys: classicLabelName,
        refers: 'label',
        values: { kind: 'string', refers: 'label-value' },
      },
      summary: `Labels with the values that ${what} has to have.`,
      deprecated: old,
    },
    {
      name: `${prefix}match_re`,
      type: {
        kind: 'map',
        keys: classicLabelName,
        values: { kind: 'string', check: regex },
        nullValues: 'refused',
      },
      summary: `Labels with regular expressions that the values of ${what} have to match as a whole.`,
      deprecated: old,
    },
  ];
}

const DUPLICATE: AlertmanagerCode = 'alertmanager/duplicate-group-label';
const ALL: AlertmanagerCode = 'alertmanager/group-by-all';
const ZERO: AlertmanagerCode = 'alertmanager/zero-duration';
const NAME: AlertmanagerCode = 'alertmanager/invalid-label-name';
const REPEAT: AlertmanagerCode = 'alertmanager/repeat-interval';

/** Groups by all labels. */
export const GROUP_BY_ALL = '...';

/** Source: config/config.go, Route. */
export const route: StructInfo = {
  id: 'route',
  title: 'a route',
  link: docs('route'),
  fields: [
    {
      name: 'receiver',
      type: { kind: 'string', refers: 'receiver' },
      summary: 'Name of the receiver that alerts of this route go to.',
      default: 'that of the route above',
    },
    ...matchFields('', 'an alert'),
    list(
      'group_by',
      {
        kind: 'string',
        refers: 'label',
        check: {
          ...labelName,
          fault: (value, context) => (value === GROUP_BY_ALL ? undefined : labelNameFault(value, context)),
        },
      },
      'Labels by whose values alerts are grouped into one notification.',
      {
        default: 'that of the route above; at the root: all alerts are one group',
        details: '`[...]` groups by all labels, so that every alert is a notification of its own.',
        example: 'group_by: [alertname, cluster]',
        snippet: 'group_by: [${1:alertname}]',
      },
    ),
    checked(
      'group_wait',
      duration,
      'How long to wait for more alerts before the first notification of a new group.',
      {
        default: 'that of the route above; at the root `30s`',
        example: 'group_wait: 30s',
      },
    ),
    checked('group_interval', duration, 'How long to wait before a notification about changes in a group.', {
      default: 'that of the route above; at the root `5m`',
      example: 'group_interval: 5m',
    }),
    checked('repeat_interval', duration, 'How long to wait before an unchanged notification is sent again.', {
      default: 'that of the route above; at the root `4h`',
      details: 'Looked at once each `group_interval`, so make it a multiple of that.',
      example: 'repeat_interval: 4h',
    }),
    flag('continue', 'Also try the routes behind this one when it matches.', { default: '`false`' }),
    {
      name: 'routes',
      // A null among them crashes Alertmanager.
      type: { kind: 'list', of: { kind: 'struct', struct: () => route }, nullItems: 'refused' },
      summary: 'Routes below this one; the first that matches is taken.',
      snippet: 'routes:\n  - matchers:\n      - ${1:severity}="${2:critical}"\n    receiver: $0',
    },
    list(
      'mute_time_intervals',
      { kind: 'string', refers: 'time-interval' },
      'Names of time intervals during which this route sends nothing.',
      { details: 'Not inherited by the routes below.' },
    ),
    list(
      'active_time_intervals',
      { kind: 'string', refers: 'time-interval' },
      'Names of time intervals outside of which this route sends nothing.',
      { default: 'always active', details: 'Not inherited by the routes below.' },
    ),
    {
      name: 'labels',
      type: { kind: 'map', keys: labelName, values: { kind: 'string' }, templated: true },
      summary: 'Labels of the route, which the routes below inherit and notification templates can use.',
      since: [0, 34],
      templated: true,
    },
  ],
  rules: [{ kind: 'custom', check: checkRoute }],
};

function checkRoute(struct: DecodedStruct, report: Report): void {
  checkGroupBy(struct, report);
  for (const name of ['group_interval', 'repeat_interval']) {
    const value = struct.fields.get(name)?.value;
    if (durationOf(struct, name) === 0 && typeof value === 'object') {
      report({ code: ZERO, message: `"${name}" must be longer than zero`, at: value });
    }
  }
  const [group, repeat] = [durationOf(struct, 'group_interval'), durationOf(struct, 'repeat_interval')];
  const at = struct.fields.get('repeat_interval')?.value;
  if (group && repeat && repeat < group && typeof at === 'object') {
    const message =
      'a notification is repeated at a "group_interval" at the earliest, so this has no effect below it';
    report({ code: REPEAT, severity: 'warning', message, at });
  }
}

/** Milliseconds of a duration that is known. */
export function durationOf({ fields }: DecodedStruct, name: string): number | undefined {
  const value = fields.get(name)?.value;
  if (typeof value !== 'object' || value.kind !== 'scalar') return undefined;
  const reading = readDuration(value.text);
  return 'milliseconds' in reading ? reading.milliseconds : undefined;
}

function checkGroupBy({ fields }: DecodedStruct, report: Report): void {
  const value = fields.get('group_by')?.value;
  if (typeof value !== 'object' || value.kind !== 'list') return;
  const labels = value.items.flatMap((item) =>
    typeof item === 'object' && item.kind === 'scalar' ? item : [],
  );
  if (value.items.includes('null')) {
    report({ code: NAME, message: 'the name of a label must not be empty', at: value });
  }
  const all = labels.find(({ text: label }) => label === GROUP_BY_ALL);
  const seen = new Set<string>();
  for (const label of labels) {
    if (label.text === GROUP_BY_ALL) continue;
    if (seen.has(label.text)) {
      report({ code: DUPLICATE, message: `the label "${label.text}" is here already`, at: label });
    }
    seen.add(label.text);
  }
  if (all && seen.size > 0) {
    report({ code: ALL, message: '"..." groups by all labels, so no other may stand beside it', at: all });
  }
}
