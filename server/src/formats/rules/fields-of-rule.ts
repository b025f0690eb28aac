import { ALERTING_PAGE, RECORDING_PAGE, type FieldInfo } from './field-info';

export const RULE_FIELDS: readonly FieldInfo[] = [
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
    link: `${ALERTING_PAGE}#defining-alerting-rules`,
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
    link: `${RECORDING_PAGE}#recording-rules`,
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
    link: `${RECORDING_PAGE}#rule`,
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
    link: `${ALERTING_PAGE}#defining-alerting-rules`,
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
    link: `${ALERTING_PAGE}#defining-alerting-rules`,
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
    link: `${ALERTING_PAGE}#defining-alerting-rules`,
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
    link: `${ALERTING_PAGE}#templating`,
  },
];
