import { describe, expect, it } from 'vitest';
import { RunMap } from './run-map';

/** `a\nb` as it stands at offset 10 of a host, its line break written as two characters. */
const map = new RunMap([
  { fragment: 0, length: 1, host: 10, hostLength: 1, exact: true },
  { fragment: 1, length: 1, host: 11, hostLength: 2, exact: false },
  { fragment: 2, length: 1, host: 13, hostLength: 1, exact: true },
]);

describe('a map of runs', () => {
  it.each([
    [0, 'start', 10],
    [1, 'start', 11],
    [2, 'start', 13],
    [3, 'start', 14],
    [0, 'end', 10],
    [1, 'end', 11],
    [2, 'end', 13],
    [3, 'end', 14],
    [9, 'end', 14],
  ] as const)('goes from %d (%s) to %d', (offset, side, host) => {
    expect(map.toHost(offset, side)).toBe(host);
  });

  it.each([
    [0, 0],
    [10, 0],
    [11, 1],
    [12, 1],
    [13, 2],
    [14, 3],
    [99, 3],
  ])('goes back from %d to %d', (host, offset) => {
    expect(map.toFragment(host)).toBe(offset);
  });

  it('has one place where it is empty', () => {
    expect(new RunMap([]).toHost(3)).toBe(0);
    expect(new RunMap([]).toFragment(3)).toBe(0);
  });
});
