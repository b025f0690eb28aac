import type { OffsetMap } from './region';

/** A stretch of a fragment and the stretch of the host that it comes from. */
export interface Run {
  readonly fragment: number;
  readonly length: number;
  readonly host: number;
  readonly hostLength: number;
  /** True when both have the same characters (or the host a hole as wide), so that inner offsets correspond. */
  readonly exact: boolean;
}

/**
 * The map of a fragment that is made of its host's text by stretches, in order: as it stands there, or as something else
 * (an escape for a character), which is one place in both.
 */
export class RunMap implements OffsetMap {
  constructor(private readonly runs: readonly Run[]) {}

  toHost(offset: number, side: 'start' | 'end' = 'start'): number {
    const { runs } = this;
    if (side === 'end') {
      const run = runs[firstWhere(runs, (r) => r.fragment >= offset) - 1] ?? runs[0];
      if (!run) return 0;
      if (offset <= run.fragment) return run.host;
      return run.host + (run.exact ? Math.min(offset - run.fragment, run.hostLength) : run.hostLength);
    }
    const run = runs[firstWhere(runs, (r) => r.fragment + r.length > offset)];
    if (run) return run.exact ? run.host + offset - run.fragment : run.host;
    const last = runs.at(-1);
    return last ? last.host + last.hostLength : 0;
  }

  toFragment(offset: number): number {
    const { runs } = this;
    const run = runs[firstWhere(runs, (r) => r.host > offset) - 1];
    if (!run) return 0;
    if (run.exact) return run.fragment + Math.min(offset - run.host, run.length);
    return offset < run.host + run.hostLength ? run.fragment : run.fragment + run.length;
  }
}

/** Index of the first item that fulfils `test`, which all later ones fulfil too; the length where none does. */
function firstWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
