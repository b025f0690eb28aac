import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { wrapInRate } from './wrap-rate';

function wrapped(marked: string): string | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const { expr } = parse(text);
  const found = expr && wrapInRate(expr, offset, (metric) => metric.endsWith('_total'));
  return found?.edits.reduceRight(
    (result, { span, newText }) => result.slice(0, span.from) + newText + result.slice(span.to),
    text,
  );
}

describe('wrapInRate', () => {
  it.each([
    ['sum(x‸_total)', 'sum(rate(x_total[5m]))'],
    ['x_total{a="b‸"} > 1', 'rate(x_total{a="b"}[5m]) > 1'],
    ['x_‸total offset 1h', 'rate(x_total[5m] offset 1h)'],
    ['{"x_tot‸al"}', 'rate({"x_total"}[5m])'],
    ['rate(x‸_total[5m])', undefined],
    ['max_over_time(x‸_total[5m:1m])', undefined],
    ['sum(‸gauge)', undefined],
    ['s‸um(x_total)', undefined],
  ])('%s', (text, expected) => {
    expect(wrapped(text)).toBe(expected);
  });
});
