import { isBreak } from './characters';

/** A line as a person sees it: its indentation, the dashes it starts with, and a key behind them. */
export interface Line {
  /** Offset of its first character. */
  readonly from: number;
  /** Offset behind its last character that isn't a blank. */
  readonly to: number;
  /** Offset of its first character that isn't a blank; `to` if there is none. */
  readonly content: number;
  /** How far it is indented. */
  readonly indent: number;
  /** Columns of the `-` that it starts with. */
  readonly dashes: readonly number[];
  /** Column of what stands behind them. */
  readonly column: number;
  /** Nothing, or a comment only. */
  readonly isBlank: boolean;
  /** It has a `name:` there. */
  readonly isKey: boolean;
  /** Nothing but a comment or a block scalar's indicator stands behind that. */
  readonly opensBlock: boolean;
}

const SHAPE =
  /^([ \t]*)((?:-[ \t]+)*)(?:([\w.$/-]+|"[^"]*"|'[^']*')[ \t]*:(?=\s|$)[ \t]*(?:[|>][-+\d]*[ \t]*)?(.?)|(#))?/;

/** A key that starts a line stands within so many characters; a longer match could exhaust the stack. */
const SHAPE_LIMIT = 2000;

/** The line that holds `offset`. */
export function lineAt(text: string, offset: number): Line {
  let from = Math.min(offset, text.length);
  while (from > 0 && !isBreak(text.charCodeAt(from - 1))) from--;
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  const line = text.slice(from, end);
  const [, indent = '', dashes = '', key, rest, comment] = SHAPE.exec(line.slice(0, SHAPE_LIMIT)) ?? [];
  const trimmed = line.trimEnd().length;
  const width = Math.min(indent.length, trimmed);
  return {
    from,
    to: from + trimmed,
    content: from + width,
    indent: width,
    dashes: [...dashes.matchAll(/-/g)].map(({ index }) => indent.length + index),
    column: indent.length + dashes.length,
    isBlank: trimmed === 0 || comment !== undefined,
    isKey: key !== undefined,
    opensBlock: key !== undefined && (rest === '' || rest === '#'),
  };
}

/** The line before `line`; nothing at the start of the text. */
export function lineBefore(text: string, { from }: Line): Line | undefined {
  if (from === 0) return undefined;
  return lineAt(text, text.startsWith('\r\n', from - 2) ? from - 2 : from - 1);
}

/** The line after `line`; nothing at the end of the text. */
export function lineAfter(text: string, line: Line): Line | undefined {
  let end = line.to;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  if (end === text.length) return undefined;
  return lineAt(text, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** So many lines are searched for the structure that a line belongs to. */
const REACH = 3000;

/**
 * The columns where the lines above `line`, from the inside out, have keys, or dashes if `line` starts with one: where
 * it may start.
 */
export function columnsAbove(text: string, line: Line): number[] {
  const columns: number[] = [];
  let limit = Infinity;
  let above = contentBefore(text, line);
  for (let i = 0; i < REACH && above !== undefined && limit > 0; i++) {
    if (above.indent < limit) {
      limit = above.indent;
      if (line.dashes.length > 0) columns.push(...above.dashes);
      else if (above.isKey) columns.push(above.column);
    }
    above = contentBefore(text, above);
  }
  return columns;
}

/** Whether `line` looks like the next key or entry behind a bracket that was opened on the line `opening` above it. */
export function isBehind(line: Line, opening: Line): boolean {
  const isStructure = line.isKey || line.dashes.length > 0;
  return isStructure && line.from > opening.from && line.indent <= opening.column;
}

/** The nearest line before `line` with something on it. */
export function contentBefore(text: string, line: Line): Line | undefined {
  let before = lineBefore(text, line);
  while (before?.isBlank) before = lineBefore(text, before);
  return before;
}

/** Where the text from `from` to the end of its line at `to` ends: before a comment. */
export function textEnd(text: string, from: number, to: number): number {
  const comment = /\s+#/.exec(text.slice(from, to));
  return comment === null ? to : from + comment.index;
}
