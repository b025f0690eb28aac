import { ALERTMANAGER_REFERENCE, type NotificationTypes } from './alertmanager-data';
import { functionRows, PATTERN, REPLACEMENT, TEXT, type TemplateFunction } from './function-info';
import type { ListType, MapType, TemplateParameter } from './types';

const time: TemplateParameter = { name: 'time', type: 'time', doc: 'A time, such as `.StartsAt`.' };
const values: TemplateParameter = { name: 'value', type: 'any', doc: 'Any values.' };
const layout: TemplateParameter = {
  name: 'layout',
  type: 'string',
  doc: 'The form of the date, written as Go writes the example time Mon Jan 2 15:04:05 MST 2006: `2006-01-02 15:04`.',
};
const anyList: ListType = { kind: 'list', name: 'list', of: 'any' };
const anyMap: MapType = { kind: 'map', name: 'dict', of: 'any' };

const define = functionRows(
  '0.27',
  (section: 'strings' | 'others') =>
    `${ALERTMANAGER_REFERENCE}#${section === 'strings' ? 'strings' : 'functions'}`,
);

/**
 * What Alertmanager adds to Go's functions (template/template.go `DefaultFuncs`), with the version that has each
 * first; 0.27 stands for that and all before.
 */
export function alertmanagerFunctions({ strings }: NotificationTypes): TemplateFunction[] {
  return [
    define('strings', 'toUpper', [TEXT], 'string', 'The text in upper case.', '{{ .Status | toUpper }}'),
    define('strings', 'toLower', [TEXT], 'string', 'The text in lower case.', '{{ .Receiver | toLower }}'),
    define(
      'strings',
      'title',
      [TEXT],
      'string',
      'The text with each word capitalised and its other letters in lower case.',
      '{{ .CommonLabels.severity | title }}',
    ),
    define(
      'strings',
      'trimSpace',
      [TEXT],
      'string',
      'The text without white space at its ends.',
      '{{ .CommonAnnotations.description | trimSpace }}',
    ),
    define(
      'strings',
      'join',
      [
        { name: 'separator', type: 'string', doc: 'What stands between two of them.' },
        { name: 'strings', type: strings, doc: 'A list of strings.' },
      ],
      'string',
      'The strings of a list as one.',
      '{{ .GroupLabels.Values | join ", " }}',
    ),
    define(
      'strings',
      'match',
      [PATTERN, TEXT],
      'bool',
      'True if the regular expression matches somewhere in the text.',
      '{{ if match "^prod-" .CommonLabels.cluster }}…{{ end }}',
    ),
    define(
      'strings',
      'reReplaceAll',
      [PATTERN, REPLACEMENT, TEXT],
      'string',
      'The text with each match of the regular expression replaced.',
      '{{ .CommonLabels.instance | reReplaceAll ":.*" "" }}',
    ),
    define(
      'strings',
      'stringSlice',
      [{ name: 'string', type: 'string', doc: 'Strings.' }],
      strings,
      'A list of the strings, for instance of labels to leave out.',
      '{{ (.CommonLabels.Remove (stringSlice "alertname" "severity")).Values | join " " }}',
      { variadic: true },
    ),
    define(
      'strings',
      'safeHtml',
      [TEXT],
      'string',
      'The text, marked as HTML that needs no escaping; matters in HTML fields only, such as an e-mail’s `html`.',
      '{{ .CommonAnnotations.link | safeHtml }}',
    ),
    define(
      'strings',
      'safeUrl',
      [TEXT],
      'string',
      'The text, marked as a URL that may stand in an attribute as it is; matters in HTML fields only.',
      '<a href="{{ .CommonAnnotations.runbook_url | safeUrl }}">Runbook</a>',
      { since: '0.30' },
    ),
    define(
      'strings',
      'urlUnescape',
      [TEXT],
      'string',
      'The text with `%20` and the like, and `+`, decoded.',
      '{{ range .Alerts }}{{ .GeneratorURL | urlUnescape }}{{ end }}',
      { since: '0.30' },
    ),
    define(
      'strings',
      'base64encode',
      [TEXT],
      'string',
      'The text in base64 with the alphabet for URLs.',
      '{{ .CommonLabels.alertname | base64encode }}',
      { since: '0.34' },
    ),
    define(
      'strings',
      'base64decode',
      [TEXT],
      'string',
      'What text in base64 (with the alphabet for URLs) stands for. Fails if it is none.',
      '{{ .CommonAnnotations.payload | base64decode }}',
      { since: '0.34' },
    ),
    define(
      'strings',
      'routeLabels',
      [{ name: 'name', type: 'string', doc: "The name of one of the route's labels." }],
      'string',
      "The value of a label of the route that the alerts took, itself expanded as a template; empty if it isn't set.",
      '{{ routeLabels "team" }}',
      { since: '0.34' },
    ),
    define(
      'others',
      'date',
      [layout, time],
      'string',
      'A time as text.',
      '{{ range .Alerts }}{{ .StartsAt | date "2006-01-02 15:04" }}{{ end }}',
      { since: '0.28' },
    ),
    define(
      'others',
      'tz',
      [{ name: 'zone', type: 'string', doc: 'The name of a time zone, such as `Europe/Paris`.' }, time],
      'time',
      'The same moment in a time zone. Fails if there is no such zone.',
      '{{ range .Alerts }}{{ .StartsAt | tz "Europe/Paris" | date "15:04 MST" }}{{ end }}',
      { since: '0.28' },
    ),
    define('others', 'now', [], 'time', 'The time now.', '{{ now | date "15:04" }}', { since: '0.33' }),
    define(
      'others',
      'since',
      [time],
      'duration',
      'How long ago a time was.',
      '{{ range .Alerts }}{{ since .StartsAt | humanizeDuration }}{{ end }}',
      { since: '0.28' },
    ),
    define(
      'others',
      'humanizeDuration',
      [{ name: 'duration', type: 'number', doc: 'A duration, or seconds as a number or as text.' }],
      'string',
      'A duration as days, hours, minutes and seconds: `1d 1h 1m 1s`; below a second with a prefix: `12ms`.',
      '{{ range .Alerts }}{{ since .StartsAt | humanizeDuration }}{{ end }}',
      { since: '0.28' },
    ),
    define(
      'others',
      'toDate',
      [layout, TEXT],
      'time',
      'The time that a text says, in UTC unless it names a zone; the zero time if it doesn’t fit the layout.',
      '{{ (toDate "2006-01-02" .CommonAnnotations.since).Year }}',
      { since: '0.34' },
    ),
    define(
      'others',
      'mustToDate',
      [layout, TEXT],
      'time',
      'As `toDate`, but fails if the text doesn’t fit the layout.',
      '{{ mustToDate "2006-01-02" .CommonAnnotations.since | date "Jan 2" }}',
      { since: '0.34' },
    ),
    define('others', 'toJson', [values], 'string', 'A value as JSON.', '{{ .CommonLabels | toJson }}', {
      since: '0.30',
    }),
    define(
      'others',
      'list',
      [values],
      anyList,
      'A list of the values.',
      '{{ range list 1 2 3 }}{{ . }}{{ end }}',
      {
        since: '0.32',
        variadic: true,
      },
    ),
    define(
      'others',
      'append',
      [{ name: 'list', type: anyList, doc: 'What `list` or `append` gives.' }, values],
      anyList,
      'A new list with the values behind those of another.',
      '{{ $seen := list "a" }}{{ $seen = append $seen "b" }}{{ len $seen }}',
      { since: '0.32', variadic: true },
    ),
    define(
      'others',
      'dict',
      [{ name: 'keyAndValue', type: 'any', doc: 'A key, which is a string, then its value; then the next.' }],
      anyMap,
      'A map of the keys and values: a way to give several values to a template.',
      '{{ define "row" }}{{ .name }}: {{ .value }}{{ end }}{{ template "row" (dict "name" "Team" "value" .CommonLabels.team) }}',
      { since: '0.32', variadic: true },
    ),
  ];
}
