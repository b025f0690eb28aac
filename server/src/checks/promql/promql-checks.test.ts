import { describe, expect, it } from 'vitest';
import { parse } from '../../languages/promql/parse';
import { adviseOnExpr } from '.';

function marked(text: string): string[] {
  const { expr } = parse(text);
  return expr ? adviseOnExpr(expr).map(({ code, span }) => `${code} ${text.slice(span.from, span.to)}`) : [];
}

describe('promql/quantile-without-le', () => {
  it.each([
    'histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])))',
    'histogram_quantile(0.9, sum(rate(x_bucket[5m])))',
    'a > histogram_quantile(0.9, sum without (le) (rate(x_bucket[5m])))',
  ])('warns: %s', (text) => {
    expect(marked(text)).toEqual(['promql/quantile-without-le histogram_quantile']);
  });

  it.each([
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
    'histogram_quantile(0.9, sum without (job) (rate(x_bucket[5m])))',
    'histogram_quantile(0.9, rate(x_bucket[5m]))',
    'histogram_quantile(0.9, sum(rate(x[5m])))',
    'histogram_quantile(0.9, label_replace(sum(rate(x_bucket[5m])), "le", "1", "", ""))',
    'sum by (job) (rate(x_bucket[5m]))',
  ])('is silent: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});
