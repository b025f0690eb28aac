import type { FunctionInfo } from './function-info';
import { ranged, row, scalar, type Row } from './function-rows';

const RANGE = ranged('Range vector: `metric[5m]`, or a subquery over any expression: `(…)[1h:1m]`.');

const FLOATS_ONLY =
  'Histogram samples are skipped: a series with nothing else gives no result, one with both kinds an annotation.';
const BOTH_KINDS = 'Takes float and histogram samples alike.';
const ONE_KIND =
  'A series with both float and histogram samples inside the range is left out, with a warning.';

function overTime(name: string, summary: string, details: string, rest: Partial<Row> = {}): FunctionInfo {
  return row(name, {
    parameters: [RANGE],
    anchor: 'aggregation_over_time',
    summary,
    details,
    example: `${name}(node_load1[1h])`,
    ...rest,
  });
}

/** Functions that aggregate each series over a range. */
export const OVER_TIME_FUNCTIONS = [
  overTime(
    'avg_over_time',
    'Average of the samples in the range.',
    `Every sample weighs the same. ${ONE_KIND}`,
    {
      wants: 'gauge',
    },
  ),
  overTime('min_over_time', 'Lowest value in the range.', FLOATS_ONLY, { wants: 'gauge' }),
  overTime('max_over_time', 'Highest value in the range.', FLOATS_ONLY, {
    wants: 'gauge',
    example: 'max_over_time(container_memory_working_set_bytes[1d])',
  }),
  overTime(
    'sum_over_time',
    'Sum of the samples in the range.',
    `The result depends on the scrape interval; the growth of a counter is \`increase\`. ${ONE_KIND}`,
    { wants: 'gauge', example: 'sum_over_time(probe_success[1h])' },
  ),
  overTime('count_over_time', 'Number of samples in the range.', BOTH_KINDS, {
    example: 'count_over_time(up[10m])',
  }),
  overTime('quantile_over_time', 'The φ-quantile of the samples in the range.', FLOATS_ONLY, {
    parameters: [scalar('φ', 'Between 0 and 1: `0.95` for the 95th percentile.'), RANGE],
    wants: 'gauge',
    example: 'quantile_over_time(0.95, node_load1[1h])',
  }),
  overTime('stddev_over_time', 'Population standard deviation of the samples in the range.', FLOATS_ONLY, {
    wants: 'gauge',
  }),
  overTime('stdvar_over_time', 'Population variance of the samples in the range.', FLOATS_ONLY, {
    wants: 'gauge',
  }),
  overTime(
    'last_over_time',
    'Latest sample in the range.',
    `Bridges gaps that are longer than the lookback delta, and keeps the metric name. ${BOTH_KINDS}`,
    { since: '2.26', example: 'last_over_time(backup_last_success_timestamp_seconds[1d])' },
  ),
  overTime('first_over_time', 'Earliest sample in the range.', `Keeps the metric name. ${BOTH_KINDS}`, {
    since: '3.7',
    stableSince: '3.14',
  }),
  overTime('present_over_time', '1 for each series that has a sample in the range.', BOTH_KINDS, {
    since: '2.29',
    example: 'present_over_time(up[1h])',
  }),
  row('absent_over_time', {
    parameters: [RANGE],
    since: '2.16',
    summary: '1 if no series has a sample in the range, otherwise nothing.',
    details:
      'For alerts on series that have been missing for a while. The result has the labels that the selector ' +
      'pins with `=`; other expressions give it none.',
    example: 'absent_over_time(up{job="api"}[10m])',
  }),
  overTime(
    'mad_over_time',
    'Median absolute deviation of the samples in the range.',
    `A measure of spread that single outliers barely move. ${FLOATS_ONLY}`,
    { experimental: true, since: '2.49', wants: 'gauge' },
  ),
  overTime(
    'ts_of_min_over_time',
    'Timestamp of the lowest value in the range, in seconds since 1970.',
    `The last one, if there are several. ${FLOATS_ONLY}`,
    { experimental: true, since: '3.5', wants: 'gauge' },
  ),
  overTime(
    'ts_of_max_over_time',
    'Timestamp of the highest value in the range, in seconds since 1970.',
    `The last one, if there are several. ${FLOATS_ONLY}`,
    { experimental: true, since: '3.5', wants: 'gauge' },
  ),
  overTime(
    'ts_of_last_over_time',
    'Timestamp of the latest sample in the range, in seconds since 1970.',
    BOTH_KINDS,
    { experimental: true, since: '3.5', example: 'time() - ts_of_last_over_time(up[1h])' },
  ),
  overTime(
    'ts_of_first_over_time',
    'Timestamp of the earliest sample in the range, in seconds since 1970.',
    BOTH_KINDS,
    { experimental: true, since: '3.7' },
  ),
];
