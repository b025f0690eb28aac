import { describe, expect, it } from 'vitest';
import { checkCharacter, expandFormat, quote, unquote } from './strings';

/** The value, and for each of its offsets the two places in the literal. */
function places(literal: string) {
  const read = unquote(literal);
  if ('refused' in read) throw new Error(read.refused);
  const offsets = Array.from({ length: read.value.length + 1 }, (_, i) => i);
  return {
    value: read.value,
    starts: offsets.map((i) => read.map.toHost(i)),
    ends: offsets.map((i) => read.map.toHost(i, 'end')),
  };
}

describe('unquote', () => {
  it('is exact where nothing is escaped', () => {
    expect(places('"abc"')).toEqual({ value: 'abc', starts: [1, 2, 3, 4], ends: [1, 2, 3, 4] });
    expect(places('`a\\b`')).toEqual({ value: 'a\\b', starts: [1, 2, 3, 4], ends: [1, 2, 3, 4] });
  });

  it('holds escapes together', () => {
    expect(places('"a\\"b\\n"')).toEqual({ value: 'a"b\n', starts: [1, 2, 4, 5, 7], ends: [1, 2, 4, 5, 7] });
    expect(places('"\\u00e9\\x41x"')).toEqual({ value: 'éAx', starts: [1, 7, 11, 12], ends: [1, 7, 11, 12] });
    expect(places('"\\U0001f600"').value).toBe('😀');
  });

  it('drops carriage returns of raw strings', () => {
    expect(places('`a\r\nb`')).toMatchObject({ value: 'a\nb', starts: [1, 3, 4, 5] });
  });

  it('goes back', () => {
    const read = unquote('"a\\"b"');
    if ('refused' in read) throw new Error(read.refused);
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => read.map.toFragment(offset))).toEqual([0, 0, 1, 2, 2, 3, 3]);
  });

  it('takes bytes that are no characters for the replacement character', () => {
    expect(places('"\\xff\\377"').value).toBe('\ufffd\ufffd');
  });

  it.each([
    ['"a\\."', 2, 4],
    ['"\\ud800"', 1, 7],
    ['"\\U00110000"', 1, 11],
    ['"\\400"', 1, 5],
    ['"\\x4"', 1, 3],
    ['"\\\'"', 1, 3],
  ])('refuses %s', (literal, from, to) => {
    expect(unquote(literal)).toMatchObject({ from, to });
  });
});

describe('checkCharacter', () => {
  it.each(["'a'", "'\\n'", "'\\''", "'\"'", "'😀'", "'\\xff'", "'\\u00e9'"])('takes %s', (literal) => {
    expect(checkCharacter(literal)).toBeUndefined();
  });

  it.each(["''", "'ab'", "'\\na'", "'\\\"'", "'\\q'"])('refuses %s', (literal) => {
    expect(checkCharacter(literal)).toBeDefined();
  });
});

describe('expandFormat', () => {
  it('keeps verbs as holes and halves percent signs', () => {
    const { value, holes, map } = expandFormat('a %% b{c="%s"} %.2f');
    expect(value).toBe('a % b{c="%s"} %.2f');
    expect(holes.map(({ from, to }) => value.slice(from, to))).toEqual(['%s', '%.2f']);
    expect([2, 3, 4].map((offset) => map.toHost(offset))).toEqual([2, 4, 5]);
  });
});

describe('quote', () => {
  it.each([
    ['a"b\\c\n', false, 'a\\"b\\\\c\\n'],
    ['a"b', true, 'a"b'],
    ['a`b', true, { refused: 'a string in backquotes holds no backquote' }],
  ])('%s (raw: %s)', (text, raw, expected) => {
    expect(quote(text, raw)).toEqual(expected);
  });
});
