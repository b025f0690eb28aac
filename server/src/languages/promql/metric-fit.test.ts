import { describe, expect, it } from 'vitest';
import type { FunctionInfo } from './function-info';
import type { MetricType } from './knowledge';
import { misfit } from './metric-fit';

describe('misfit', () => {
  it.each<[FunctionInfo['wants'], string, MetricType, number]>([
    ['counter', 'x_total', 'counter', 0],
    ['counter', 'x_total', 'unknown', 0],
    ['counter', 'x_bucket', 'unknown', 0],
    ['counter', 'x', 'histogram', 1],
    ['counter', 'x', 'unknown', 1],
    ['counter', 'x_total', 'gauge', 2],
    ['counter', 'x', 'info', 2],
    ['gauge', 'x', 'gauge', 0],
    ['gauge', 'x', 'summary', 0],
    ['gauge', 'x', 'unknown', 1],
    ['gauge', 'x_total', 'counter', 2],
    ['buckets', 'x_bucket', 'counter', 0],
    ['buckets', 'x', 'histogram', 0],
    ['buckets', 'x_count', 'counter', 2],
    ['histogram', 'x', 'histogram', 0],
    ['histogram', 'x_bucket', 'counter', 2],
    [undefined, 'x_total', 'gauge', 0],
  ])('where %s is wanted, %s (%s) is a misfit of %d', (wants, name, type, expected) => {
    expect(misfit(wants, { name, type, origin: '', weight: 0 })).toBe(expected);
  });
});
