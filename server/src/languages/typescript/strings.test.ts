import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from '../../text/finding';
import { hostSpan } from '../../text/region';
import type { CodeString } from '../code/tree';
import { ScriptParser } from './script-parser';

/** The string that the first call of `text` has for its first argument. */
function argument(text: string): CodeString {
  const value = new ScriptParser('ts').read(text).calls[0]?.args[0];
  if (value?.kind !== 'string') throw new Error(`no string in ${text}`);
  return value;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((t, { span, newText }) => t.slice(0, span.from) + newText + t.slice(span.to), text);
}

describe('text of literals', () => {
  const cases: readonly [written: string, text: string][] = [
    [`''`, ''],
    ['``', ''],
    [String.raw`'\n\t\\\'\"\0\x41A\u{1F600}\q'`, `\n\t\\'"\0AA😀q`],
    [String.raw`'\u{110000}\xZ\u12'`, 'u{110000}xZu12'],
    ["'a\\\nb\\\r\nc'", 'abc'],
    [String.raw`'\101\7'`, 'A\x07'],
    ['`a\r\nb\rc\nd`', 'a\nb\nc\nd'],
    ['`\\`\\${a}\\\\`', '`${a}\\'],
    ['String.raw`\\d\r\n\\u00`', '\\d\n\\u00'],
  ];
  test.each(cases)('%j', (written, text) => {
    expect(argument(`f(${written})`).text).toBe(text);
  });

  test('of a literal that does not end', () => {
    expect(argument(`f('rate(\ng()`).text).toBe('rate(');
    expect(argument(`f('rate(\r\ng()`).text).toBe('rate(');
    expect(argument(`f('a\\')`).text).toBe(`a')`);
    expect(argument('f("').text).toBe('');
    expect(argument('f(`rate(').text).toBe('rate(');
    expect(argument('f(`a${').text).toBe('axx');
  });
});

describe('map of literals', () => {
  // Each pair: a stretch of the file, and the stretch of the text that it is.
  const cases: readonly [text: string, host: string, fragment: string][] = [
    [`f('rate(up)')`, 'up', 'up'],
    [String.raw`f('a\u0041b')`, String.raw`\u0041`, 'A'],
    [String.raw`f('up{a=\'b\'}')`, String.raw`\'b\'`, `'b'`],
    ['f(`a\r\nb`)', 'b', 'b'],
    [`f('up' + ' - ' + "down")`, 'down', 'down'],
    [`f('sum(' + 'up' + ')')`, 'up', 'up'],
    ['f(`a ${b} c`)', '${b}', 'xxxx'],
    ['const M = "up"; f(`rate(${M}[5m])`)', '${M}', 'up'],
    ['const M = "up"; f(`rate(${M}[5m])`)', '5m', '5m'],
    ['const M = "up"; f("rate(" + M + "[5m])")', 'M +', 'up'],
    [`f(['sum(', 'up', ')'].join('\\n'))`, 'up', 'up'],
    [`f('a' + b)`, 'b', 'x'],
  ];
  test.each(cases)('%s: %s', (text, host, fragment) => {
    const string = argument(text);
    const { map } = string.region('promql');
    const from = string.text.indexOf(fragment);
    const written = host.replace(/ \+$/, '');
    const hostFrom = text.lastIndexOf(host);
    expect(hostSpan(map, { from, to: from + fragment.length })).toEqual({
      from: hostFrom,
      to: hostFrom + written.length,
    });
    expect(map.toFragment(hostFrom)).toBe(from);
    expect(map.toFragment(hostFrom + written.length)).toBe(from + fragment.length);
  });

  test('ends of pieces belong to them', () => {
    const { map } = argument(`f('ab' + 'cd')`).region('promql');
    expect(map.toHost(2, 'end')).toBe(5);
    expect(map.toHost(2, 'start')).toBe(10);
    expect([6, 8, 9].map((offset) => map.toFragment(offset))).toEqual([2, 2, 2]);
  });

  test('an empty string is between its quotes', () => {
    const { map } = argument(`f('')`).region('promql');
    expect([map.toHost(0), map.toHost(0, 'end'), map.toFragment(3)]).toEqual([3, 3, 0]);
  });

  test('holes are where they stand, those of constants where these are put in', () => {
    const string = argument('const M = `${x}_total`; f(`a${M} ${y}`)');
    expect(string.text).toBe('axxxx_total xxxx');
    expect(string.holes).toEqual([
      { from: 1, to: 5 },
      { from: 12, to: 16 },
    ]);
    expect(string.isLiteral).toBe(false);
  });
});

