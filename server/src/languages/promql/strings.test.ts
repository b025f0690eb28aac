import { describe, expect, it } from 'vitest';
import { unquote } from './strings';

describe('unquote', () => {
  it.each([
    ['"abc"', 'abc'],
    ["'it''s'", "it''s"],
    ['`a\\n`', 'a\\n'],
    ['"a\\n\\t\\\\\\""', 'a\n\t\\"'],
    ["'\\''", "'"],
    ['"\\x41\\101\\u00e9\\U0001F600"', 'AAé😀'],
    ['"\\xc3\\xa9"', 'é'],
    ['"open', 'open'],
    ['"\\q"', '\\q'],
    ['"', ''],
  ])('%s', (source, value) => {
    expect(unquote(source)).toEqual({ value, isUtf8: true });
  });

  it('tells of bytes that are no UTF-8', () => {
    expect(unquote('"a\\xffb"')).toEqual({ value: 'a\ufffdb', isUtf8: false });
  });
});
