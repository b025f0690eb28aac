import { describe, expect, it } from 'vitest';
import { readNumber } from './numbers';

describe('readNumber', () => {
  it.each([
    ['0', 0],
    ['42', 42],
    ['0755', 493],
    ['08', 8],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1E-3', 0.001],
    ['0xff', 255],
    ['0X_1f', 31],
    ['1_000', 1000],
    ['1_0.5_0', 10.5],
    ['9007199254740993', 9007199254740992],
    ['99999999999999999999', 1e20],
    ['Inf', Infinity],
    ['nAn', NaN],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['1e400', '0xffffffffffffffffff', '0x', '.5.', '1_', '1__0'])('%s is none', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});
