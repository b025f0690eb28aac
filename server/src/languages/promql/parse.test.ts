import { describe, expect, it } from 'vitest';
import type { PromqlDialect } from './knowledge';
import { parse } from './parse';
import { sketch } from './testing/sketch';
import { walk } from './tree';

const EVERYTHING: PromqlDialect = {
  version: [3, 14],
  features: new Set([
    'promql-experimental-functions',
    'promql-extended-range-selectors',
    'promql-binop-fill-modifiers',
  ]),
};

describe('trees', () => {
  it.each([
    // Precedence and associativity.
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
    ['-2 ^ 2', '(-(2 ^ 2))'],
    ['2 ^ -3 ^ 2', '(2 ^ (-(3 ^ 2)))'],
    ['-a * b', '((-a) * b)'],
    ['a ^ -b * c', '((a ^ (-b)) * c)'],
    ['a or b and c unless d', '(a or ((b and c) unless d))'],
    ['a > b + c atan2 d', '(a > (b + (c atan2 d)))'],
    ['a </ 1 >/ 2', '((a </ 1) >/ 2)'],
    ['- -5', '5'],
    ['-(5)', '(-paren(5))'],
    ['+5m', '300s'],
    // Modifiers bind tighter than any operator.
    ['-rate(a[5m])', '(-rate(a[300s]))'],
    ['a + b offset 5m', '(a + b offset 300s)'],
    ['a ^ b @ 5', '(a ^ b @ 5)'],
    ['a offset -2^2', '(a offset -2 ^ 2)'],
    ['a offset 5m + 3', '(a offset 300s + 3)'],
    ['a offset -(5m + 3m) + b', '(a offset <- <wrapped + 300s 180s>> + b)'],
    ['a offset (5m) + 3m', 'a offset <+ <wrapped + 300s> 180s>'],
    ['a offset --5m + 3m', 'a offset <+ 300s 180s>'],
    ['a offset step() + b', '(a offset <step> + b)'],
    ['a offset max_of(1m, step())', 'a offset <max_of 60s <step>>'],
    ['a @ start() offset 5m', 'a offset 300s @ start'],
    ['a @ -5.5', 'a @ -5.5'],
    ['a @ 5m', 'a @ 300'],
    ['a[5m] offset 1h @ end()', 'a offset 3600s @ end[300s]'],
    ['a[1h:5m] offset 1h', 'a[3600s:300s] offset 3600s'],
    ['a[5m] anchored', 'a anchored[300s]'],
    ['a smoothed', 'a smoothed'],
    ['sum(a)[5m:]', 'sum(a)[300s:]'],
    // Durations.
    ['a[1m + 2m * 3]', 'a[<+ 60s <* 120s 3>>]'],
    ['a[-1m ^ 2]', 'a[<- <^ 60s 2>>]'],
    ['a[(5m)]', 'a[<wrapped + 300s>]'],
    ['a[2 ^ 3 ^ 2]', 'a[<^ 2 <^ 3 2>>]'],
    ['a[step() - 1:max_of(1m, range())]', 'a[<- <step> 1>:<max_of 60s <range>>]'],
    // Aggregations, and keywords as names.
    ['sum by (a, "b.c",) (x)', 'sum(x) by(a,"b.c")'],
    ['sum(x) without ()', 'sum(x) without()'],
    ['topk(5, sum)', 'topk(5, sum)'],
    ['sum{by="x"}', 'sum{by="x"}'],
    ['sum by (sum, on, bool, atan2) (x)', 'sum(x) by(sum,on,bool,atan2)'],
    ['and and or', '(and and or)'],
    ['offset offset 5m', 'offset offset 300s'],
    ['start + end()', '(start + end())'],
    ['fill + fill', '(fill + fill)'],
    // Operators with modifiers.
    ['a == bool b', '(a == bool b)'],
    ['a * on (x) group_left (y) b', '(a * on(x) group_left(y) b)'],
    ['a * ignoring () group_right b', '(a * ignoring() group_right() b)'],
    ['a + on (x) fill_right(-1) fill_left(5m) b', '(a + on(x) fill_right(-1) fill_left(300) b)'],
    // Selectors.
    ['a{b="c", d!="e", f=~"g", h!~"i",}', 'a{b="c",d!="e",f=~"g",h!~"i"}'],
    ['{"a.b", "c d"="e"}', '"a.b"{c d="e"}'],
    ['{"a", "b"}', '"a"{__name__="b"}'],
    ['a:b{}', 'a:b{}'],
    ['{__name__=~"x.+"}', '{__name__=~"x.+"}'],
    ['label_replace(x, "a", \'b\', `c`, "\\\\d")', 'label_replace(x, "a", "b", "c", "\\\\d")'],
  ])('%s', (text, expected) => {
    const { expr, faults } = parse(text, { dialect: EVERYTHING });
    expect(faults).toEqual([]);
    expect(sketch(expr)).toBe(expected);
  });
});

