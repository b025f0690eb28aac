import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { parse } from './parse';
import { promqlSelections } from './selection';

describe('promqlSelections', () => {
  it.each<[string, string[]]>([
    [
      'sum(rate(foo{a="b‸"}[5m])) / 2',
      [
        'b',
        '"b"',
        'a="b"',
        '{a="b"}',
        'foo{a="b"}',
        'foo{a="b"}[5m]',
        '(foo{a="b"}[5m])',
        'rate(foo{a="b"}[5m])',
        '(rate(foo{a="b"}[5m]))',
        'sum(rate(foo{a="b"}[5m]))',
        'sum(rate(foo{a="b"}[5m])) / 2',
      ],
    ],
    ['topk(5, fo‸o)', ['foo', '5, foo', '(5, foo)', 'topk(5, foo)']],
    ['foo{a="b", ‸c="d"}', ['c', 'c="d"', 'a="b", c="d"', '{a="b", c="d"}', 'foo{a="b", c="d"}']],
    ['sum by (a, b‸) (x)', ['b', 'a, b', '(a, b)', 'by (a, b)', 'sum by (a, b) (x)']],
    ['foo offset 5‸m', ['5m', 'offset 5m', 'foo offset 5m']],
    ['foo{a="b"} offs‸et 5m', ['offset', 'offset 5m', 'foo{a="b"} offset 5m']],
    ['a + b ‸* c', ['*', 'b * c', 'a + b * c']],
    ['foo # not‸e', ['# note', 'foo # note']],
    ['foo[5‸m:1m]', ['5m', '5m:1m', '[5m:1m]', 'foo[5m:1m]']],
    ['foo{‸}', ['{}', 'foo{}']],
    ['foo{a="‸', ['"', 'a="', 'foo{a="']],
    ['‸', []],
    ['(((‸', ['(', '((', '(((']],
  ])('at %s', (marked, expected) => {
    const { text, offset } = cursor(marked);
    expect(promqlSelections(parse(text), offset).map(({ from, to }) => text.slice(from, to))).toEqual(
      expected,
    );
  });

  it('each holds the one before, at every place', () => {
    const text = 'sum by (a) (rate(x{b=~"c"}[5m:1m] offset 1h)) > bool on (a) group_left (d) y # e';
    for (let offset = 0; offset <= text.length; offset++) {
      const spans = promqlSelections(parse(text), offset);
      expect(spans.at(-1)).toEqual({ from: 0, to: text.length });
      for (const [i, span] of spans.entries()) {
        const inner = spans[i - 1] ?? { from: offset, to: offset };
        expect(span.from <= inner.from && inner.to <= span.to).toBe(true);
        expect(span.to - span.from).toBeGreaterThan(i === 0 ? 0 : inner.to - inner.from);
      }
    }
  });
});
