import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBuffer } from './text-buffer';

describe('TextBuffer', () => {
  it('is the string that the same edits make, in whole and in parts', () => {
    const piece = fc
      .tuple(fc.string({ minLength: 1, maxLength: 5 }), fc.nat(20_000))
      .map(([s, n]) => s.repeat(n));
    const edit = fc.tuple(fc.nat(), fc.oneof(fc.nat(5), fc.nat(100_000)), piece);
    fc.assert(
      fc.property(
        piece,
        fc.array(edit, { maxLength: 6 }),
        fc.nat(),
        fc.nat(80_000),
        (start, edits, at, length) => {
          const buffer = new TextBuffer(start);
          let text = start;
          for (const [place, removed, inserted] of edits) {
            const from = place % (text.length + 1);
            const oldTo = Math.min(text.length, from + removed);
            text = text.slice(0, from) + inserted + text.slice(oldTo);
            buffer.replace({ from, oldTo, newTo: from + inserted.length }, inserted);
          }
          const from = at % (text.length + 1);
          expect(buffer.length).toBe(text.length);
          expect(buffer.slice(from, from + length) === text.slice(from, from + length)).toBe(true);
          expect(buffer.toString() === text).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