describe('spans', () => {
  it.each([
    ['‸sum by (a) (x)‸ + 1', 'aggregate'],
    ['‸sum(x) by (a)‸ + 1', 'aggregate'],
    ['(‸rate(x[5m])‸ )', 'call'],
    ['(‸x{a="b"} offset 5m‸ )', 'selector'],
    ['(‸x[5m] offset 5m @ 1‸ )', 'matrix'],
    ['(‸x[5m:]  @ end()‸ )', 'subquery'],
    [' ‸( a )‸ ', 'paren'],
    ['1 * ‸-a‸ + 1', 'unary'],
    ['a[‸(1m + 2m)‸]', 'duration'],
  ])('%s', (marked, kind) => {
    const from = marked.indexOf('‸');
    const to = marked.lastIndexOf('‸') - 1;
    const { expr } = parse(marked.replaceAll('‸', ''));
    let found: unknown;
    if (expr) walk(expr, (node) => (node.kind === kind ? (found ??= node.span) : undefined));
    expect(found).toEqual({ from, to });
  });
});

describe('unfinished input', () => {
  it.each([
    ['rate(', 'rate(?)'],
    ['rate(foo[', 'rate(foo[?])'],
    ['rate(foo[5m', 'rate(foo[300s])'],
    ['sum by (', 'sum() by()'],
    ['sum by (a, ', 'sum() by(a)'],
    ['foo{', 'foo{}'],
    ['foo{a', 'foo{a=?}'],
    ['foo{a=', 'foo{a=?}'],
    ['foo{a="', 'foo{a=""}'],
    ['foo{a="x", b=~"y', 'foo{a="x",b=~"y"}'],
    ['foo offset ', 'foo offset ?'],
    ['foo[5m:', 'foo[300s:?]'],
    ['foo + ', '(foo + ?)'],
    ['foo > bool ', '(foo > bool ?)'],
    ['foo * on (', '(foo * on() ?)'],
    ['foo * on (a) group_left (', '(foo * on(a) group_left() ?)'],
    ['topk(5, ', 'topk(5, ?)'],
    ['(foo + (bar', 'paren((foo + paren(bar)))'],
    ['sum(rate(foo[5m])) by (', 'sum(rate(foo[300s])) by()'],
  ])('%s', (text, expected) => {
    const { expr, faults } = parse(text);
    expect(sketch(expr)).toBe(expected);
    expect(faults).toHaveLength(1);
  });

  it('is nothing without words', () => {
    expect(parse(' # comment\n')).toMatchObject({
      expr: undefined,
      faults: [{ code: 'promql/empty', span: { from: 0, to: 0 } }],
    });
  });
});

describe('recovery', () => {
  it.each([
    ['foo bar + baz', '(foo + baz)'],
    ['foo + / bar', '(foo + (? / bar))'],
    ['rate(foo{a="b"[5m]) + bar', '(rate(foo{a="b"}[300s]) + bar)'],
    ['foo[5m) + bar', '(foo[300s] + bar)'],
    ['sum(foo,) + bar', '(sum(foo, ?) + bar)'],
    ['foo{a="b" c="d", e="f"}', 'foo{a="b",e="f"}'],
    ['foo{my-label="x", b="y"}', 'foo{my=?,b="y"}'],
    ['sum by job (foo)', 'sum(foo) by(job)'],
    ['rate(foo[$__rate_interval]) > 1', '(rate(foo[?]) > 1)'],
    ['foo && bar or baz', '(foo or baz)'],
    ['foo = 5 or baz', '(foo or baz)'],
    ['max(foo) = 5', 'max(foo)'],
  ])('%s', (text, expected) => {
    const { expr, faults } = parse(text);
    expect(sketch(expr)).toBe(expected);
    expect(faults).toHaveLength(1);
  });
});
