import { describe, expect, it } from 'vitest';
import { explain } from './explain';
import type { MetricInfo, MetricKnowledge } from './knowledge';
import { parse } from './parse';

function explained(text: string, knowledge?: MetricKnowledge): string {
  return explain(parse(text).expr!, knowledge);
}

const READINGS: [text: string, reading: string][] = [
  // Selectors
  ['up', 'The values of up.'],
  ['up{job="api"}', 'The values of up (job is api).'],
  [
    'x{a!="b", c=~"d.*", e!~"f.*", g=~"h|i", j!~"k|l"}',
    'The values of x (a is not b, c matches d.*, e does not match f.*, g is h or i, j is not k or l).',
  ],
  ['x{a="", b!="", c=~".+"}', 'The values of x (a is not set, b is set, c is set).'],
  [
    '{__name__=~"job:.*", job="api"} > 1',
    'All series (name matches job:.*, job is api); only where it is above 1.',
  ],
  ['x offset 1d > 0', 'x 1 day ago; only where it is above 0.'],
  ['x offset -5m > 0', 'x 5 minutes ahead; only where it is above 0.'],
  ['x @ 1700000000 > 0', 'x at 2023-11-14 22:13:20 UTC; only where it is above 0.'],
  ['x @ end() offset 1h > 0', 'x 1 hour before the end of the query; only where it is above 0.'],

  // States
  ['up == 0', 'Targets that are down.'],
  ['up{job="api"} != 1', 'Targets that are down (job is api).'],
  ['probe_success{job="web"} < 1', 'Probes that fail (job is web).'],
  [
    'count by (job) (up == 0) > 2',
    'For each job: the number of targets that are down; only where it is above 2.',
  ],
  ['absent(up{job="api"} == 1)', 'There are no targets that are up (job is api).'],

  // Ratios
  [
    'sum by (service) (rate(http_requests_total{code=~"5.."}[5m])) / sum by (service) (rate(http_requests_total[5m])) > 0.05',
    'For each service: the share of the total per-second rate of http_requests_total (code matches 5..) over the last 5 minutes in the total per-second rate of http_requests_total over the last 5 minutes; only where it is above 0.05 (5 %).',
  ],
  [
    'sum(rate(errors_total[5m])) by (job) / sum(rate(requests_total[5m])) by (job) * 100 > 5',
    'For each job: the ratio of the total per-second rate of errors_total over the last 5 minutes to the total per-second rate of requests_total over the last 5 minutes, in percent; only where it is above 5 %.',
  ],
  [
    '100 * sum(rate(x_total{code="500"}[1m])) / sum(rate(x_total[1m])) > 10',
    'The share of the total per-second rate of x_total (code is 500) over the last minute in the total per-second rate of x_total over the last minute, in percent; only where it is above 10 %.',
  ],
  [
    'node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.1',
    'The ratio of node_filesystem_avail_bytes to node_filesystem_size_bytes; only where it is below 0.1 (10 %).',
  ],
  [
    'sum by (a) (x) / sum by (b) (y)',
    'The ratio of (the total of x for each a) to (the total of y for each b).',
  ],
  [
    '100 - (avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100) > 80',
    'For each instance: 100 minus (the average per-second rate of node_cpu_seconds_total (mode is idle) over the last 5 minutes times 100); only where it is above 80.',
  ],

  // Functions
  ['rate(x_total[5m])', 'The per-second rate of x_total over the last 5 minutes.'],
  ['increase(x_total[1h]) > 10', 'The increase of x_total over the last hour; only where it is above 10.'],
  [
    'histogram_quantile(0.95, sum by (le, job) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5',
    'For each job: the 95th percentile of http_request_duration_seconds over the last 5 minutes; only where it is above 0.5 seconds.',
  ],
  ['histogram_quantile(0.5, rate(x_bucket[1m]))', 'The median of x over the last minute.'],
  [
    'histogram_quantile(0.99, sum(rate(latency_seconds[5m])))',
    'The 99th percentile of latency_seconds over the last 5 minutes.',
  ],
  ['histogram_quantile(0.9, avg by (le, job) (x))', 'For each job: the 90th percentile of the average of x.'],
  [
    'predict_linear(node_filesystem_avail_bytes[1h], 4 * 3600) < 0',
    'The value of node_filesystem_avail_bytes expected in 4 hours, from its trend over the last hour; only where it is below 0.',
  ],
  ['absent(up{job="api"})', 'up (job is api) is missing.'],
  ['absent_over_time(up{job="api"}[10m])', 'up (job is api) has no samples over the last 10 minutes.'],
  ['absent(up) == 0', '1 where up is missing; only where it is 0.'],
  [
    'changes(process_start_time_seconds[15m]) > 2',
    'The number of changes of process_start_time_seconds over the last 15 minutes; only where it is above 2.',
  ],
  ['quantile_over_time(0.999, x[1d])', 'The 99.9th percentile of x over the last day.'],
  [
    'max_over_time(sum by (job) (rate(x[5m]))[1h:1m]) > 3',
    'For each job: the highest value of (the total per-second rate of x over the last 5 minutes) over the last hour, taken every minute; only where it is above 3.',
  ],
  ['rate(x[5m] offset 1d)', 'The per-second rate of x over the 5 minutes up to 1 day ago.'],
  ['avg_over_time(x[1h] @ start())', 'The average of x over the hour up to the start of the query.'],
  [
    'delta(temperature[30m]) < -5',
    'The change of temperature over the last 30 minutes; only where it is below -5.',
  ],
  ['round(x, 0.1)', 'x, rounded to a multiple of 0.1.'],
  ['round(x)', 'x, rounded.'],
  ['clamp_max(x, 10)', 'x, but at most 10.'],
  ['label_replace(x, "a", "$1", "b", "(.*)")', 'x, with the label a made from b.'],
  ['hour() > 17', 'The current hour (UTC); only where it is above 17.'],
  ['day_of_week(x)', 'The day of the week (UTC) of x.'],
  ['abs(sum by (job) (x))', 'For each job: the absolute value of the total of x.'],
  ['scalar(sum by (job) (x))', '(the total of x for each job) as a single number.'],
  ['vector(1)', '1.'],
  ['nonsense(x, 1)', 'nonsense of x and 1.'],

  // Times
  [
    'time() - node_boot_time_seconds > 86400',
    'The time since node_boot_time_seconds; only where it is above 86400 (1 day).',
  ],
  [
    '(ssl_cert_not_after - time()) / 86400 < 14',
    'The time until ssl_cert_not_after, in days; only where it is below 14.',
  ],
  [
    'node_memory_MemFree_bytes / 1024 / 1024 / 1024 < 2',
    'node_memory_MemFree_bytes, in GiB; only where it is below 2.',
  ],
  [
    'process_resident_memory_bytes > 2 * 1024 ^ 3',
    'process_resident_memory_bytes; only where it is above 2147483648 bytes (2 GiB).',
  ],
  ['x_seconds > 90', 'x_seconds; only where it is above 90 (1 minute 30 seconds).'],
  ['x > 5m', 'x; only where it is above 300 (5 minutes).'],
  ['x > 1500000', 'x; only where it is above 1500000 (1.5 million).'],

  // Aggregations
  ['sum(x)', 'The total of x.'],
  [
    'avg by (instance) (rate(x[5m]))',
    'For each instance: the average per-second rate of x over the last 5 minutes.',
  ],
  ['min without (pod) (x) < 2', 'The lowest value of x, across every pod; only where it is below 2.'],
  [
    'topk(5, sum by (job) (rate(x[5m])))',
    'The 5 highest of (the total per-second rate of x over the last 5 minutes for each job).',
  ],
  ['quantile by (job) (0.9, x)', 'For each job: the 90th percentile of x.'],
  [
    'count_values("version", build_info)',
    'The number of series with each value of build_info, which is in the label version.',
  ],
  [
    'count(count by (version) (build_info)) > 1',
    'The number of different values of version in build_info; only where it is above 1.',
  ],
  [
    'count(count_values("hash", config_hash)) > 1',
    'The number of different values of config_hash; only where it is above 1.',
  ],
  ['count(x > 5)', 'The number of series of (x where it is above 5).'],

  // Comparisons
  ['x > 1 < 5', 'x; only where it is above 1 and below 5.'],
  ['5 < x', 'x; only where it is above 5.'],
  ['x >= bool 1', '1 where x is at least 1 and 0 elsewhere.'],
  ['x > y', 'x; only where it is above y.'],
  ['x > on (job) group_left y', 'x; only where it is above y, matched by job.'],
  [
    'stddev_over_time(x[1h]) > 2 * avg_over_time(x[1h])',
    'The standard deviation of x over the last hour; only where it is above 2 times the average of x over the last hour.',
  ],

  // Sets
  ['a > 1 and b < 2', 'a; only where it is above 1; and only while b is below 2.'],
  [
    'a > 1 and on (instance) b == 1',
    'a; only where it is above 1; and only while b is 1, matched by instance.',
  ],
  [
    'sum by (job) (a) > 1 and sum by (job) (b) > 0',
    'For each job: the total of a; only where it is above 1; and only while the total of b is above 0.',
  ],
  [
    'sum by (job) (a) == 0 and on () max(b) > 0',
    'For each job: the total of a; only where it is 0; and only while the highest value of b is above 0, whatever the labels.',
  ],
  ['a unless b', 'a; except where b exists.'],
  ['a == 1 or b == 1', 'a; only where it is 1; or else b where it is 1.'],
  [
    'sum(rate(x[5m])) or vector(0)',
    'The total per-second rate of x over the last 5 minutes; or 0 where there is none.',
  ],
  [
    '(count(x) or vector(0)) < 1',
    'The number of series of x, or 0 where there is none; only where it is below 1.',
  ],
  ['a and (b or c)', 'a; and only while (b exists, or else c).'],
  ['a == 0 or absent(a)', 'a; only where it is 0; or else 1 where a is missing.'],

  // Joins
  [
    'rate(x[5m]) * on (namespace, pod) group_left (node) kube_pod_info',
    'The per-second rate of x over the last 5 minutes, with node from kube_pod_info, matched by namespace and pod.',
  ],
  ['x * on (pod) group_left (team) y', 'x times y, matched by pod, with team from the right side.'],
  ['x + ignoring (a) y', 'x plus y, matched without a.'],
  ['x - on () y', 'x minus y, whatever the labels.'],

  // The rest
  ['1 + 2 * 3', '7.'],
  ['-x', 'Minus x.'],
  ['x - y - z', 'x minus y minus z.'],
  ['x % 2 == 1', 'The remainder of x divided by 2; only where it is 1.'],
  ['x ^ 2', 'x to the power of 2.'],
  ['"text"', '"text".'],
  ['x[5m]', 'The samples of x over the last 5 minutes.'],

  // Unfinished
  ['sum(', 'The total of ….'],
  ['rate(x[', 'The per-second rate of x over the last ….'],
  ['x > ', 'x; only where it is above ….'],
  ['x{a=', 'The values of x (a is …).'],
  [
    'sum by (job) (rate(x[5m])) / ',
    'The ratio of (the total per-second rate of x over the last 5 minutes for each job) to ….',
  ],
];

