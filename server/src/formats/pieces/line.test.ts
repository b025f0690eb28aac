import { describe, expect, it } from 'vitest';
import { bareKey, documentStart, isKeyLine } from './line';

describe('isKeyLine', () => {
  it.each(['a:', 'a: b', 'a b: c', '"a": b', '? a', '&x a: b', 'http://x: y', 'a:\tb', 'a:\r\n'])(
    'takes %j',
    (line) => {
      expect(isKeyLine(line, 0)).toBe(true);
    },
  );

  it.each(['a', 'http://x', '- a: b', '-', '\ta: b', '], a: b', '}', ', a: b', '?a', ''])(
    'refuses %j',
    (line) => {
      expect(isKeyLine(line, 0)).toBe(false);
    },
  );
});

describe('bareKey', () => {
  it.each([
    ['rules:', 'rules'],
    ['rules:  # all', 'rules'],
    ['rules:\r\n', 'rules'],
    ['rules:#', undefined],
    ['rules: x', undefined],
    ['rules:\t', undefined],
    ['rules', undefined],
  ])('of %j is %j', (line, key) => {
    expect(bareKey(`  ${line}`, 2)).toBe(key);
  });
});

describe('documentStart', () => {
  it.each([
    ['# about', 'nothing'],
    ['%YAML 1.1', 'nothing'],
    ['...', 'nothing'],
    ['---', 'marker'],
    ['--- # about', 'marker'],
    ['--- |', 'other'],
    [' a: b', 'other'],
    ['{a: b}', 'other'],
    ['"a": b', 'other'],
    ['- a', 'other'],
    ['a: b', 'content'],
    ['---a: b', 'other'],
  ])('of %j is %s', (line, start) => {
    expect(documentStart(line)).toBe(start);
  });
});
