import type { Level } from './field-info';

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
