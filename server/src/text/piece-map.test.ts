import { describe, expect, it } from 'vitest';
import { PieceMap } from './piece-map';

// Fragment: `PP` (not in the host), `abc` (host 10–13), `defg` (host 20–24).
const map = new PieceMap([
  { fragment: 2, host: 10, length: 3 },
  { fragment: 5, host: 20, length: 4 },
]);

describe('PieceMap', () => {
  it.each([
    [0, 'start', 10],
    [2, 'start', 10],
    [4, 'start', 12],
    [5, 'start', 20],
    [5, 'end', 13],
    [9, 'end', 24],
    [99, 'start', 24],
  ] as const)('fragment %i (%s) is host %i', (offset, side, host) => {
    expect(map.toHost(offset, side)).toBe(host);
  });

  it.each([
    [0, 2],
    [10, 2],
    [13, 5],
    [15, 5],
    [20, 5],
    [22, 7],
    [99, 9],
  ])('host %i is fragment %i', (host, offset) => {
    expect(map.toFragment(host)).toBe(offset);
  });

  it('moves edits, and refuses those beyond the host', () => {
    expect(map.encode([{ span: { from: 6, to: 8 }, newText: 'x' }])).toEqual([
      { span: { from: 21, to: 23 }, newText: 'x' },
    ]);
    expect(map.encode([{ span: { from: 1, to: 3 }, newText: 'x' }])).toHaveProperty('refused');
    expect(map.encode([{ span: { from: 4, to: 6 }, newText: 'x' }])).toHaveProperty('refused');
  });
});
