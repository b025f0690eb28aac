/** What the beginning of a line says about YAML's block structure. A line may come with or without its line break. */

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const DASH = 45;
const BYTE_ORDER_MARK = '\uFEFF';
/** What can't start a plain key: properties, aliases, collections, scalars of other styles, explicit keys. */
const NOT_A_KEY = new Set([
  '&',
  '!',
  '*',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '?',
  '-',
  '\t',
  '@',
  '`',
  '%',
]);
/** What continues something, where a line's content starts with it. */
const CONTINUES = new Set(['\t', ']', '}', ',']);

/** Column of the first character that isn't a space. */
export function indentOf(line: string): number {
  let column = 0;
  while (line.charCodeAt(column) === SPACE) column++;
  return column;
}

/** Column of the content behind the dash at `dash`. */
export function behindDash(line: string, dash: number): number {
  let column = dash + 1;
  while (line.charCodeAt(column) === SPACE) column++;
  return column;
}

/** Nothing but a comment from `column`, the first that isn't a space. */
export function isBlank(line: string, column: number): boolean {
  if (column >= line.length) return true;
  const c = line.charCodeAt(column);
  return c === LF || c === CR || c === HASH;
}

/** An item of a block sequence starts at `column`. */
export function isDash(line: string, column: number): boolean {
  return line.charCodeAt(column) === DASH && endsWord(line, column + 1);
}

/** `---`, `...` or a directive, which end a document. */
export function isMarker(line: string): boolean {
  if (line.charCodeAt(0) === PERCENT) return true;
  return (line.startsWith('---') || line.startsWith('...')) && endsWord(line, 3);
}

/** What stands at `column` may be a plain key or the start of one. */
export function startsPlainKey(line: string, column: number): boolean {
  return !NOT_A_KEY.has(line.charAt(column));
}

/**
 * A key of a block mapping may start at `column`, so what was open in deeper columns ends there. False for a word that
 * has no colon yet: while a key is typed in front of something, that stays where it was.
 */
export function isKeyLine(line: string, column: number): boolean {
  if (CONTINUES.has(line.charAt(column)) || isDash(line, column)) return false;
  if (line.charAt(column) === '?') return endsWord(line, column + 1);
  for (let colon = line.indexOf(':', column); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    if (endsWord(line, colon + 1)) return true;
  }
  return false;
}

/** The plain key at `column` if nothing but a comment stands behind its colon. */
export function bareKey(line: string, column: number): string | undefined {
  const colon = line.indexOf(':', column);
  if (colon < 0) return undefined;
  let rest = colon + 1;
  while (line.charCodeAt(rest) === SPACE) rest++;
  const isBare = isBlank(line, rest) && !(rest === colon + 1 && line.charCodeAt(rest) === HASH);
  return isBare ? line.slice(column, colon) : undefined;
}

/** A file's first line without a byte order mark, which is in no column. */
export function withoutMark(line: string): string {
  return line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line;
}

/**
 * What a line means that nothing but comments and directives stands in front of: nothing yet either, the marker of a
 * document that starts behind it, a document's first content in the first column, or content that lines can't be told
 * apart by.
 */
export function documentStart(line: string): 'nothing' | 'marker' | 'content' | 'other' {
  const column = indentOf(line);
  if (isBlank(line, column)) return 'nothing';
  if (column > 0) return 'other';
  if (line.charCodeAt(0) === PERCENT || line.startsWith('...')) return 'nothing';
  if (isMarker(line)) return isBlank(line, 3 + indentOf(line.slice(3))) ? 'marker' : 'other';
  return startsPlainKey(line, 0) ? 'content' : 'other';
}

function endsWord(line: string, column: number): boolean {
  if (column >= line.length) return true;
  const c = line.charCodeAt(column);
  return c === SPACE || c === TAB || c === LF || c === CR;
}
