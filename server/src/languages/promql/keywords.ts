import type { KeywordInfo } from './function-info';

const QUERYING = 'https://prometheus.io/docs/prometheus/latest/querying/';
const FLAGS = 'https://prometheus.io/docs/prometheus/latest/feature_flags/#';

type Row = Omit<KeywordInfo, 'name' | 'kind' | 'since' | 'link'> & Partial<Pick<KeywordInfo, 'since'>>;

/** Rows of one kind that share a page. */
function rows(
  kind: KeywordInfo['kind'],
  page: string,
  entries: Readonly<Record<string, Row>>,
): KeywordInfo[] {
  return Object.entries(entries).map(([name, entry]) => ({ name, kind, since: '2.0', link: page, ...entry }));
}

const FILTER =
  'Between vectors or a vector and a scalar it keeps the series for which it holds; with `bool` it gives 0 or 1.';
const SETS = 'Series match when all their labels are equal, or those of `on (…)`. Values are not compared.';

const OPERATORS = [
  ...rows('operator', `${QUERYING}operators/#arithmetic-binary-operators`, {
    '+': { summary: 'Addition.', details: 'Adds native histograms too.', example: 'a + b' },
    '-': {
      summary: 'Subtraction, or the sign of one operand.',
      details: 'Subtracts native histograms too.',
      example: 'a - b',
    },
    '*': {
      summary: 'Multiplication.',
      details: 'A native histogram can be multiplied by a number.',
      example: 'rate(a_total[5m]) * 60',
    },
    '/': {
      summary: 'Division.',
      details: 'Dividing by 0 gives `+Inf`, `-Inf` or `NaN`. A native histogram can be divided by a number.',
      example: 'sum(rate(errors_total[5m])) / sum(rate(requests_total[5m]))',
    },
    '%': { summary: 'Remainder of a division, with the sign of the left side.', example: 'time() % 86400' },
    '^': {
      summary: 'Power. Binds stronger than all others, and to the right: `2 ^ 3 ^ 2` is `2 ^ 9`.',
      example: '2 ^ 10',
    },
  }),
  ...rows('operator', `${QUERYING}operators/#trigonometric-binary-operators`, {
    atan2: {
      since: '2.31',
      summary: 'Arc tangent of the quotient of both sides, in radians, in the right quadrant.',
      example: 'y atan2 x',
    },
  }),
  ...rows('operator', `${QUERYING}operators/#comparison-binary-operators`, {
    '==': {
      summary: 'Equal.',
      details: `${FILTER} Native histograms can be compared with it.`,
      example: 'up == 0',
    },
    '!=': {
      summary: 'Not equal.',
      details: `${FILTER} Native histograms can be compared with it.`,
      example: 'kube_node_status_condition != 0',
    },
    '>': { summary: 'Greater than.', details: FILTER, example: 'node_load1 > 10' },
    '<': { summary: 'Less than.', details: FILTER, example: 'node_filesystem_avail_bytes < 1e9' },
    '>=': { summary: 'Greater than or equal.', details: FILTER, example: 'node_load1 >= 10' },
    '<=': { summary: 'Less than or equal.', details: FILTER, example: 'node_load1 <= 10' },
  }),
  ...rows('operator', `${QUERYING}operators/#logicalset-binary-operators`, {
    and: {
      summary: 'Series of the left side that have a match on the right.',
      details: SETS,
      example: 'a > 1 and on (instance) b > 2',
    },
    or: {
      summary: 'All series of the left side, and those of the right without a match on the left.',
      details: SETS,
      example: 'rate(a_total[5m]) or vector(0)',
    },
    unless: {
      summary: 'Series of the left side that have no match on the right.',
      details: SETS,
      example: 'up == 0 unless on (instance) maintenance == 1',
    },
  }),
  ...rows('operator', `${QUERYING}operators/#histogram-trim-operators`, {
    '</': {
      since: '3.11',
      summary: 'Native histograms without the observations above a threshold.',
      details: 'The count within a bucket that the threshold cuts is estimated.',
      example: 'rate(http_request_duration_seconds[5m]) </ 0.5',
    },
    '>/': {
      since: '3.11',
      summary: 'Native histograms without the observations below a threshold.',
      details: 'The count within a bucket that the threshold cuts is estimated.',
      example: 'rate(http_request_duration_seconds[5m]) >/ 0.5',
    },
  }),
  ...rows('operator', `${QUERYING}basics/#instant-vector-selectors`, {
    '=': {
      summary: 'The label has exactly this value; `""` also matches series without the label.',
      example: 'up{job="api"}',
    },
    '=~': {
      summary: 'The whole value of the label matches this regular expression (RE2).',
      example: 'up{job=~"api|web.*"}',
    },
    '!~': {
      summary: 'The value of the label does not match this regular expression (RE2).',
      example: 'up{job!~"test-.*"}',
    },
  }),
];

