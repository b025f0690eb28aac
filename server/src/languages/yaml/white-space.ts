import { CR, HASH, LF, SPACE, TAB, isBlank, isBreak } from './characters';
import type { Dialect } from './resolve';
import type { Source } from './source';

/** How far go-yaml v3 looks for a comment behind white space. */
const COMMENT_WINDOW = 512;

/**
 * Steps over white space, line breaks and comments; true if a line break was among them.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_to_next_token and yaml_parser_scan_comments.
 * @param tabs blanks may be tabs, up to the first line break; `always` behind it, too
 */
export function skipToToken(
  source: Source,
  tabs: 'none' | 'first-line' | 'always',
  dialect: Dialect,
): boolean {
  let brokeLine = false;
  for (;;) {
    const allowsTabs = tabs === 'always' || (tabs === 'first-line' && !brokeLine);
    while (source.peek() === SPACE || (allowsTabs && source.peek() === TAB)) source.pos++;
    if (source.peek() === HASH) skipComments(source, dialect);
    if (!isBreak(source.peek())) return brokeLine;
    source.nextLine();
    brokeLine = true;
  }
}

/** Steps over a comment; version 3 goes on to those on the next lines, even behind tabs that aren't allowed otherwise. */
function skipComments(source: Source, dialect: Dialect): void {
  source.skipToLineEnd();
  while (dialect === 'v3' && stepToNextComment(source)) source.skipToLineEnd();
}

function stepToNextComment(source: Source): boolean {
  let { pos, lineStart } = source;
  const limit = pos + COMMENT_WINDOW;
  for (let c = source.at(pos); c === LF || c === CR || (pos > source.pos && isBlank(c)); c = source.at(pos)) {
    pos += isBlank(c) ? 1 : source.breakWidth(pos);
    if (!isBlank(c)) lineStart = pos;
  }
  if (pos >= limit || source.at(pos) !== HASH) return false;
  source.pos = pos;
  source.lineStart = lineStart;
  return true;
}

/**
 * Steps over a comment on the token's own line; the blanks before it may be tabs anywhere.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_line_comment.
 */
export function skipLineComment(source: Source): void {
  const from = source.pos;
  source.skipBlanks();
  if (source.peek() === HASH && source.pos < from + COMMENT_WINDOW) source.skipToLineEnd();
  else source.pos = from;
}
