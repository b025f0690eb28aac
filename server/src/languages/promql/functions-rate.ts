import { ranged, row, scalar } from './function-rows';

const COUNTER = ranged('Range vector of counters: `metric_total[5m]`.');
const GAUGE = ranged('Range vector of gauges: `metric[1h]`.');

const MIXED =
  'A series that has both float and histogram samples inside the range is left out, with a warning.';
const FLOATS_ONLY = 'Works on float samples only; histogram samples are skipped.';

/** What Prometheus 2 and 3 have under different names. */
const SMOOTHING = {
  parameters: [
    GAUGE,
    scalar('sf', 'Smoothing factor between 0 and 1: the lower, the more old samples weigh.'),
    scalar('tf', 'Trend factor between 0 and 1: the higher, the more the trend weighs.'),
  ],
  wants: 'gauge',
  summary: 'Smoothed value of a gauge that takes its trend into account.',
} as const;

/** Functions on the change of a series over a range. */
export const RATE_FUNCTIONS = [
  row('rate', {
    parameters: [COUNTER],
    wants: 'counter',
    summary: 'Average increase per second of a counter over the range.',
    details:
      'Corrects for counter resets and extrapolates to both ends of the range. The range should hold at least ' +
      'two samples, better four: with a 15s scrape interval, `[1m]` or more. Take the rate first and aggregate ' +
      `after, \`sum(rate(…))\`, never the other way round. ${MIXED}`,
    example: 'rate(http_requests_total{job="api"}[5m])',
  }),
  row('irate', {
    parameters: [COUNTER],
    wants: 'counter',
    summary: 'Increase per second of a counter between its last two samples in the range.',
    details:
      'Follows fast changes, so it suits graphs; for alerts and recording rules take `rate`, because a short dip ' +
      `would reset the alert's \`for\`. The range says only how far back the two samples may lie. ${MIXED}`,
    example: 'irate(http_requests_total{job="api"}[5m])',
  }),
  row('increase', {
    parameters: [COUNTER],
    wants: 'counter',
    summary: 'How much a counter grew over the range.',
    details:
      'The same as `rate(…)` times the seconds of the range: counter resets are corrected, and because the ends ' +
      'are extrapolated, a whole-numbered counter can give a fraction. In recording rules prefer `rate`, so that ' +
      `everything is per second. ${MIXED}`,
    example: 'increase(http_requests_total{job="api"}[1h])',
  }),
  row('delta', {
    parameters: [GAUGE],
    wants: 'gauge',
    summary: 'Difference between the last and the first value of a gauge in the range.',
    details: `Extrapolated to both ends of the range, so it may be a fraction. For counters use \`increase\`. ${MIXED}`,
    example: 'delta(node_hwmon_temp_celsius[2h])',
  }),
  row('idelta', {
    parameters: [GAUGE],
    wants: 'gauge',
    summary: 'Difference between the last two samples of a gauge in the range.',
    details: 'A series whose last two samples are one float and one histogram is left out, with a warning.',
    example: 'idelta(node_hwmon_temp_celsius[5m])',
  }),
  row('deriv', {
    parameters: [GAUGE],
    wants: 'gauge',
    summary: 'Slope per second of a gauge, by linear regression over the range.',
    details: `Needs at least two samples; an infinite sample makes the result \`NaN\`. ${FLOATS_ONLY}`,
    example: 'deriv(node_filesystem_avail_bytes[1h])',
  }),
  row('predict_linear', {
    parameters: [GAUGE, scalar('t', 'How many seconds ahead: `4 * 3600`.')],
    wants: 'gauge',
    summary: 'Value that a gauge will have `t` seconds from now if its trend over the range goes on.',
    details:
      'Linear regression over the range, at least two samples. A range of several hours keeps short bursts from ' +
      `being taken for the trend. ${FLOATS_ONLY}`,
    example: 'predict_linear(node_filesystem_avail_bytes[6h], 24 * 3600) < 0',
  }),
  row('holt_winters', {
    ...SMOOTHING,
    anchor: 'double_exponential_smoothing',
    renamed: { since: '3.0', to: 'double_exponential_smoothing' },
    details: `The same as \`double_exponential_smoothing\` of Prometheus 3. ${FLOATS_ONLY}`,
    example: 'holt_winters(node_load1[1h], 0.5, 0.5)',
  }),
  row('double_exponential_smoothing', {
    ...SMOOTHING,
    experimental: true,
    since: '3.0',
    details: `Known as \`holt_winters\` up to Prometheus 2. ${FLOATS_ONLY}`,
    example: 'double_exponential_smoothing(node_load1[1h], 0.5, 0.5)',
  }),
  row('changes', {
    parameters: [ranged('Range vector: `metric[1h]`.')],
    summary: 'How often the value changed within the range.',
    details: 'A change between a float and a histogram sample counts as well.',
    example: 'changes(process_start_time_seconds[1h]) > 2',
  }),
  row('resets', {
    parameters: [COUNTER],
    wants: 'counter',
    summary: 'How often a counter was reset within the range.',
    details:
      'Every decrease between two samples counts as a reset; for native histograms, any decrease of a bucket or ' +
      'of the count, a vanished bucket, or a change of schema that is not a plain loss of resolution.',
    example: 'resets(http_requests_total[1h])',
  }),
];
