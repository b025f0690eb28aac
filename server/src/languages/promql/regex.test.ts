import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { checkRegex } from './regex';

const CHARACTERS = Array.from('ab-09.|()[]{}?*+^$\\,:/ _é💥');

describe('checkRegex', () => {
  it.each([
    ['', true],
    ['.*', true],
    ['a|', true],
    ['.?|b', true],
    ['(?:a)?', true],
    ['(a*|b)', true],
    ['^$', true],
    ['x{0}', true],
    ['.+', false],
    ['a', false],
    ['api|web.*', false],
    ['5..', false],
    ['\\d+', false],
    ['[a-z]', false],
    ['[^a-z-]+?', false],
    ['(?i)x', false],
    ['\\b', false],
    ['x{1000}', false],
  ])('%s matches the empty value: %s', (pattern, matchesEmpty) => {
    expect(checkRegex(pattern)).toEqual({ matchesEmpty });
  });

  it.each([
    '(',
    '*',
    'a**',
    'a{2}{3}',
    '|*',
    '[b-a]',
    '[]',
    '(?=x)',
    '\\1',
    'x{1001}',
    '💥*',
    '💥?|a',
    'a)(b',
    '\\pX',
    '\\é',
    '\\_',
  ])('says of %s what the engine says', (pattern) => {
    expect(verdictOf(pattern)).toEqual(engineVerdict(pattern));
  });

  it('gives the reason of RE2', () => {
    expect(checkRegex('(x').error).toBe('error parsing regexp: missing closing ): `(x`');
  });

  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...CHARACTERS) },
    fc.constantFrom(
      '(?:',
      '[a-z]',
      '[^0-9-]',
      '[\\d.]',
      '\\.',
      '\\w',
      '{2}',
      '{99}',
      '.*',
      '.+?',
      '|',
      '[a-',
      '-z]',
    ),
  );

  it('says of any pattern what the engine says', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const pattern = pieces.join('');
        expect(verdictOf(pattern)).toEqual(engineVerdict(pattern));
      }),
      { numRuns: 1500 },
    );
  });

  it('takes time linear in the pattern', () => {
    expect(checkRegex('(a|b)*[a-z]+'.repeat(800))).toEqual({ matchesEmpty: false });
    expect(checkRegex(`${'[a-z]'.repeat(1900)}[`).error).toMatch(/^error parsing regexp: missing closing ]/);
  });
});

function verdictOf(pattern: string) {
  const { error, matchesEmpty } = checkRegex(pattern);
  return { refused: error !== undefined, matchesEmpty };
}

function engineVerdict(pattern: string) {
  try {
    return { refused: false, matchesEmpty: RE2JS.compile(pattern).matches('') };
  } catch {
    return { refused: true, matchesEmpty: false };
  }
}
