import type { KeyRole, ListType, MapType, Member, StructType, TemplateParameter } from './types';

export const ALERTMANAGER_REFERENCE = 'https://prometheus.io/docs/alerting/latest/notifications/';

/** The data of notification templates of one version of Alertmanager (template/template.go `Data`). */
export interface NotificationTypes {
  readonly data: StructType;
  readonly alert: StructType;
  readonly alerts: ListType;
  readonly pair: StructType;
  readonly strings: ListType;
}

/** What `.NotificationReason` can be (notify/notify.go `NotifyReason`). */
export const NOTIFICATION_REASONS: readonly string[] = [
  'first notification',
  'new alerts added',
  'some alerts resolved',
  'all alerts resolved',
  'repeat interval elapsed',
];

const separator: TemplateParameter = {
  name: 'separator',
  type: 'string',
  doc: 'What stands between two of them.',
};

/** A row for a field that came with a later version than 0.27, the oldest that is distinguished. */
type Row = readonly [name: string, type: Member['type'], summary: string, more?: Partial<Member>];

/**
 * The types of a version, of which `has` says whether it is at least the one that a field came with.
 */
export function notificationTypes(has: (since: string) => boolean): NotificationTypes {
  const members = (...rows: readonly Row[]): Map<string, Member> =>
    new Map(
      rows
        .map(([name, type, summary, more]): [string, Member] => [name, { type, summary, ...more }])
        .filter(([, { since }]) => since === undefined || has(since)),
    );
  const method = (...parameters: TemplateParameter[]): Partial<Member> => ({ parameters });
  const strings: ListType = {
    kind: 'list',
    name: 'list of strings',
    of: 'string',
    methods: members(['Join', 'string', 'The strings as one.', { ...method(separator), since: '0.34' }]),
  };
  const pair: StructType = {
    kind: 'struct',
    name: 'pair',
    fields: members(
      ['Name', 'string', "The label's or annotation's name."],
      ['Value', 'string', 'Its value.'],
    ),
  };
  const pairs: ListType = {
    kind: 'list',
    name: 'list of pairs',
    of: pair,
    methods: members(
      ['Names', strings, 'The names, in this order.', method()],
      ['Values', strings, 'The values, in this order.', method()],
      ['String', 'string', 'All as `name=value`, with commas between.', method()],
    ),
  };
  const names: TemplateParameter = { name: 'names', type: strings, doc: 'The names to leave out.' };
  const keyed = (name: string, role: KeyRole): MapType => {
    const map: { -readonly [K in keyof MapType]: MapType[K] } = { kind: 'map', name, of: 'string', role };
    map.methods = members(
      ['SortedPairs', pairs, 'Name and value of each, sorted by name; `alertname` comes first.', method()],
      [
        'Remove',
        map,
        'The same without some names: `.CommonLabels.Remove .GroupLabels.Names`.',
        method(names),
      ],
      ['Names', strings, 'The names, sorted.', method()],
      ['Values', strings, 'The values, sorted by their names.', method()],
      ['String', 'string', 'All as `name=value`, sorted, with commas between.', method()],
    );
    return map;
  };
  const alert: StructType = {
    kind: 'struct',
    name: 'alert',
    fields: members(
      ['Status', 'string', '`firing` or `resolved`.', { values: ['firing', 'resolved'] }],
      ['Labels', keyed('labels', 'labels'), "The alert's labels."],
      ['Annotations', keyed('annotations', 'annotations'), "The alert's annotations."],
      ['StartsAt', 'time', 'When the alert began to fire.'],
      [
        'EndsAt',
        'time',
        'When it was resolved; of a firing alert, when it counts as resolved unless it is sent again.',
      ],
      [
        'GeneratorURL',
        'string',
        'A link to where the alert came from, such as the expression in Prometheus.',
      ],
      ['Fingerprint', 'string', 'A hash of the labels, which identifies the alert.'],
    ),
  };
  const plain: ListType = { kind: 'list', name: 'list of alerts', of: alert };
  const alerts: ListType = {
    ...plain,
    methods: members(
      ['Firing', plain, 'Those that are firing.', method()],
      ['Resolved', plain, 'Those that are resolved.', method()],
    ),
  };
  const data: StructType = {
    kind: 'struct',
    name: 'notification',
    fields: members(
      [
        'Status',
        'string',
        '`firing` if at least one alert is, otherwise `resolved`.',
        { values: ['firing', 'resolved'] },
      ],
      [
        'Alerts',
        alerts,
        'The alerts of the group; `.Alerts.Firing` and `.Alerts.Resolved` are parts of them.',
      ],
      [
        'GroupLabels',
        keyed('group labels', 'group labels'),
        "The labels by which the alerts are grouped: the route's `group_by`.",
      ],
      [
        'CommonLabels',
        keyed('common labels', 'labels'),
        'The labels that all of the alerts have with the same value.',
      ],
      [
        'CommonAnnotations',
        keyed('common annotations', 'annotations'),
        'The annotations that all of the alerts have with the same value.',
      ],
      ['ExternalURL', 'string', "Alertmanager's own address (`--web.external-url`)."],
      ['Receiver', 'string', "The receiver's name, escaped as for a regular expression."],
      [
        'NotificationReason',
        'string',
        'Why this notification is sent: the first of its group, a repetition, new or resolved alerts.',
        { since: '0.32', values: NOTIFICATION_REASONS },
      ],
      [
        'RouteLabels',
        keyed('route labels', 'route labels'),
        'The labels of the route that the alerts took.',
        { since: '0.34' },
      ],
    ),
  };
  return { data, alert, alerts, pair, strings };
}
