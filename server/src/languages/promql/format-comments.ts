import type { Comment } from './ast';
import type { Anchor } from './format-build';

/**
 * Puts every comment beside the piece that it stands beside in the source: one at the end of a line behind the
 * piece before it, one on its own line in front of the piece after it. Words that formatting drops (commas,
 * a plus sign, an empty `by ()`) have no piece; their neighbours take over.
 *
 * @returns the comments that follow everything.
 */
export function attachComments(
  text: string,
  comments: readonly Comment[],
  anchors: readonly Anchor[],
): string[] {
  const ordered = [...anchors].sort((a, b) => a.from - b.from);
  const ending: string[] = [];
  let next = 0;
  for (const comment of comments) {
    while ((ordered[next]?.from ?? Infinity) < comment.span.from) next++;
    const words = comment.text.trimEnd();
    const before = ordered[next - 1];
    const after = ordered[next];
    const isTrailing = before && (comment.span.from < before.to || !isOwnLine(text, comment.span.from));
    if (isTrailing) before.piece.trail.push(words);
    else if (!after) ending.push(words);
    else if (after.sticks) after.piece.trail.push(words);
    else after.piece.lead.push(words);
  }
  return ending;
}

/** True when nothing but blanks stands on the line in front of `offset`. */
function isOwnLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t') at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
