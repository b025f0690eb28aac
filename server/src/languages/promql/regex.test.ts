import { describe, expect, it } from 'vitest';
import { checkRegex } from './regex';

describe('checkRegex', () => {
  it.each([
    ['', true],
    ['.*', true],
    ['a|', true],
    ['.?|b', true],
    ['(?:a)?', true],
    ['^$', true],
    ['.+', false],
    ['a', false],
    ['api|web.*', false],
    ['5..', false],
    ['\\d+', false],
    ['[a-z]', false],
    ['(?i)x', false],
    ['\\b', false],
    ['x{1000}', false],
  ])('%s matches the empty value: %s', (pattern, matchesEmpty) => {
    expect(checkRegex(pattern)).toEqual({ matchesEmpty });
  });

  it.each(['(', '*', 'a**', '[b-a]', '(?=x)', '\\1', 'x{1001}', 'a)(b', '\\pX'])('refuses %s', (pattern) => {
    expect(checkRegex(pattern).error).toMatch(/^error parsing regexp: /);
  });
});
