import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { promqlSymbols, type PromqlSymbol } from './symbols';

function outline(symbols: readonly PromqlSymbol[]): string {
  return symbols
    .map(({ name, detail, children }) => {
      const inner = outline(children);
      return name + (detail ? ` ${detail}` : '') + (inner && ` > [${inner}]`);
    })
    .join(', ');
}

describe('promqlSymbols', () => {
  it.each([
    ['foo', 'foo'],
    ['sum by (job) (rate(foo{a="b"}[5m]))', 'sum by (job) > [rate > [foo (a is b)]]'],
    ['(a + b) / 2', '/ > [+ > [a, b]]'],
    ['{a="b"}', 'all series (a is b)'],
    ['sum(', 'sum'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(outline(promqlSymbols(parse(text)))).toBe(expected);
  });

  it('places the words', () => {
    const text = 'x + sum by (a) (y)';
    const [plus] = promqlSymbols(parse(text));
    const sum = plus?.children[1];
    expect(
      [plus, sum].map((symbol) => symbol && text.slice(symbol.selection.from, symbol.selection.to)),
    ).toEqual(['+', 'sum']);
    expect(sum && text.slice(sum.span.from, sum.span.to)).toBe('sum by (a) (y)');
  });

  it('is bounded', () => {
    const count = (symbols: readonly PromqlSymbol[]): number =>
      symbols.reduce((sum, { children }) => sum + 1 + count(children), 0);
    expect(count(promqlSymbols(parse('abs('.repeat(5000))))).toBeLessThanOrEqual(20);
    expect(count(promqlSymbols(parse(`f(${'a, '.repeat(5000)}a)`)))).toBeLessThanOrEqual(1000);
  });
});
