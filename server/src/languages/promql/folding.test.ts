import { describe, expect, it } from 'vitest';
import { promqlFolds } from './folding';
import { parse } from './parse';

function folds(text: string): string[] {
  return promqlFolds(parse(text)).map(({ from, to }) => text.slice(from, to));
}

describe('promqlFolds', () => {
  it.each([
    ['sum(a)', []],
    ['sum(\n  a\n)', ['(\n  a']],
    ['sum(\n  a)', ['(\n  a)']],
    [
      'sum by (\n  b\n) (\r\n  a{\n    c="d"\n  }\r\n)',
      ['(\n  b', '(\r\n  a{\n    c="d"\n  }', '{\n    c="d"'],
    ],
    ['a[\n5m\n]', ['[\n5m']],
    ['# one\n# two\na # three\n# four\n', ['# one\n# two', '# three\n# four']],
    ['# one\n\n# two\na', []],
    ['sum(\n  a', []],
    ['a\n)\n', []],
    ['sum(\n  a{\n', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(folds(text)).toEqual(expected);
  });

  it('is bounded on unbalanced brackets', () => {
    const result = parse('('.repeat(10_000) + '\n' + ']'.repeat(10_000));
    expect(promqlFolds(result)).toEqual([]);
  });
});
