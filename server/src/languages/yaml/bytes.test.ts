import { describe, expect, it } from 'vitest';
import { decodeBytes } from './bytes';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('aé😀'), 'aé😀'],
    ['nothing', bytes(), ''],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['only the first of two marks', bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf), '\ufeff'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0, 0xde), 'a😀'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61, 0xd8, 0x3d, 0xde, 0), 'a😀'],
    ['control characters, which are refused later', bytes(0x61, 0, 0x7f), 'a\0\x7f'],
  ])('reads %s', (_, input, text) => {
    expect(decodeBytes(input)).toEqual({ text });
  });

  it.each([
    ['a leading octet', bytes(0x61, 0xff), 'invalid leading UTF-8 octet', 1],
    ['a trailing octet alone', bytes(0x80), 'invalid leading UTF-8 octet', 0],
    ['a trailing octet', bytes(0x61, 0xc3, 0x28), 'invalid trailing UTF-8 octet', 2],
    ['an end in a character', bytes(0x61, 0xe2, 0x82), 'incomplete UTF-8 octet sequence', 1],
    ['too long a sequence', bytes(0xc0, 0x80), 'invalid Unicode character or length of a UTF-8 sequence', 0],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), 'invalid Unicode character or length of a UTF-8 sequence', 0],
    ['half a unit', bytes(0xff, 0xfe, 0x61), 'incomplete UTF-16 character', 2],
    ['half a pair', bytes(0xff, 0xfe, 0x3d, 0xd8), 'incomplete UTF-16 surrogate pair', 2],
    ['a low surrogate first', bytes(0xff, 0xfe, 0, 0xde), 'unexpected low surrogate area in UTF-16', 2],
    ['no low surrogate', bytes(0xff, 0xfe, 0x3d, 0xd8, 0x61, 0), 'expected low surrogate area in UTF-16', 4],
  ])('refuses %s', (_, input, fault, offset) => {
    expect(decodeBytes(input)).toEqual({ fault, offset });
  });
});
