import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../formats/metrics/definition';
import type { MetricType } from '../../languages/promql/knowledge';
import { adviseOnMetrics } from '.';

function codesOf(more: Partial<MetricDefinition>): string[] {
  const span = { from: 0, to: 1 };
  const metric: MetricDefinition = {
    name: 'jobs_total',
    type: 'counter',
    help: 'Help.',
    labels: [],
    library: 'prom-client',
    nameSpan: span,
    span,
    ...more,
  };
  return adviseOnMetrics({ metrics: [metric], writes: [] }).map(({ code }) => code.replace('metrics/', ''));
}

/** The cases of promlint_test.go of prometheus/client_golang, and others like them. */
describe('advice on names', () => {
  it.each<[string, MetricType, string[]]>([
    ['jobs_total', 'counter', []],
    ['jobs', 'counter', ['counter-without-total']],
    ['memory_total', 'gauge', ['total-without-counter']],
    ['memory_total', 'unknown', []],
    ['took_milliseconds', 'histogram', ['base-unit']],
    ['size_kilobytes', 'gauge', ['base-unit']],
    ['age_days', 'gauge', ['base-unit']],
    ['temperature_kelvin', 'gauge', []],
    ['temperature_fahrenheit', 'gauge', ['base-unit']],
    ['distance_meters', 'gauge', []],
    ['took_seconds', 'histogram', []],
    ['took_seconds_bucket', 'gauge', ['reserved-suffix']],
    ['users_count', 'gauge', ['reserved-suffix']],
    ['users_sum', 'gauge', ['reserved-suffix']],
    ['users_count', 'summary', []],
    ['users_bucket', 'summary', ['reserved-suffix']],
    ['users_count', 'unknown', []],
    ['memory_gauge', 'gauge', ['type-in-name']],
    ['memory_gauge_bytes', 'gauge', ['type-in-name']],
    ['memory_gaugex', 'gauge', []],
    ['memory_counter', 'gauge', []],
    ['app:memory_bytes', 'gauge', ['colon-in-name']],
    ['memoryBytes', 'gauge', ['camel-case']],
    ['took_ms', 'histogram', ['abbreviated-unit']],
    ['took_s', 'histogram', ['abbreviated-unit']],
    ['size_kb_total', 'counter', ['abbreviated-unit']],
    ['ms_requests_total', 'counter', []],
    ['app.memory', 'gauge', ['invalid-name']],
    ['1st_total', 'counter', ['invalid-name']],
    ['', 'gauge', ['invalid-name']],
    ['http_seconds_duration', 'histogram', ['unit-suffix']],
    ['queue_bytes_size_total', 'counter', ['unit-suffix']],
    ['bytes_received_total', 'counter', []],
    ['bytes_sent_total', 'counter', []],
    ['bytes_per_second', 'gauge', []],
    ['http_request_seconds_total', 'counter', []],
    ['memory_bytes_ratio', 'gauge', []],
  ])('%s, a %s: %j', (name, type, codes) => {
    expect(codesOf({ name, type })).toEqual(codes);
  });

  it.each<[string, Partial<MetricDefinition>, string[]]>([
    ['nothing of help that is not known', { help: undefined }, []],
    ['an empty help', { help: '' }, ['missing-help']],
    ['an empty help in Python', { help: '', library: 'prometheus_client' }, ['no-help']],
    ['a blank help', { help: ' ' }, ['no-help']],
    ['a name in UTF-8', { name: 'jobs.all_total', library: 'client_golang' }, ['utf8-name']],
    ['a name whose end the library adds', { name: 'jobs_total', library: 'prometheus_client' }, []],
    ['a name that is translated', { name: 'took_ms', library: 'OpenTelemetry', help: undefined }, []],
    ['a metric that the library brings', { name: 'x_total', type: 'gauge', implied: true }, []],
    ['a library without conventions', { name: 'x_total', type: 'gauge', library: 'posted sample' }, []],
    ['a label of Prometheus', { labels: [{ name: '__x' }] }, ['invalid-label-name']],
    ['a label with a dash', { labels: [{ name: 'a-b' }] }, ['invalid-label-name']],
    ['a label with a dash in Go', { labels: [{ name: 'a-b' }], library: 'client_golang' }, []],
    [
      'le of a histogram',
      { name: 'x_seconds', type: 'histogram', labels: [{ name: 'le' }] },
      ['invalid-label-name'],
    ],
    [
      'quantile of a gauge',
      { name: 'x', type: 'gauge', labels: [{ name: 'quantile' }] },
      ['invalid-label-name'],
    ],
    ['a label in camelCase', { labels: [{ name: 'statusCode', span: { from: 0, to: 1 } }] }, ['camel-case']],
    ['a label for each user', { labels: [{ name: 'user_id' }] }, ['unbounded-label']],
    ['a label of few values', { labels: [{ name: 'status' }, { name: 'route' }] }, []],
    [
      'buckets that ascend',
      { type: 'histogram', name: 'x_seconds', buckets: [1, 2], bucketsSpan: { from: 0, to: 1 } },
      [],
    ],
    [
      'buckets that do not',
      { type: 'histogram', name: 'x_seconds', buckets: [2, 1], bucketsSpan: { from: 0, to: 1 } },
      ['bucket-order'],
    ],
  ])('of %s', (_, more, codes) => {
    expect(codesOf(more)).toEqual(codes);
  });
});
