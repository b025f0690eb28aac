import { describe, expect, it } from 'vitest';
import { promqlCodes } from './codes';
import type { PromqlDialect } from './knowledge';
import { parse, DEFAULT_DIALECT } from './parse';

/** Codes of the faults and the text with all of their places marked. */
function faultsOf(text: string, dialect: PromqlDialect): { codes: string[]; marked: string } {
  const { faults } = parse(text, { dialect });
  const marks = faults.flatMap(({ span }) => [span.from, span.to]).sort((a, b) => b - a);
  const marked = marks.reduce((marking, at) => `${marking.slice(0, at)}‸${marking.slice(at)}`, text);
  return { codes: faults.map(({ code }) => code.slice('promql/'.length)), marked };
}

describe('faults', () => {
  // Marks around the place of each fault, and the codes.
  it.each([
    // Several at once, one for each cause.
    ['rate(‸foo‸) + rate(‸bar‸)', 'argument-type argument-type'],
    ['foo ‸bar‸ + rate(‸x‸)', 'syntax argument-type'],
    ['foo{a="b", c‸}‸ + bar{d=‸}‸', 'syntax syntax'],
    ['foo{‸a=~"("‸} + foo{‸b=~"*"‸}', 'regex regex'],
    ['sum(x) ‸on‸ (a) y + ‸nope‸(z)', 'syntax unknown-function'],
    // Only the cause, not what follows from it.
    ['rate(foo{a=‸"b}[5m])‸', 'unclosed'],
    ['abs(rate(foo[5m])‸‸', 'unclosed'],
    ['rate(foo + ‸)‸', 'syntax'],
    ['sum(foo‸,‸)', 'syntax'],
    ['x @ ‸@‸ @ @', 'syntax'],
    ['-(‸"a"‸ + 1)', 'operand-type'],
    ['rate(‸-x[5m]‸)', 'operand-type'],
    // Words and signs.
    ['x + y)‸‸', 'syntax'],
    ['x ‸=‸ 5', 'syntax'],
    ['x + ‸~ y‸', 'character'],
    ['‸5x + 1‸', 'number'],
    ['‸0x‸', 'number'],
    ['x{‸-a="b"}‸', 'character'],
    ['x{a=‸"\\d"}‸', 'string-escape'],
    ['x[‸$__interval]‸', 'character'],
    ['x[‸1d1w‸]', 'duration'],
    ['x[‸0s‸]', 'duration'],
    ['x[‸-5m‸]', 'duration'],
    ['x[1h‸/‸0]', 'duration'],
    ['x offset ‸9.5e10‸', 'duration'],
    // Names and arguments.
    ['‸Rate‸(x[5m])', 'unknown-function'],
    ['‸limitk(1, x)‸', 'not-enabled'],
    ['‸mad_over_time‸(x[5m])', 'not-enabled'],
    ['‸x‸ anchored', 'not-enabled'],
    ['‸x + fill(0) y‸', 'not-enabled'],
    ['‸round()‸', 'argument-count'],
    ['‸round(x, 1, 2)‸', 'argument-count'],
    ['‸sum()‸', 'argument-count'],
    ['‸topk(x)‸', 'argument-count'],
    ['sum(‸1‸)', 'argument-type'],
    ['topk(‸x‸, x)', 'argument-type'],
    ['count_values(‸1‸, x)', 'argument-type'],
    ['label_join(x, "a", "b", "c", ‸1‸)', 'argument-type'],
    ['sum ‸5‸', 'aggregation'],
    ['sum by (‸""‸) (x)', 'label-name'],
    ['sum by (‸"\\xff"‸) (x)', 'label-name'],
    // Selectors and their modifiers.
    ['‸{}‸', 'empty-matcher'],
    ['‸{a="", b!="c", d=~".*"}‸', 'empty-matcher'],
    ['‸{""}‸', 'empty-matcher'],
    ['‸x{"y"}‸', 'name-twice'],
    ['‸x{__name__="y"}‸', 'name-twice'],
    ['‸sum(x)‸ offset 5m', 'modifier'],
    ['‸(x)‸ @ 5', 'modifier'],
    ['‸x offset 5m‸ offset 1m', 'modifier'],
    ['‸x @ 5‸ @ end()', 'modifier'],
    ['‸x‸ @ Inf', 'timestamp'],
    ['sum(x)‸[5m]‸', 'range'],
    ['x offset 5m‸[5m]‸', 'range'],
    ['x @ end()‸[5m]‸', 'range'],
    ['‸x[5m][5m:]‸', 'operand-type'],
    // Operators.
    ['‸"a"‸ + 1', 'operand-type'],
    ['1 + ‸x[5m]‸', 'operand-type'],
    ['1 ‸=‸= 2', 'bool'],
    ['x ‸+ boo‸l y', 'bool'],
    ['x ‸* on (a) group_left (a‸) y', 'vector-matching'],
    ['‸1 + on (a) x‸', 'vector-matching'],
    ['‸x and on (a) group_left () y‸', 'vector-matching'],
    ['‸x and 1‸', 'set-operator'],
  ])('%s', (marked, codes) => {
    expect(faultsOf(marked.replaceAll('‸', ''), DEFAULT_DIALECT)).toEqual({
      codes: codes.split(' '),
      marked,
    });
  });

  it('put the one first that Prometheus reports', () => {
    const { faults } = parse('rate(foo) + (bar');
    expect(faults.map(({ code }) => code)).toEqual(['promql/unclosed', 'promql/argument-type']);
  });
});

