import type { Tree } from '@lezer/common';
import type { CodeString, MarkedString } from '../code/tree';

/** What may name a language: a word, or two with `=` between. */
const NAMES_LANGUAGE = /^[\w.-]+(?:\s*[=:]\s*[\w.-]+)?$/;

/**
 * The strings that have a comment in front of them: it ends the line in front of the one on which the string is the
 * first. Only comments that may name a language count. `strings` are in the order in which they are put together, so
 * that of those that start at one place the longest comes last.
 */
export function markedStrings(text: string, tree: Tree, strings: readonly CodeString[]): MarkedString[] {
  const comments = languageComments(text, tree);
  if (comments.size === 0) return [];
  const marked = new Map<number, MarkedString>();
  for (const string of strings) {
    const line = text.lastIndexOf('\n', string.span.from - 1) + 1;
    const comment = comments.get(line);
    const before = marked.get(line);
    if (comment === undefined || (before && before.string.span.from < string.span.from)) continue;
    marked.set(line, { comment, string });
  }
  return [...marked.values()].sort((a, b) => a.string.span.from - b.string.span.from);
}

/** Comments by the offset of the line behind them. */
function languageComments(text: string, tree: Tree): Map<number, string> {
  const comments = new Map<number, string>();
  if (!text.includes('#')) return comments;
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'Comment') return;
      const comment = text.slice(from, to).replace(/^#+/, '').trim();
      const end = text.indexOf('\n', to);
      if (end >= 0 && NAMES_LANGUAGE.test(comment)) comments.set(end + 1, comment);
    },
  });
  return comments;
}
