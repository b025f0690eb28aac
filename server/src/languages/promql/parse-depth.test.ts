import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { pathAt, typeOf, walk } from './tree';

/** What is deep or long and right; Prometheus takes it, and so do we. */
const accepted: Readonly<Record<string, string>> = {
  parentheses: `${'('.repeat(10_000)}1${')'.repeat(10_000)}`,
  signs: `${'-'.repeat(100_000)}foo`,
  'signs of a number': `${'-'.repeat(100_000)}1`,
  sums: `1${' + 1'.repeat(50_000)}`,
  powers: `a${' ^ a'.repeat(50_000)}`,
  calls: `${'abs('.repeat(20_000)}foo${')'.repeat(20_000)}`,
  aggregations: `${'sum('.repeat(20_000)}foo${')'.repeat(20_000)}`,
  'parentheses in a range': `foo[${'('.repeat(50_000)}5m${')'.repeat(50_000)}]`,
  'sums in a range': `foo[5m${'+5m'.repeat(50_000)}]`,
  matchers: `foo{${'a="b",'.repeat(50_000)}}`,
  labels: `sum by (${'a,'.repeat(50_000)}) (foo)`,
  'a string': `"${'a\\\\'.repeat(200_000)}" `,
};

/** What is deep or long and wrong. */
const refused: Readonly<Record<string, string>> = {
  'open parentheses': '('.repeat(100_000),
  'open calls': 'abs('.repeat(50_000),
  'closing parentheses': ')'.repeat(200_000),
  brackets: '['.repeat(200_000),
  braces: '{'.repeat(200_000),
  'braces on lines': '{\n'.repeat(100_000),
  quotes: '"'.repeat(200_001),
  'at signs': '@'.repeat(200_000),
  commas: `f(${','.repeat(200_000)}`,
  names: 'a '.repeat(200_000),
  by: 'by '.repeat(100_000),
  junk: '$ '.repeat(200_000),
  digits: '1'.repeat(500_000),
  'digits and an underscore': `${'1'.repeat(500_000)}_)`,
  'a long duration': `${'1'.repeat(500_000)}s`,
  'ranges of ranges': `foo${'[1h:]'.repeat(50_000)}`,
  offsets: `foo${' offset 5m'.repeat(20_000)}`,
  'wrong labels': `sum by (${'a b,'.repeat(30_000)}) (foo)`,
  'unknown functions': `${'nope() + '.repeat(2000)}1`,
};

describe('deep and long input', () => {
  it.each(Object.entries(accepted))('%s', (_, text) => {
    const { expr, faults } = parse(text);
    expect(faults).toEqual([]);
    if (!expr) throw new Error('nothing was read');
    let count = 0;
    walk(expr, () => count++);
    expect(count).toBeGreaterThan(0);
    expect(typeOf(expr)).not.toBe('unknown');
    expect(pathAt(expr, text.length >> 1).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(refused))('%s', (_, text) => {
    expect(parse(text).faults.length).toBeGreaterThan(0);
  });
});
