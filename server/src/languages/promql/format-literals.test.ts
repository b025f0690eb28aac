import { describe, expect, it } from 'vitest';
import { formatDuration, formatFloat, formatGeneral, requote, wholeMilliseconds } from './format-literals';

describe('formatFloat', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [31, '31'],
    [-1.5, '-1.5'],
    [0.05, '0.05'],
    [1e-7, '0.0000001'],
    [1.25e-9, '0.00000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [123_456_789.25, '123456789.25'],
    [2 ** 53, '9007199254740992'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
    [NaN, 'NaN'],
  ])('%d is printed as %s', (value, text) => {
    expect(formatFloat(value)).toBe(text);
  });
});

describe('formatGeneral', () => {
  it.each([
    [-23, '-23'],
    [0, '0'],
    [100_000, '100000'],
    [1_000_000, '1e+06'],
    [123_456_789, '1.23456789e+08'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1e300, '1e+300'],
    [Infinity, '+Inf'],
  ])('%d is printed as %s', (value, text) => {
    expect(formatGeneral(value)).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [1, '1ms'],
    [1001, '1s1ms'],
    [90_000, '1m30s'],
    [5_400_000, '1h30m'],
    [604_800_000, '1w'],
    [691_200_000, '8d'],
    [31_536_000_000, '1y'],
    [31_536_001_000, '365d1s'],
    [-300_000, '-5m'],
  ])('%d ms is printed as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it.each([
    [300, 300_000],
    [1.001, 1001],
    [0.0019, 1],
    [0.0001, 0],
    [-7.0019, -7001],
  ])('%d s has %d whole milliseconds', (seconds, ms) => {
    expect(wholeMilliseconds(seconds)).toBe(ms);
  });
});

describe('requote', () => {
  it.each([
    [`"a"`, `"a"`],
    [`'a'`, `"a"`],
    ['`a`', `"a"`],
    [`'say "hi"'`, String.raw`"say \"hi\""`],
    [String.raw`'it\'s'`, `"it's"`],
    ['`a\\d`', String.raw`"a\\d"`],
    [String.raw`"a\\.b\n"`, String.raw`"a\\.b\n"`],
    ['`a\nb`', String.raw`"a\nb"`],
    [String.raw`"\a\b\f\t\v\r"`, String.raw`"\a\b\f\t\v\r"`],
    [String.raw`"\x41\101A\U00000041"`, `"AAAA"`],
    [String.raw`"\xff\xc3\xa9"`, String.raw`"\xffé"`],
    [String.raw`"\xc3"`, String.raw`"\xc3"`],
    [String.raw`"\xed\xa0\x80"`, String.raw`"\xed\xa0\x80"`],
    [String.raw`"\xf0\x9f\x98\x80"`, `"😀"`],
    [String.raw`"\xc0\x80"`, String.raw`"\xc0\x80"`],
    [String.raw`"\ud800"`, `"\ufffd"`],
    [
      `"\x7f\u00a0\u00ad\u200b😀\ufffd\u3000é"`,
      String.raw`"\x7f\u00a0\u00ad\u200b😀` + `\ufffd` + String.raw`\u3000é"`,
    ],
    ['"\u{e0100}\u{10ffff}"', '"\u{e0100}\\U0010ffff"'],
  ])('%s is printed as %s', (source, text) => {
    expect(requote(source)).toBe(text);
  });
});
