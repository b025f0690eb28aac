import { describe, expect, it } from 'vitest';
import { cursor } from './cursor';

describe('cursor', () => {
  it.each([
    ['‸', '', 0],
    ['a‸b', 'ab', 1],
    ['ab‸', 'ab', 2],
  ])('%s', (marked, text, offset) => {
    expect(cursor(marked)).toEqual({ text, offset });
  });

  it.each(['', 'ab', 'a‸b‸'])('refuses %j', (marked) => {
    expect(() => cursor(marked)).toThrow('one ‸ is needed');
  });
});
