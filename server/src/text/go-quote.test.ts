import { describe, expect, it } from 'vitest';
import { canBackquote, goQuote } from './go-quote';

describe('goQuote', () => {
  it.each([
    ['plain', '"plain"'],
    ['"\\', '"\\"\\\\"'],
    ["it's", '"it\'s"'],
    ['\x07\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
    ['\x00\x1f\x7f', '"\\x00\\x1f\\x7f"'],
    ['é€😀', '"é€😀"'],
    ['\u00a0\u200b\u{e0001}', '"\\u00a0\\u200b\\U000e0001"'],
    ['a\ud800b', '"a\ufffdb"'],
  ])('%j', (text, literal) => {
    expect(goQuote(text)).toBe(literal);
  });

  it('writes ASCII only where asked to', () => {
    expect(goQuote('é😀\ud800a', { ascii: true })).toBe('"\\u00e9\\U0001f600\\ufffda"');
  });

  it('escapes the quote that it uses', () => {
    expect(goQuote(`'"`, { mark: "'" })).toBe(`'\\'"'`);
  });
});

describe('canBackquote', () => {
  it.each([
    ['a\tb"\\', true],
    ['a`', false],
    ['a\n', false],
    ['\x7f', false],
    ['\ufeff', false],
  ])('%j: %s', (text, can) => {
    expect(canBackquote(text)).toBe(can);
  });
});
