import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex, lastAtOrBefore } from './line-index';
import { TextBuffer } from './text-buffer';

describe('LineIndex', () => {
  const text = 'a\nbc\r\n\rd😀e';
  const index = new LineIndex(text);

  it('breaks lines at \\n, \\r\\n and \\r', () => {
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => index.lineText(line))).toEqual(['a', 'bc', '', 'd😀e']);
  });

  it('goes from every offset to a position and back', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const position = index.positionAt(offset);
      if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
      expect(index.offsetAt(position)).toBe(offset);
    }
  });

  it('clamps what lies outside', () => {
    expect(index.offsetAt({ line: 1, character: 99 })).toBe(4);
    expect(index.offsetAt({ line: 99, character: 0 })).toBe(text.length);
    expect(index.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(index.positionAt(-3)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(999)).toEqual({ line: 3, character: 4 });
  });
});

describe('update', () => {
  it('is the same as a new index, wherever the edit is', () => {
    const text = fc.string({ unit: fc.constantFrom('\r', '\n', 'a'), maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(8), text, (before, at, length, inserted) => {
        const from = at % (before.length + 1);
        const oldTo = Math.min(before.length, from + length);
        const after = before.slice(0, from) + inserted + before.slice(oldTo);
        const buffer = new TextBuffer(before);
        const index = new LineIndex(buffer);
        const change = { from, oldTo, newTo: from + inserted.length };
        buffer.replace(change, inserted);
        index.update(change);
        const starts = (i: LineIndex) => Array.from({ length: i.lineCount }, (_, line) => i.startOf(line));
        expect(starts(index)).toEqual(starts(new LineIndex(after)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lastAtOrBefore', () => {
  it.each([
    [-1, -1],
    [0, 0],
    [4, 0],
    [5, 1],
    [99, 2],
  ])('%i → %i', (value, expected) => {
    expect(lastAtOrBefore([0, 5, 9], value)).toBe(expected);
  });
});