describe('codes', () => {
  it('have a page each', () => {
    for (const { title, explanation } of Object.values(promqlCodes)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(explanation).toMatch(/\.$/);
    }
  });
});

describe('fixes', () => {
  it.each([
    ['rate(foo{a="b"} offset 5m)', 'rate(foo{a="b"}[5m] offset 5m)'],
    ['rat(foo[5m])', 'rate(foo[5m])'],
    ['1 == 2', '1 == bool 2'],
    ['sum(x,)', 'sum(x)'],
  ])('%s becomes %s', (text, fixed) => {
    const [edit] = parse(text).faults[0]?.fixes?.[0]?.edits ?? [];
    expect(edit && text.slice(0, edit.span.from) + edit.newText + text.slice(edit.span.to)).toBe(fixed);
  });
});

describe('features', () => {
  const all = [
    'promql-experimental-functions',
    'promql-extended-range-selectors',
    'promql-binop-fill-modifiers',
  ];

  it.each([
    'limitk(1, x)',
    'mad_over_time(x[5m])',
    'x anchored',
    'x + fill (0) y',
    'info(x, {})',
    'time() - start()',
  ])('%s', (text) => {
    expect(parse(text, { dialect: { version: [3, 14], features: new Set(all) } }).faults).toEqual([]);
  });
});

describe('versions', () => {
  it.each([
    ['first_over_time(x[5m])', [3, 14], ''],
    ['first_over_time(x[5m])', [3, 13], 'not-enabled'],
    ['first_over_time(x[5m])', [3, 6], 'unknown-function'],
    ['x[5m + 1m]', [3, 14], ''],
    ['x[5m + 1m]', [3, 13], 'not-enabled'],
    ['x[5m + 1m]', [3, 3], 'too-new'],
    ['x[-5m]', [3, 3], 'too-new'],
    ['x offset -5m', [3, 3], ''],
    ['x offset +5m', [3, 3], 'too-new'],
    ['x[step()]', [3, 5], 'too-new'],
    ['x[max(1m, 2m)]', [3, 12], 'not-enabled'],
    ['x[max(1m, 2m)]', [3, 13], 'syntax'],
    ['x[(0s)]', [3, 13], 'not-enabled duration'],
    ['x </ 1', [3, 11], ''],
    ['x </ 1', [3, 10], 'too-new'],
    ['x + fill (0) y', [3, 9], 'too-new'],
    ['x smoothed', [3, 6], 'too-new'],
    ['x offset 0s', [3, 4], ''],
    ['x offset 0s', [3, 3], 'duration'],
  ] as const)('%s in %j: %s', (text, version, codes) => {
    expect(faultsOf(text, { version, features: new Set() }).codes.join(' ')).toBe(codes);
  });
});
