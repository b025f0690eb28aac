/**
 * Every field of a rule file, as data: decoding, completion, hover and the generated documentation all read it.
 * Sources: Prometheus' model/rulefmt (names, types), docs/configuration/{recording,alerting}_rules.md (meaning)
 * and CHANGELOG.md (`since`).
 */

export type Level = 'file' | 'group' | 'rule';

export type FieldType =
  | 'groups'
  | 'rules'
  | 'string'
  | 'metric-name'
  | 'promql'
  | 'duration'
  | 'integer'
  | 'labels'
  | 'annotations';

export interface FieldInfo {
  readonly name: string;
  readonly level: Level;
  readonly type: FieldType;
  /** The kind of rule that may have it; both where absent. */
  readonly only?: 'alert' | 'record';
  readonly required?: boolean;
  /** One line of Markdown. */
  readonly summary: string;
  /** Markdown, what else to know. */
  readonly details?: string;
  /** What holds without it, in words. */
  readonly default?: string;
  /** YAML. */
  readonly example: string;
  /** The Prometheus version that has it first, `[major, minor]`. */
  readonly since: readonly [number, number];
  /** What completion inserts, an LSP snippet; lines after the first are indented relative to it, two spaces a step. */
  readonly snippet: string;
  readonly link: string;
}

const docs = 'https://prometheus.io/docs/prometheus/latest/configuration';
const recordingPage = `${docs}/recording_rules/`;
const alertingPage = `${docs}/alerting_rules/`;
const groupLink = `${recordingPage}#rule_group`;

