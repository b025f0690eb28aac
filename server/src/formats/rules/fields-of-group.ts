import { RECORDING_PAGE, type FieldInfo } from './field-info';

const GROUP_LINK = `${RECORDING_PAGE}#rule_group`;

/** The one field of the file itself. */
export const FILE_FIELDS: readonly FieldInfo[] = [
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
    link: RECORDING_PAGE,
  },
];

export const GROUP_FIELDS: readonly FieldInfo[] = [
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
    link: GROUP_LINK,
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
    link: GROUP_LINK,
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
    link: `${RECORDING_PAGE}#rule-query-offset`,
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
    link: `${RECORDING_PAGE}#limiting-alerts-and-series`,
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
    link: GROUP_LINK,
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
    link: GROUP_LINK,
  },
];
