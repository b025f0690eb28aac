import { describe, expect, it } from 'vitest';
import { pathMatcher, resolvePattern } from './glob-paths';

describe('resolvePattern', () => {
  it.each([
    ['/etc/am/config.yml', 'templates/*.tmpl', '/etc/am/templates/*.tmpl'],
    ['/etc/am/config.yml', './../t/a.tmpl', '/etc/t/a.tmpl'],
    ['/etc/am/config.yml', '/srv/*.tmpl', '/srv/*.tmpl'],
    ['config.yml', 'a.tmpl', 'a.tmpl'],
    ['am/config.yml', '../a.tmpl', 'a.tmpl'],
  ])('of %s: %s is %s', (path, pattern, expected) => {
    expect(resolvePattern(path, pattern)).toBe(expected);
  });
});

describe('pathMatcher', () => {
  it.each([
    ['/t/*.tmpl', '/t/a.tmpl', true],
    ['/t/*.tmpl', '/t/x/a.tmpl', false],
    ['/t/[ab].tmpl', '/t/a.tmpl', true],
    ['/t/?.tmpl', '/t/ab.tmpl', false],
    ['/*/a.tmpl', '/t/a.tmpl', true],
  ])('%s on %s is %s', (pattern, path, expected) => {
    expect(pathMatcher(pattern)(path)).toBe(expected);
  });
});