export const fields: readonly FieldInfo[] = [
  {
    name: 'groups',
    level: 'file',
    type: 'groups',
    summary: 'The rule groups of this file.',
    details:
      'Groups are evaluated independently of each other, each at its own interval; ' +
      'the rules inside a group run one after another and see the same evaluation time.',
    example: 'groups:\n  - name: api\n    rules:\n      - alert: ApiDown\n        expr: up{job="api"} == 0',
    since: [2, 0],
    snippet: 'groups:\n  - name: ${1:example}\n    rules:\n      - $0',
    link: recordingPage,
  },
  {
    name: 'name',
    level: 'group',
    type: 'string',
    required: true,
    summary: 'Name of the group, unique in its file.',
    details:
      'Shown on the Rules page and in the metrics about rule evaluation (label `rule_group`). ' +
      'Two files may use the same name.',
    example: 'name: api-latency',
    since: [2, 0],
    snippet: 'name: ${1:example}',
    link: groupLink,
  },
  {
    name: 'interval',
    level: 'group',
    type: 'duration',
    summary: 'How often the rules of this group are evaluated.',
    details:
      'An evaluation that is not finished when the next one is due makes that one be skipped ' +
      '(see `prometheus_rule_group_iterations_missed_total`).',
    default: 'the `evaluation_interval` of the global configuration (1m unless set)',
    example: 'interval: 30s',
    since: [2, 0],
    snippet: 'interval: ${1:1m}',
    link: groupLink,
  },
  {
    name: 'query_offset',
    level: 'group',
    type: 'duration',
    summary: 'Evaluates the rules of this group as of this long ago.',
    details:
      'Gives late samples time to arrive, for instance where metrics come by remote write. ' +
      'Results and alerts appear that much later.',
    default: 'the `rule_query_offset` of the global configuration (0s unless set)',
    example: 'query_offset: 1m',
    since: [2, 53],
    snippet: 'query_offset: ${1:1m}',
    link: `${recordingPage}#rule-query-offset`,
  },
  {
    name: 'limit',
    level: 'group',
    type: 'integer',
    summary: 'The most alerts, or series, that a single rule of this group may produce.',
    details:
      'A rule that exceeds it fails: everything it produced in that evaluation is thrown away, ' +
      'and its pending and firing alerts are dropped too. 0 means no limit.',
    default: '0, no limit',
    example: 'limit: 100',
    since: [2, 31],
    snippet: 'limit: ${1:100}',
    link: `${recordingPage}#limiting-alerts-and-series`,
  },
  {
    name: 'labels',
    level: 'group',
    type: 'labels',
    summary: 'Labels put on what every rule of this group produces.',
    details:
      'A label of the same name on the rule itself wins. Templates are expanded for alerting rules only.',
    example: 'labels:\n  team: payments',
    since: [3, 0],
    snippet: 'labels:\n  ${1:team}: $0',
    link: groupLink,
  },
  {
    name: 'rules',
    level: 'group',
    type: 'rules',
    summary: 'The recording and alerting rules of this group, evaluated in this order.',
    details:
      'A rule may use what a recording rule above it has just recorded: ' +
      'they run in order, all with the same evaluation time.',
    example: 'rules:\n  - record: job:up:sum\n    expr: sum by (job) (up)',
    since: [2, 0],
    snippet: 'rules:\n  - $0',
    link: groupLink,
  },
  {
    name: 'alert',
    level: 'rule',
    type: 'string',
    only: 'alert',
    summary: 'Name of the alert; makes this rule an alerting rule.',
    details:
      'Becomes the label `alertname`. Several rules may share a name, ' +
      'for instance one a severity with its own threshold.',
    example: 'alert: ApiHighLatency',
    since: [2, 0],
    snippet: 'alert: ${1:Name}',
    link: `${alertingPage}#defining-alerting-rules`,
  },
  {
    name: 'record',
    level: 'rule',
    type: 'metric-name',
    only: 'record',
    summary: 'Name of the metric that the result is stored under; makes this rule a recording rule.',
    details:
      'By convention `level:metric:operations`: the labels that are left, the metric, ' +
      'and what was done to it, newest first.',
    example: 'record: job:http_requests:rate5m',
    since: [2, 0],
    snippet: 'record: ${1:level:metric:operation}',
    link: `${recordingPage}#recording-rules`,
  },
  {
    name: 'expr',
    level: 'rule',
    type: 'promql',
    required: true,
    summary: 'The PromQL expression that is evaluated.',
    details:
      'Of an alerting rule every element of the result is an alert; of a recording rule the result is stored. ' +
      'Long expressions read best in a block scalar (`expr: |`).',
    example: 'expr: sum by (job) (rate(http_requests_total{code=~"5.."}[5m])) > 0',
    since: [2, 0],
    snippet: 'expr: $0',
    link: `${recordingPage}#rule`,
  },
  {
    name: 'for',
    level: 'rule',
    type: 'duration',
    only: 'alert',
    summary: 'How long the expression must keep returning an element before its alert fires.',
    details: 'Until then the alert is pending. A single evaluation without the element starts it anew.',
    default: '0s: fires at the first evaluation',
    example: 'for: 10m',
    since: [2, 0],
    snippet: 'for: ${1:5m}',
    link: `${alertingPage}#defining-alerting-rules`,
  },
  {
    name: 'keep_firing_for',
    level: 'rule',
    type: 'duration',
    only: 'alert',
    summary: 'How long the alert keeps firing after its expression stopped returning it.',
    details: 'Prevents flapping and false resolutions when samples are missing for a moment.',
    default: '0s: resolves at the first evaluation without it',
    example: 'keep_firing_for: 5m',
    since: [2, 42],
    snippet: 'keep_firing_for: ${1:5m}',
    link: `${alertingPage}#defining-alerting-rules`,
  },
  {
    name: 'labels',
    level: 'rule',
    type: 'labels',
    summary: 'Labels added to, or replaced in, what this rule produces.',
    details:
      'Values of an alerting rule are templates: `{{ $labels.job }}`, `{{ $value }}`. ' +
      'Labels identify an alert, so a changing value such as `$value` in one makes it a new alert each time; ' +
      'such text belongs into an annotation.',
    example: 'labels:\n  severity: critical',
    since: [2, 0],
    snippet: 'labels:\n  ${1:severity}: $0',
    link: `${alertingPage}#defining-alerting-rules`,
  },
  {
    name: 'annotations',
    level: 'rule',
    type: 'annotations',
    only: 'alert',
    summary: 'Text for those who receive the alert; it plays no part in identifying it.',
    details: 'Values are templates: `{{ $labels.instance }}`, `{{ $value | humanize }}`.',
    example: 'annotations:\n  summary: "{{ $labels.instance }} is down"',
    since: [2, 0],
    snippet: 'annotations:\n  summary: $0',
    link: `${alertingPage}#templating`,
  },
];

const byLevel = {
  file: new Map(fields.filter((f) => f.level === 'file').map((f) => [f.name, f])),
  group: new Map(fields.filter((f) => f.level === 'group').map((f) => [f.name, f])),
  rule: new Map(fields.filter((f) => f.level === 'rule').map((f) => [f.name, f])),
} as const;

/** The fields of one level by name, in the order in which they are usually written. */
export function fieldsOf(level: Level): ReadonlyMap<string, FieldInfo> {
  return byLevel[level];
}

