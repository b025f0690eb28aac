import { describe, expect, it } from 'vitest';
import { nearestUri, shortName } from './nearest-config';

describe('nearestUri', () => {
  it.each([
    ['itself', 'file:///w/all.yml', ['file:///w/a.yml', 'file:///w/all.yml'], 1],
    ['one in the same folder', 'file:///w/a/rules.yml', ['file:///w/am.yml', 'file:///w/a/am.yml'], 1],
    ['one above', 'file:///w/a/rules/r.yml', ['file:///w/b/am.yml', 'file:///w/am.yml'], 1],
    ['one beside its folder', 'file:///w/a/rules/r.yml', ['file:///w/am.yml', 'file:///w/a/am/am.yml'], 1],
    ['the least deep of those', 'file:///w/a/r.yml', ['file:///w/a/x/y/am.yml', 'file:///w/a/z/am.yml'], 1],
    ['the first of equal ones', 'file:///w/a/r.yml', ['file:///w/b/am.yml', 'file:///w/c/am.yml'], 0],
    ['no name that begins alike', 'file:///w/ab/r.yml', ['file:///w/a/x/am.yml', 'file:///w/am.yml'], 1],
    [
      'the least deep for a new document',
      'untitled:Untitled-1',
      ['file:///w/a/am.yml', 'file:///w/am.yml'],
      1,
    ],
  ])('is %s', (_, from, uris, index) => {
    expect(nearestUri(uris, from)).toBe(uris[index]);
  });

  it('is nothing where there is none', () => {
    expect(nearestUri([], 'file:///w/r.yml')).toBeUndefined();
  });
});

describe('shortName', () => {
  const uris = [
    'file:///w/prod/am.yml',
    'file:///w/test/am.yml',
    'file:///w/test%20b/own.yml',
    'file:///am.yml',
  ];

  it.each([
    [0, 'prod/am.yml'],
    [1, 'test/am.yml'],
    [2, 'own.yml'],
    [3, '/am.yml'],
  ])('of %d is %s', (index, name) => {
    expect(shortName(uris[index]!, uris)).toBe(name);
  });
});
