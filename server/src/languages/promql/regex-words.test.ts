import { describe, expect, it } from 'vitest';
import { regexInWords } from './regex-words';

describe('regexInWords', () => {
  it.each([
    ['a|b|c', '`a`, `b` or `c`'],
    ['a', '`a`'],
    ['.+', 'anything but an empty value'],
    ['.*', 'anything, even an empty value'],
    ['|a', 'an empty value or `a`'],
    ['', 'an empty value'],
    ['web.*', 'what begins with `web`'],
    ['web.+', 'what begins with `web` and goes on'],
    ['.*-test', 'what ends with `-test`'],
    ['.+-test', 'what ends with `-test` after something'],
    ['.*test.*', 'what contains `test`'],
    ['5..', '`5` and any 2 characters'],
    ['4..|5..', '`4` and any 2 characters or `5` and any 2 characters'],
    ['..', 'any 2 characters'],
    ['a\\.b', '`a.b`'],
    ['a.b', undefined],
    ['(a|b)', undefined],
    ['[ab]', undefined],
    ['a+', undefined],
    ['\\d', undefined],
    ['x'.repeat(2000), undefined],
  ])('%s', (pattern, words) => {
    expect(regexInWords(pattern)).toBe(words);
  });
});