describe('explain', () => {
  it.each(READINGS)('%s', (text, reading) => {
    expect(explained(text)).toBe(reading);
  });

  it('takes units and info metrics from what is known', () => {
    const metrics: MetricInfo[] = [
      { name: 'queue_age', type: 'gauge', unit: 'seconds', origin: 'test', weight: 0 },
      { name: 'deployment', type: 'info', origin: 'test', weight: 0 },
    ];
    const knowledge: MetricKnowledge = {
      metric: (name) => metrics.find((metric) => metric.name === name),
      metrics: () => metrics,
      labelNames: () => [],
      labelValues: () => [],
    };
    expect(explained('queue_age > 300', knowledge)).toBe(
      'queue_age; only where it is above 300 (5 minutes).',
    );
    expect(explained('x * on (pod) group_left (team) deployment', knowledge)).toBe(
      'x, with team from deployment, matched by pod.',
    );
  });

  it('shows placeholders as what is not known', () => {
    const text = 'sum by (HOLE) (x{job="HOLE"}) > HOLE';
    const holes = Array.from(text.matchAll(/HOLE/g), ({ index }) => ({ from: index, to: index + 4 }));
    expect(explain(parse(text, { holes }).expr!)).toBe(
      'For each …: the total of x (job is …); only where it is above ….',
    );
  });

  it.each([
    ['parentheses', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`, 'The values of x.'],
    ['signs', `${'-'.repeat(1000)}x`, /…/],
    ['calls', `${'abs('.repeat(1000)}x${')'.repeat(1000)}`, /…/],
    ['doubled operands', `${'count(count by (a) ('.repeat(500)}x${'))'.repeat(500)}`, /…/],
    ['operators', Array.from({ length: 5000 }, () => 'x').join(' or '), /^…/],
    ['divisions', `x${' / 2'.repeat(2000)}`, /divided by 2/],
    ['long names', `${'x'.repeat(100_000)} > 1`, /…; only where/],
    ['many matchers', `x{${Array.from({ length: 1000 }, (_, i) => `a${i}="b"`).join(',')}}`, /…\)\.$/],
  ])('stays short for %s', (_, text, expected) => {
    const reading = explained(text);
    expect(reading).toMatch(expected);
    expect(reading.length).toBeLessThanOrEqual(1000);
  });
});
