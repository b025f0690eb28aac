import { DASH, HASH, PLUS, SPACE, TAB, ZERO, isBlank, isBreak, isBreakOrEnd, isDigit } from './characters';
import { SyntaxFault, tabFault } from './faults';
import { breakValue } from './plain-scalars';
import type { ScalarSink } from './scalar-sink';
import type { Source } from './source';

export type Chomping = 'clip' | 'strip' | 'keep';

/** What follows `|` or `>` on its line. */
export interface BlockHeader {
  readonly chomping: Chomping;
  /** The indentation indicator; 0 when there is none. */
  readonly increment: number;
}

/** Where a block scalar's content stands. */
export interface BlockEnd {
  /** Column of the content's lines. */
  readonly indent: number;
  /** Behind the last character of the last content line (of the header, if there is none). */
  readonly to: number;
  /** Behind the line breaks and blank lines that belong to the scalar. */
  readonly tail: number;
}

/**
 * Reads `|` or `>` with its indicators, comment and line break.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_block_scalar.
 */
export function readBlockHeader(source: Source): BlockHeader {
  const start = source.pos++;
  let chomping = readChomping(source);
  let increment = 0;
  if (isDigit(source.peek())) {
    increment = source.peek() - ZERO;
    if (increment === 0)
      throw headerFault(source, 'found an indentation indicator equal to 0', source.pos + 1);
    source.pos++;
    chomping ??= readChomping(source);
  }
  source.skipBlanks();
  if (source.peek() === HASH) source.skipToLineEnd();
  if (!isBreakOrEnd(source.peek())) {
    const indicator = source.text.charAt(start);
    const problem = `did not find expected comment or line break: the text after \`${indicator}\` starts on the next line`;
    throw headerFault(source, problem, source.lineEnd(source.pos));
  }
  source.skipBreak();
  return { chomping: chomping ?? 'clip', increment };
}

function readChomping(source: Source): Chomping | undefined {
  const c = source.peek();
  if (c !== PLUS && c !== DASH) return undefined;
  source.pos++;
  return c === PLUS ? 'keep' : 'strip';
}

function headerFault(source: Source, message: string, to: number): SyntaxFault {
  return new SyntaxFault('yaml/block-scalar-header', message, source.pos, to);
}

/**
 * Reads the lines of a block scalar, from the line after its header on; leaves the source at the first
 * character behind it that isn't a space or a line break.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_block_scalar.
 * @param parentIndent column of the enclosing block collection, -1 outside of any
 */
export function readBlockBody(
  source: Source,
  header: BlockHeader,
  folded: boolean,
  parentIndent: number,
  out: ScalarSink,
): BlockEnd {
  let to = source.pos;
  while (to > 0 && isBreak(source.at(to - 1))) to--;
  const given = header.increment === 0 ? 0 : Math.max(parentIndent, 0) + header.increment;
  let lines = skipBlankLines(source, given, parentIndent);
  const indent = lines.indent;
  let lineBreak = -1;
  let blanks = lines.breaks;
  let afterSpaced = false;
  while (source.column === indent && !source.atEnd) {
    const spaced = isBlank(source.peek());
    const foldable = folded && !afterSpaced && !spaced && lineBreak >= 0;
    if (foldable && breakValue(source.at(lineBreak)) === '\n') {
      if (blanks.length === 0) out.put(' ', lineBreak, lineBreak + source.breakWidth(lineBreak));
    } else {
      putBreak(source, lineBreak, out);
    }
    for (const at of blanks) putBreak(source, at, out);
    afterSpaced = spaced;
    const from = source.pos;
    source.skipToLineEnd();
    to = source.pos;
    out.copy(from, to);
    lineBreak = -1;
    if (isBreak(source.peek())) {
      lineBreak = to;
      source.nextLine();
    }
    lines = skipBlankLines(source, indent, parentIndent);
    blanks = lines.breaks;
  }
  if (header.chomping !== 'strip') putBreak(source, lineBreak, out);
  if (header.chomping === 'keep') for (const at of blanks) putBreak(source, at, out);
  return { indent, to, tail: lines.tail };
}

function putBreak(source: Source, at: number, out: ScalarSink): void {
  if (at >= 0) out.put(breakValue(source.at(at)), at, at + source.breakWidth(at));
}

interface BlankLines {
  readonly breaks: readonly number[];
  /** The given indentation, or the one found if that is 0. */
  readonly indent: number;
  /** Behind the last line break. */
  readonly tail: number;
}

/** Steps over lines that hold nothing but indentation, and over the indentation of the line behind them. */
function skipBlankLines(source: Source, given: number, parentIndent: number): BlankLines {
  const breaks: number[] = [];
  let tail = source.pos;
  let widest = 0;
  for (;;) {
    while ((given === 0 || source.column < given) && source.peek() === SPACE) source.pos++;
    widest = Math.max(widest, source.column);
    if ((given === 0 || source.column < given) && source.peek() === TAB) {
      throw tabFault(source, 'found a tab character where an indentation space is expected');
    }
    if (!isBreak(source.peek())) break;
    breaks.push(source.pos);
    source.nextLine();
    tail = source.pos;
  }
  return { breaks, indent: given === 0 ? Math.max(widest, parentIndent + 1, 1) : given, tail };
}
