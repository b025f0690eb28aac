/** A stretch of a document that was replaced: `[from, oldTo)` before, `[from, newTo)` after. UTF-16 offsets. */
export interface Change {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** One change that covers `first` and then `second`, whose offsets are of the text after `first`. */
export function mergeChanges(first: Change, second: Change): Change {
  const firstDelta = first.newTo - first.oldTo;
  const secondDelta = second.newTo - second.oldTo;
  return {
    from: Math.min(first.from, second.from),
    oldTo: Math.max(first.oldTo, second.oldTo - firstDelta),
    newTo: Math.max(first.newTo + secondDelta, second.newTo),
  };
}

/** The smallest change that makes `after` of `before`; undefined when they are equal. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, oldTo: before.length - tail, newTo: after.length - tail };
}