describe('edits', () => {
  // The first stretch of the text becomes another; expected is the file, or why not.
  const cases: readonly [text: string, old: string, now: string, expected: string][] = [
    [`f('up')`, 'up', 'down', `f('down')`],
    [`f('')`, '', 'up', `f('up')`],
    [`f('up')`, 'up', `a'b"c\\d\ne`, String.raw`f('a\'b"c\\d\ne')`],
    [`f("up")`, 'up', `a'b"c`, String.raw`f("a'b\"c")`],
    ['f(`up`)', 'up', 'a`b${c}\\d\n$', 'f(`a\\`b\\${c}\\\\d\n$`)'],
    ['f(`a\r\nb`)', 'b', 'c\nd', 'f(`a\r\nc\r\nd`)'],
    ['f(`a{b}`)', 'a', 'c$', 'f(`c\\${b}`)'],
    ['f(`$b`)', 'b', '{c}', 'f(`$\\{c}`)'],
    ['f(`$x${y}`)', 'x', '$', 'f(`$$${y}`)'],
    [`f('\\u{1F600}a')`, '\ude00', 'b', `f('\ud83dba')`],
    [`f('sum(' + 'up' + ')')`, 'up', 'down', `f('sum(' + 'down' + ')')`],
    [`f('sum(' + 'up' + ')')`, '(up', '(down', 'it reaches over more than one string of the program'],
    ['f(`a ${b} c`)', 'c', 'd', 'f(`a ${b} d`)'],
    ['f(`a ${b} c`)', 'xx', 'd', 'a part of it is filled in by the program'],
    ['const M = "up"; f(`a ${M}`)', 'up', 'd', 'a part of it is the value of a constant'],
    ['f(String.raw`\\d`)', 'd', 'w+', 'f(String.raw`\\w+`)'],
    ['f(String.raw`\\d`)', 'd', '`', 'f(String.raw`\\``)'],
    ['f(String.raw`ab`)', 'b', '`', 'this kind of string cannot hold it'],
    ['f(String.raw`ab`)', 'b', '\\', 'this kind of string cannot hold it'],
    [`f('a\\0b')`, 'b', '1', 'this kind of string cannot hold it'],
    [`f("a\\\nb")`, 'ab', 'c', `f("c")`],
    [`f('a' + ['b', 'c'].join('-'))`, 'b', 'd', `f('a' + ['d', 'c'].join('-'))`],
    [`f(['b', 'c'].join('-'))`, '-', '+', 'it reaches over more than one string of the program'],
  ];
  test.each(cases)('%s: %j to %j', (text, old, now, expected) => {
    const string = argument(text);
    const from = string.text.indexOf(old);
    const edits = string.region('promql').encode([{ span: { from, to: from + old.length }, newText: now }]);
    expect(Array.isArray(edits) ? apply(text, edits) : edits.refused).toBe(expected);
  });
});

const CHARACTERS = [
  'a',
  'é',
  '😀',
  '\n',
  '\r\n',
  '\t',
  '"',
  "'",
  '`',
  '\\',
  '$',
  '{',
  '}',
  '0',
  '\u2028',
  '\0',
];
const ESCAPES = [
  '\\n',
  '\\x41',
  '\\u0042',
  '\\u{1F600}',
  '\\\\',
  "\\'",
  '\\"',
  '\\`',
  '\\$',
  '\\q',
  '\\\n',
  '\\\r\n',
  '$',
  '{',
];
const text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 6 }).map((parts) => parts.join(''));
const raw = fc
  .array(fc.constantFrom(...ESCAPES, 'a', 'up{', '}', ' ', '😀', '\n'), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** A literal of some notation, or several, as an argument. */
const literal = fc.oneof(
  raw.map((inner) => `'${inner.replaceAll(/(?<!\\|\r)\n/g, ' ').replaceAll(/(?<!\\)'/g, '"')}'`),
  raw.map((inner) => `\`${inner.replaceAll('${', '$a')}\``),
  raw.map((inner) => `String.raw\`${inner.replaceAll('${', '$a')}\``),
);
const program = fc.array(literal, { minLength: 1, maxLength: 3 }).map((parts) => `f(${parts.join(' + ')})`);

describe('of any literal', () => {
  test('offsets go to the file and back', () => {
    fc.assert(
      fc.property(program, (host) => {
        const { text: fragment, map } = argument(host).region('promql');
        for (let offset = 0; offset <= fragment.length; offset++) {
          // Half of a character that an escape writes has no place of its own.
          if (/[\udc00-\udfff]/.test(fragment.charAt(offset))) continue;
          expect(map.toFragment(map.toHost(offset))).toBe(offset);
          expect(map.toFragment(map.toHost(offset, 'end'))).toBe(offset);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('an edit gives the text that it makes, or is refused', () => {
    let written = 0;
    fc.assert(
      fc.property(program, text, fc.nat(), fc.nat(), (host, newText, a, b) => {
        const string = argument(host);
        const length = string.text.length + 1;
        const [from = 0, to = 0] = [a % length, b % length].sort((x, y) => x - y);
        const edits = string.region('promql').encode([{ span: { from, to }, newText }]);
        if (!Array.isArray(edits)) return;
        written++;
        const expected = string.text.slice(0, from) + newText + string.text.slice(to);
        expect(argument(apply(host, edits)).text).toBe(expected);
      }),
      { numRuns: 1000 },
    );
    expect(written).toBeGreaterThan(400);
  });
});
