import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './edits';
import { PatchedText } from './patched-text';

const edit = (from: number, to: number, newText: string) => ({ span: { from, to }, newText });

describe('PatchedText', () => {
  const patched = new PatchedText('0123456789', [edit(2, 4, ''), edit(6, 6, 'xy'), edit(8, 9, '.')]);

  it('has the edits', () => {
    expect(patched.text).toBe('0145xy67.9');
  });

  it.each([
    [0, 0, 0],
    [2, 4, 2],
    [3, 5, 5],
    [4, 6, 6],
    [5, 6, 6],
    [6, 6, 6],
    [7, 7, 7],
    [8, 8, 8],
    [9, 9, 9],
    [10, 10, 10],
  ])('%i is %i as a start and %i as an end', (offset, start, end) => {
    expect([patched.toSource(offset), patched.toSource(offset, 'end')]).toEqual([start, end]);
  });

  it('knows what was inserted', () => {
    expect([3, 4, 5, 6, 7, 8, 9].filter((offset) => patched.isInserted(offset))).toEqual([4, 5, 8]);
  });

  it('takes more edits, in offsets of its own text, on top of the old ones', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 5 }),
        (text, rounds) => {
          let expected = text;
          let result = new PatchedText(text, []);
          for (const round of rounds) {
            let at = 0;
            const edits = round.flatMap(([gap, width, newText]) => {
              const from = at + gap;
              at = from + width + 1;
              return from + width > expected.length ? [] : [edit(from, from + width, newText)];
            });
            expected = applyEdits(expected, edits);
            result = result.with(edits);
            expect(result.text).toBe(expected);
            expect(applyEdits(text, result.edits)).toBe(expected);
          }
        },
      ),
    );
  });
});