const MODIFIERS = [
  ...rows('modifier', `${QUERYING}basics/#offset-modifier`, {
    offset: {
      summary: 'Reads the selector as of some time ago; a negative duration looks ahead.',
      details: 'Stands right after the selector or subquery, not after a function.',
      example: 'rate(http_requests_total[5m] offset 1w)',
    },
  }),
  ...rows('modifier', `${QUERYING}basics/#modifier`, {
    '@': {
      since: '2.25',
      summary: 'Reads the selector as of a fixed time: seconds since 1970, `start()` or `end()`.',
      details: 'Stable since 2.33. Stands right after the selector or subquery, before or after `offset`.',
      example: 'http_requests_total @ end()',
    },
  }),
  ...rows('modifier', `${QUERYING}operators/#comparison-binary-operators`, {
    bool: {
      summary: 'Makes a comparison give 0 or 1 instead of filtering.',
      details: 'Required between two scalars. Drops the metric name.',
      example: 'up == bool 1',
    },
  }),
  ...rows('modifier', `${FLAGS}extended-range-selectors`, {
    anchored: {
      since: '3.7',
      feature: 'promql-extended-range-selectors',
      summary: 'Starts the range at the last sample before it, and doesn’t extrapolate.',
      details: 'For `rate`, `increase`, `delta`, `changes` and `resets`; not for subqueries.',
      example: 'increase(http_requests_total[5m] anchored)',
    },
    smoothed: {
      since: '3.7',
      feature: 'promql-extended-range-selectors',
      summary: 'Interpolates the values at the ends of the range from the samples on both sides.',
      details:
        'For `rate`, `increase` and `delta`, and instant selectors. In rules it needs a `query_offset` of the group, because it reads samples after the end.',
      example: 'rate(http_requests_total[5m] smoothed)',
    },
  }),
];

const MATCHING = [
  ...rows('matching', `${QUERYING}operators/#aggregation-operators`, {
    by: {
      summary: 'Groups by these labels; the result has no others.',
      example: 'sum by (job, instance) (x)',
    },
    without: {
      summary: 'Groups by all labels except these; the result keeps all others.',
      example: 'sum without (cpu, mode) (x)',
    },
  }),
  ...rows('matching', `${QUERYING}operators/#vector-matching-keywords`, {
    on: {
      summary: 'Matches series of both sides by these labels alone.',
      example: 'a * on (job, instance) b',
    },
    ignoring: {
      summary: 'Matches series of both sides by all labels except these.',
      example: 'a / ignoring (code) b',
    },
  }),
  ...rows('matching', `${QUERYING}operators/#group-modifiers`, {
    group_left: {
      summary: 'Lets several series of the left side match one of the right.',
      details: 'The labels in its parentheses are copied from the right side to the result.',
      example: 'a * on (instance) group_left (nodename) node_uname_info',
    },
    group_right: {
      summary: 'Lets several series of the right side match one of the left.',
      details: 'The labels in its parentheses are copied from the left side to the result.',
      example: 'node_uname_info * on (instance) group_right (nodename) a',
    },
  }),
  ...rows('matching', `${QUERYING}operators/#filling-in-missing-matches`, {
    fill: {
      since: '3.10',
      feature: 'promql-binop-fill-modifiers',
      summary: 'Stands in for a match that is missing on either side.',
      example: 'a + fill(0) b',
    },
    fill_left: {
      since: '3.10',
      feature: 'promql-binop-fill-modifiers',
      summary: 'Stands in for a match that is missing on the left side.',
      example: 'a + fill_left(0) b',
    },
    fill_right: {
      since: '3.10',
      feature: 'promql-binop-fill-modifiers',
      summary: 'Stands in for a match that is missing on the right side.',
      example: 'a + fill_right(0) b',
    },
  }),
];

/** Duration expressions needed their feature until 3.14. */
const DURATIONS = { feature: 'promql-duration-expr', stableSince: '3.14' };

const PREPROCESSORS = [
  ...rows('preprocessor', `${QUERYING}basics/#modifier`, {
    'start()': {
      since: '2.25',
      summary: 'After `@`: the start of the query; in instant queries and rules the time of evaluation.',
      example: 'x @ start()',
    },
    'end()': {
      since: '2.25',
      summary: 'After `@`: the end of the query; in instant queries and rules the time of evaluation.',
      example: 'x @ end()',
    },
  }),
  ...rows('preprocessor', `${QUERYING}basics/#duration-expressions`, {
    'step()': {
      ...DURATIONS,
      since: '3.6',
      summary: 'Inside a duration: the step of the query; 0 in instant queries and rules.',
      example: 'rate(x_total[step()])',
    },
    'range()': {
      ...DURATIONS,
      since: '3.12',
      summary: 'Inside a duration: the length of the query; 0 in instant queries and rules.',
      example: 'increase(x_total[range()])',
    },
    'max_of()': {
      ...DURATIONS,
      since: '3.13',
      summary: 'Inside a duration: the longer of two.',
      example: 'rate(x_total[max_of(step(), 5m)])',
    },
    'min_of()': {
      ...DURATIONS,
      since: '3.13',
      summary: 'Inside a duration: the shorter of two.',
      example: 'rate(x_total[min_of(range(), 1h)])',
    },
  }),
];

const NUMBERS = rows('number', `${QUERYING}basics/#float-literals-and-time-durations`, {
  inf: { summary: 'Infinity, in any case and with either sign.', example: 'x < +Inf' },
  nan: {
    summary: 'Not a number, in any case. It equals nothing, not even itself.',
    example: 'x == x or vector(NaN)',
  },
});

/**
 * Every operator, modifier and keyword by its text, preprocessors as `start()`. As in `promql/parser/lex.go` of
 * Prometheus 3.14, versions from its change log.
 */
export const KEYWORDS: ReadonlyMap<string, KeywordInfo> = new Map(
  [OPERATORS, MODIFIERS, MATCHING, PREPROCESSORS, NUMBERS].flat().map((info) => [info.name, info]),
);
