import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, mergeChanges, type Change } from './change';

const apply = (text: string, change: Change, inserted: string) =>
  text.slice(0, change.from) + inserted + text.slice(change.oldTo);

describe('mergeChanges', () => {
  it('covers both changes, wherever they are', () => {
    const edit = fc.tuple(fc.nat(30), fc.nat(10), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), edit, edit, (text, a, b) => {
        const make = (source: string, [at, length, inserted]: [number, number, string]) => {
          const from = Math.min(at, source.length);
          const change = {
            from,
            oldTo: Math.min(from + length, source.length),
            newTo: from + inserted.length,
          };
          return { change, text: apply(source, change, inserted) };
        };
        const first = make(text, a);
        const second = make(first.text, b);
        const merged = mergeChanges(first.change, second.change);
        expect(apply(text, merged, second.text.slice(merged.from, merged.newTo))).toBe(second.text);
      }),
    );
  });
});

describe('changeBetween', () => {
  it.each([
    ['abc', 'abc', undefined],
    ['abc', 'aXc', { from: 1, oldTo: 2, newTo: 2 }],
    ['aaa', 'aaaa', { from: 3, oldTo: 3, newTo: 4 }],
    ['', 'x', { from: 0, oldTo: 0, newTo: 1 }],
    ['abab', 'ab', { from: 2, oldTo: 4, newTo: 2 }],
  ])('%j → %j', (before, after, expected) => {
    expect(changeBetween(before, after)).toEqual(expected);
  });
});
