import type { Span } from '../../text/span';
import type { Token } from './ast';

const OPENERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  ['}', '{'],
  [']', '['],
]);

/** The pairs of brackets, brackets included, by where they close. What is open or closed too often is left out. */
export function bracketPairs(tokens: readonly Token[]): Span[] {
  const pairs: Span[] = [];
  const open: Token[] = [];
  /** How many of each kind are open, so that looking for one that isn't there costs nothing. */
  const counts = new Map<string, number>();
  const count = (kind: string, by: 1 | -1): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + by);
  };
  for (const token of tokens) {
    const opener = OPENERS.get(token.kind);
    if (token.kind === '(' || token.kind === '{' || token.kind === '[') {
      open.push(token);
      count(token.kind, 1);
    }
    if (opener === undefined || !counts.get(opener)) continue;
    for (let last = open.pop(); last; last = open.pop()) {
      count(last.kind, -1);
      if (last.kind !== opener) continue;
      pairs.push({ from: last.span.from, to: token.span.to });
      break;
    }
  }
  return pairs;
}