/** A field that another program reads in files of the same shape, and that promtool refuses. */
export interface ForeignField {
  readonly name: string;
  readonly level: Level;
  /** The programs that read it. */
  readonly of: string;
  /** One line: what it does there. */
  readonly summary: string;
}

/** Sources: the rule file documentation of Thanos Rule, mimirtool and cortextool, Loki's ruler, vmalert and Grafana. */
export const foreignFields: readonly ForeignField[] = [
  {
    name: 'namespace',
    level: 'file',
    of: 'Mimir and Cortex',
    summary: 'the namespace that the groups are uploaded to',
  },
  {
    name: 'apiVersion',
    level: 'file',
    of: 'Kubernetes and Grafana',
    summary: 'the version of the object or provisioning file',
  },
  { name: 'kind', level: 'file', of: 'Kubernetes', summary: 'the kind of the object' },
  { name: 'metadata', level: 'file', of: 'Kubernetes', summary: 'name and labels of the object' },
  { name: 'spec', level: 'file', of: 'Kubernetes', summary: 'holds the groups of a PrometheusRule' },
  {
    name: 'partial_response_strategy',
    level: 'group',
    of: 'Thanos',
    summary: 'whether to go on when a store is unreachable: `warn` or `abort`',
  },
  {
    name: 'source_tenants',
    level: 'group',
    of: 'Mimir and Cortex',
    summary: 'the tenants whose series the rules may query',
  },
  { name: 'evaluation_delay', level: 'group', of: 'Mimir', summary: 'the older name of `query_offset`' },
  {
    name: 'align_evaluation_time_on_interval',
    level: 'group',
    of: 'Mimir',
    summary: 'aligns evaluation times to the interval',
  },
  {
    name: 'remote_write',
    level: 'group',
    of: 'mimirtool, cortextool and Loki',
    summary: 'where recorded series are sent',
  },
  { name: 'type', level: 'group', of: 'VictoriaMetrics', summary: 'the query language of the group' },
  {
    name: 'eval_offset',
    level: 'group',
    of: 'VictoriaMetrics',
    summary: 'shifts evaluations inside the interval',
  },
  {
    name: 'eval_delay',
    level: 'group',
    of: 'VictoriaMetrics',
    summary: 'evaluates as of some time ago, as `query_offset` does',
  },
  {
    name: 'eval_alignment',
    level: 'group',
    of: 'VictoriaMetrics',
    summary: 'aligns evaluation times to the interval',
  },
  {
    name: 'concurrency',
    level: 'group',
    of: 'VictoriaMetrics',
    summary: 'how many rules run at the same time',
  },
  { name: 'params', level: 'group', of: 'VictoriaMetrics', summary: 'URL parameters of the queries' },
  { name: 'headers', level: 'group', of: 'VictoriaMetrics', summary: 'HTTP headers of the queries' },
  {
    name: 'notifier_headers',
    level: 'group',
    of: 'VictoriaMetrics',
    summary: 'HTTP headers of the notifications',
  },
  {
    name: 'tenant',
    level: 'group',
    of: 'VictoriaMetrics',
    summary: 'the tenant whose series the rules query',
  },
  { name: 'debug', level: 'group', of: 'VictoriaMetrics', summary: 'logs the evaluations' },
  { name: 'orgId', level: 'group', of: 'Grafana', summary: 'the organisation of a provisioned group' },
  { name: 'folder', level: 'group', of: 'Grafana', summary: 'the folder of a provisioned group' },
  { name: 'type', level: 'rule', of: 'VictoriaMetrics', summary: 'the query language of the rule' },
  { name: 'debug', level: 'rule', of: 'VictoriaMetrics', summary: 'logs the evaluations' },
  {
    name: 'update_entries_limit',
    level: 'rule',
    of: 'VictoriaMetrics',
    summary: 'how many past states are kept',
  },
  { name: 'uid', level: 'rule', of: 'Grafana', summary: 'the identity of a provisioned rule' },
  { name: 'title', level: 'rule', of: 'Grafana', summary: 'the name of a provisioned rule' },
  { name: 'condition', level: 'rule', of: 'Grafana', summary: 'the query that decides' },
  { name: 'data', level: 'rule', of: 'Grafana', summary: 'the queries of a provisioned rule' },
];

/** The foreign field of that name at that level, if it is one. */
export function foreignField(level: Level, name: string): ForeignField | undefined {
  return foreignFields.find((field) => field.level === level && field.name === name);
}
