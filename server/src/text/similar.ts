/** Beyond this many typing mistakes two words have nothing to do with each other. */
const MOST_MISTAKES = 5;

/**
 * The candidate that `word` was most likely meant to be, for "did you mean". At most `maxDistance` typing mistakes
 * away (insertions, deletions, replacements, swaps of neighbours; upper and lower case are the same), by default one
 * for three characters; of equally near ones the first. Otherwise the only candidate that begins with `word`. Time is
 * linear in the candidates' lengths, whatever the word.
 */
export function closest(
  word: string,
  candidates: Iterable<string>,
  maxDistance = Math.min(MOST_MISTAKES, Math.max(1, Math.floor(word.length / 3))),
): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let limit = maxDistance;
  const longer: string[] = [];
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    if (longer.length < 2 && typed.length > 2 && name.startsWith(typed)) longer.push(candidate);
    if (limit < 0 || Math.abs(name.length - typed.length) > limit) continue;
    const distance = boundedDistance(typed, name, limit);
    if (distance <= limit) {
      best = candidate;
      limit = distance - 1;
    }
  }
  return best ?? (longer.length === 1 ? longer[0] : undefined);
}

/** Optimal string alignment distance of `a` and `b`, or any number above `limit` as soon as it is known to exceed it. */
function boundedDistance(a: string, b: string, limit: number): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (from === '' || to === '') return from.length + to.length;
  return bandedDistance(from, to, limit);
}

/** The same by dynamic programming, of which only the cells within `limit` of the diagonal matter. */
function bandedDistance(a: string, b: string, limit: number): number {
  const width = b.length + 1;
  let beforeLast = new Array<number>(width).fill(Infinity);
  let last = Array.from({ length: width }, (_, column) => (column <= limit ? column : Infinity));
  let current = new Array<number>(width).fill(Infinity);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    current[from - 1] = from === 1 ? i : Infinity;
    if (to < b.length) current[to + 1] = Infinity;
    let least = at(current, from - 1);
    for (let j = from; j <= to; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(at(last, j) + 1, at(current, j - 1) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
