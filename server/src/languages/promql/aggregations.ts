import type { AggregationInfo, ParameterInfo } from './function-info';

const PAGE = 'https://prometheus.io/docs/prometheus/latest/querying/operators/#';

type Shared = 'experimental' | 'since';
type Row = Omit<AggregationInfo, 'name' | 'link' | Shared> &
  Partial<Pick<AggregationInfo, Shared>> & { readonly anchor?: string };

function row(name: string, { anchor = name, ...rest }: Row): AggregationInfo {
  return { name, experimental: false, since: '2.0', link: PAGE + anchor, ...rest };
}

const K: ParameterInfo = { name: 'k', type: 'scalar', doc: 'How many series, in each group.' };

/** The last parameter of every aggregation. */
export const AGGREGATED: ParameterInfo = { name: 'v', type: 'vector', doc: 'Instant vector.' };

const FLOATS_ONLY = 'Histogram samples are skipped.';
const ONE_KIND = 'A group with both float and histogram samples gives no result, with a warning.';

/**
 * Every aggregation operator by name, as in `promql/parser/lex.go` of Prometheus 3.14. Each takes a vector last and
 * a `by` or `without` clause before or after its arguments.
 */
export const AGGREGATIONS: ReadonlyMap<string, AggregationInfo> = new Map(
  [
    row('sum', {
      summary: 'Sum over the series of each group.',
      details: `Take the \`rate\` of counters first. ${ONE_KIND}`,
      example: 'sum by (job) (rate(http_requests_total[5m]))',
    }),
    row('avg', {
      summary: 'Average over the series of each group.',
      details: ONE_KIND,
      example: 'avg without (cpu) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
    }),
    row('min', {
      summary: 'Lowest value of each group.',
      details: FLOATS_ONLY,
      anchor: 'min-and-max',
      example: 'min by (job) (up)',
    }),
    row('max', {
      summary: 'Highest value of each group.',
      details: FLOATS_ONLY,
      anchor: 'min-and-max',
      example: 'max by (instance) (node_filesystem_avail_bytes)',
    }),
    row('count', {
      summary: 'Number of series in each group.',
      details: 'Gives nothing, not 0, where there are no series.',
      example: 'count by (job) (up == 0)',
    }),
    row('group', {
      since: '2.20',
      summary: '1 for each group that has a series.',
      details: 'For the label sets alone: on the right of `and`, `unless` or a join.',
      example: 'group by (namespace) (kube_pod_info)',
    }),
    row('stddev', {
      summary: 'Population standard deviation over the series of each group.',
      details: FLOATS_ONLY,
      example: 'stddev by (job) (process_resident_memory_bytes)',
    }),
    row('stdvar', {
      summary: 'Population variance over the series of each group.',
      details: FLOATS_ONLY,
      example: 'stdvar by (job) (process_resident_memory_bytes)',
    }),
    row('topk', {
      parameter: K,
      summary: 'The `k` series of each group with the highest values.',
      details: `The series keep all their labels; \`by\` and \`without\` only say what a group is. ${FLOATS_ONLY}`,
      anchor: 'topk-and-bottomk',
      example: 'topk(5, sum by (job) (rate(http_requests_total[5m])))',
    }),
    row('bottomk', {
      parameter: K,
      summary: 'The `k` series of each group with the lowest values.',
      details: `The series keep all their labels; \`by\` and \`without\` only say what a group is. ${FLOATS_ONLY}`,
      anchor: 'topk-and-bottomk',
      example: 'bottomk(5, node_filesystem_avail_bytes)',
    }),
    row('count_values', {
      parameter: { name: 'label', type: 'string', doc: 'Label of the result that has the counted value.' },
      summary: 'For each value, the number of series of the group that have it.',
      example: 'count_values("version", build_version)',
    }),
    row('quantile', {
      parameter: { name: 'φ', type: 'scalar', doc: 'Between 0 and 1: `0.5` for the median.' },
      summary: 'The φ-quantile over the series of each group.',
      details: `For quantiles of histograms see \`histogram_quantile\`. ${FLOATS_ONLY}`,
      example: 'quantile by (job) (0.9, process_resident_memory_bytes)',
    }),
    row('limitk', {
      parameter: K,
      experimental: true,
      since: '2.54',
      summary: '`k` series of each group, picked by a fixed pseudo-random order.',
      details: 'The series keep all their labels.',
      example: 'limitk by (job) (10, up)',
    }),
    row('limit_ratio', {
      parameter: {
        name: 'r',
        type: 'scalar',
        doc: 'Share between 0 and 1; a negative one picks from the other end, so that `0.1` and `-0.9` complement each other.',
      },
      experimental: true,
      since: '2.54',
      summary: 'A share of the series of each group, picked by a fixed pseudo-random order.',
      details: 'The series keep all their labels.',
      example: 'limit_ratio(0.1, up)',
    }),
  ].map((info) => [info.name, info]),
);
