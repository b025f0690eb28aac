import { describe, expect, it } from 'vitest';
import { renamedFamily, renamedSeries } from './metric-family';

describe('a series of a family', () => {
  it.each([
    ['requests_total', 'requests_total', 'calls_total', 'calls_total'],
    ['latency_seconds', 'latency_seconds_bucket', 'duration_seconds', 'duration_seconds_bucket'],
    ['latency_seconds', 'latency_seconds', 'duration_seconds', 'duration_seconds'],
    ['requests_total', 'requests_created', 'calls_total', 'calls_created'],
    ['requests_total', 'requests_created', 'calls', 'calls_created'],
  ])('of %s: %s follows %s as %s', (family, series, newFamily, expected) => {
    expect(renamedSeries(family, series, newFamily)).toBe(expected);
  });

  it.each([
    ['latency', 'latency_bucket', 'duration_bucket', 'duration'],
    ['latency', 'latency_bucket', 'duration', undefined],
    ['latency', 'latency_bucket', '_bucket', undefined],
    ['latency', 'latency_bucket', 'duration_count', undefined],
    ['latency', 'latency', 'duration', 'duration'],
    ['requests_total', 'requests_created', 'calls_created', 'calls_total'],
  ])('of %s: %s, called %s, makes it %s', (family, series, newSeries, expected) => {
    expect(renamedFamily(family, series, newSeries)).toBe(expected);
  });
});
