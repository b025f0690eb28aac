import type { Span } from '../../text/span';
import type { ParseResult } from './ast';
import { bracketPairs } from './brackets';

/** What can be folded: brackets of several lines, up to the line before the closing one, and comments in a row. */
export function promqlFolds({ text, tokens, comments }: ParseResult): Span[] {
  const folds = bracketPairs(tokens).map(({ from, to }) => ({ from, to: endOfContent(text, from, to) }));
  let first = comments[0];
  let last = first;
  for (const comment of comments.slice(1)) {
    const isNext =
      last !== undefined && /^(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(last.span.to, comment.span.from));
    if (!isNext) {
      if (first && last) folds.push({ from: first.span.from, to: last.span.to });
      first = comment;
    }
    last = comment;
  }
  if (first && last) folds.push({ from: first.span.from, to: last.span.to });
  return folds.filter(({ from, to }) => /[\r\n]/.test(text.slice(from, to))).sort((a, b) => a.from - b.from);
}

/** The end of the line before the closing bracket, where that begins its line. */
function endOfContent(text: string, from: number, to: number): number {
  const content = text.slice(from, to - 1);
  const blanks = /(?:\r\n|\n|\r)[ \t]*$/.exec(content)?.[0].length;
  return blanks === undefined ? to : to - 1 - blanks;
}
