import { describe, expect, it } from 'vitest';
import { parse } from '../../languages/promql/parse';
import type { MetricType } from '../../languages/promql/knowledge';
import { standardAlerts } from './standard-alerts';

const NOWHERE = { from: 0, to: 0 };

function alertsFor(
  name: string,
  type: MetricType,
  labels: string[] = [],
  values: Record<string, string[]> = {},
) {
  const definition = {
    name,
    type,
    labels: labels.map((label) => ({ name: label })),
    library: 'prom-client',
    nameSpan: NOWHERE,
    span: NOWHERE,
  };
  return standardAlerts(definition, (label) => new Set(values[label])).flatMap(({ rules }) => rules);
}

describe('standardAlerts', () => {
  it.each([
    ['http_requests_total', 'counter', ['method', 'status'], {}, 'http_requests_total{status=~"5.."}'],
    ['jobs_total', 'counter', ['result'], { result: ['ok', 'error'] }, 'jobs_total{result="error"}'],
    ['jobs_total', 'counter', ['status'], { status: ['failed', 'timeout'] }, 'status=~"failed|timeout"'],
    ['upload_errors_total', 'counter', [], {}, 'sum(rate(upload_errors_total[5m])) > 0'],
    [
      'http_request_duration_seconds',
      'histogram',
      ['route'],
      {},
      'http_request_duration_seconds_bucket[5m]))) > 1',
    ],
    ['request_ms', 'histogram', [], {}, '> 1000'],
    ['pool_usage_ratio', 'gauge', [], {}, 'pool_usage_ratio > 0.8'],
  ] as const)('%s, a %s', (name, type, labels, values, expected) => {
    const [rule] = alertsFor(name, type, [...labels], values as unknown as Record<string, string[]>);
    expect(rule?.expr).toContain(expected);
    expect(parse(rule?.expr ?? '').faults).toEqual([]);
    expect(rule?.name).toMatch(/^[A-Z]\w+$/);
  });

  it.each([
    ['orders_total', 'counter', ['method']],
    ['jobs_total', 'counter', ['result']],
    ['payload_bytes', 'histogram', []],
    ['anything', 'unknown', []],
  ] as const)('none for %s, a %s', (name, type, labels) => {
    expect(alertsFor(name, type, [...labels])).toEqual([]);
  });
});
