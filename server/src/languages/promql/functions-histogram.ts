import { instant, row, scalar, text } from './function-rows';

const NATIVE = instant('Instant vector of native histograms; float samples in it are dropped.');
const BUCKETS = instant(
  'Native histograms, or the buckets of classic ones with their `le`: ' +
    '`sum by (le) (rate(x_bucket[5m]))`.',
  'b',
);

const KEEP_LE = 'Classic histograms need `le`: keep it in every aggregation inside, `sum by (le, job) (…)`.';
const COUNT_AND_SUM = 'histogram_count-and-histogram_sum';
const DEVIATIONS = 'histogram_stddev-and-histogram_stdvar';

/** Functions on classic and native histograms. */
export const HISTOGRAM_FUNCTIONS = [
  row('histogram_quantile', {
    parameters: [scalar('φ', 'Between 0 and 1: `0.95` for the 95th percentile.'), BUCKETS],
    wants: 'buckets',
    summary: 'The φ-quantile of a histogram, such as the 95th percentile of latencies.',
    details:
      `${KEEP_LE} Use \`rate\` inside to say over which time. The value is interpolated within a bucket, so it is ` +
      'as exact as the buckets are fine; a quantile in the `+Inf` bucket gives the highest finite bound. Without ' +
      'observations it is `NaN`.',
    example: 'histogram_quantile(0.95, sum by (le, job) (rate(http_request_duration_seconds_bucket[5m])))',
  }),
  row('histogram_quantiles', {
    parameters: [
      { ...BUCKETS, name: 'v' },
      text('quantile_label', 'Label of the result that says which quantile it is.'),
      scalar('φ_1', 'Between 0 and 1.'),
      scalar('φ_2', 'Further quantiles, up to 10 in all.'),
    ],
    variadic: 9,
    wants: 'buckets',
    experimental: true,
    since: '3.11',
    summary: 'Several quantiles of a histogram at once, told apart by a label.',
    details: `Each is computed as \`histogram_quantile\` does. ${KEEP_LE}`,
    example:
      'histogram_quantiles(sum by (le) (rate(http_request_duration_seconds_bucket[5m])), "quantile", 0.5, 0.99)',
  }),
  row('histogram_fraction', {
    parameters: [
      scalar('lower', 'Lower bound; `-Inf` for none.'),
      scalar('upper', 'Upper bound; `+Inf` for none.'),
      BUCKETS,
    ],
    wants: 'buckets',
    since: '2.40',
    summary: 'Estimated share of observations between two bounds, from 0 to 1.',
    details:
      'Interpolated like a quantile where a bound is no bucket boundary. Classic histograms since 3.4; for them ' +
      'dividing the bucket series themselves is more exact.',
    example: 'histogram_fraction(0, 0.2, rate(http_request_duration_seconds[1h]))',
  }),
  row('histogram_avg', {
    parameters: [NATIVE],
    wants: 'histogram',
    since: '2.51',
    summary: 'Average of the observations in each native histogram.',
    details: 'The same as `histogram_sum` divided by `histogram_count`.',
    example: 'histogram_avg(rate(http_request_duration_seconds[5m]))',
  }),
  row('histogram_count', {
    parameters: [NATIVE],
    wants: 'histogram',
    since: '2.40',
    anchor: COUNT_AND_SUM,
    summary: 'Number of observations in each native histogram.',
    details: 'Around `rate`, it is the observations per second.',
    example: 'histogram_count(rate(http_request_duration_seconds[5m]))',
  }),
  row('histogram_sum', {
    parameters: [NATIVE],
    wants: 'histogram',
    since: '2.40',
    anchor: COUNT_AND_SUM,
    summary: 'Sum of the observations in each native histogram.',
    example: 'histogram_sum(rate(http_request_duration_seconds[5m]))',
  }),
  row('histogram_stddev', {
    parameters: [NATIVE],
    wants: 'histogram',
    since: '2.47',
    anchor: DEVIATIONS,
    summary: 'Estimated standard deviation of the observations in each native histogram.',
    example: 'histogram_stddev(rate(http_request_duration_seconds[5m]))',
  }),
  row('histogram_stdvar', {
    parameters: [NATIVE],
    wants: 'histogram',
    since: '2.47',
    anchor: DEVIATIONS,
    summary: 'Estimated variance of the observations in each native histogram.',
    example: 'histogram_stdvar(rate(http_request_duration_seconds[5m]))',
  }),
];
