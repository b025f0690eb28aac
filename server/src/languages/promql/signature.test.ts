import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { FUNCTIONS } from './functions';
import { parse } from './parse';
import { signaturePromql } from './signature';

/** The signature at `‸` with the active parameter in guillemets. */
function signature(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  const answer = signaturePromql(parse(text), offset);
  const active = answer?.parameters[answer.activeParameter]?.label;
  return active === undefined ? answer?.label : answer?.label.replace(active, `«${active}»`);
}

const RATE = 'rate(«v: range vector»): instant vector';
const TOPK_K = 'topk(«k: scalar», v: instant vector): instant vector';
const TOPK_V = 'topk(k: scalar, «v: instant vector»): instant vector';

describe('signaturePromql', () => {
  it.each([
    ['rate(‸', RATE],
    ['rate(‸)', RATE],
    ['rate(foo[‸5m])', RATE],
    ['rate(foo{a=‸', RATE],
    ['rate(foo{a="‸"}[5m])', RATE],
    ['rate(foo[5m]‸)', RATE],
    ['rate(foo[5m], ‸)', RATE],
    ['topk(‸', TOPK_K],
    ['topk(5‸, x)', TOPK_K],
    ['topk(5, ‸', TOPK_V],
    ['topk by (a) (5, ‸x)', TOPK_V],
    ['TOPK(5, ‸', TOPK_V],
    ['sum(rate(x[5m]) ‸', 'sum(«v: instant vector»): instant vector'],
    ['sum((‸', 'sum(«v: instant vector»): instant vector'],
    ['round(x, ‸', 'round(v: instant vector, «to_nearest?: scalar»): instant vector'],
    ['hour(‸', 'hour(«v?: instant vector»): instant vector'],
    ['time(‸', 'time(): scalar'],
    [
      'label_join(x, "a", "", "b", "c", ‸',
      'label_join(v: instant vector, dst_label: string, separator: string, «…src_label: string»): instant vector',
    ],
    [
      'histogram_quantiles(x, "q", 0.5, 0.9, 0.99‸',
      'histogram_quantiles(v: instant vector, quantile_label: string, φ_1: scalar, «…φ_2: scalar»): instant vector',
    ],
    ['‸rate(x[5m])', undefined],
    ['rate‸(x[5m])', undefined],
    ['rate(x[5m])‸', undefined],
    ['sum by (‸a) (x)', undefined],
    ['nosuch(‸', undefined],
    ['(‸', undefined],
    ['rate(x[5m]) # (‸', undefined],
    ['', undefined],
  ])('at %s', (marked, expected) => {
    expect(signature(marked || '‸')).toBe(expected);
  });

  it('every parameter is a stretch of the label', () => {
    for (const name of FUNCTIONS.keys()) {
      const { label, parameters } = signaturePromql(parse(`${name}(`), name.length + 1)!;
      for (const parameter of parameters) expect(label).toContain(parameter.label);
    }
  });
});
