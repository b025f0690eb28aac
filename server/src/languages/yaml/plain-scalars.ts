import {
  COLON,
  HASH,
  LINE_SEPARATOR,
  PARAGRAPH_SEPARATOR,
  TAB,
  isBlank,
  isBreak,
  isFlowIndicator,
  isSpaceOrEnd,
} from './characters';
import { tabFault } from './faults';
import type { ScalarSink } from './scalar-sink';
import type { Source } from './source';

/** What a line break stands for where it is kept: LS and PS for themselves, all others for a line feed. */
export function breakValue(c: number): string {
  return c === LINE_SEPARATOR || c === PARAGRAPH_SEPARATOR ? String.fromCharCode(c) : '\n';
}

/** White space with line breaks in it, inside a plain or quoted scalar. */
export interface LineSpace {
  readonly from: number;
  readonly to: number;
  /** Offsets of the line breaks. */
  readonly breaks: readonly number[];
}

/**
 * Folds white space: one line break becomes a space, of several the first is dropped; LS and PS aren't folded.
 * @param keepAll the first break isn't dropped: it was escaped before
 */
export function foldLines(
  source: Source,
  { from, to, breaks }: LineSpace,
  out: ScalarSink,
  keepAll = false,
): void {
  const folds = !keepAll && breakValue(source.at(breaks[0] ?? from)) === '\n';
  if (folds && breaks.length === 1) {
    out.put(' ', from, to);
    return;
  }
  const kept = folds ? breaks.slice(1) : breaks;
  kept.forEach((at, i) => {
    // The indentation behind the last one stands for nothing: it stays when the line break goes.
    out.put(breakValue(source.at(at)), i === 0 ? from : at, kept[i + 1] ?? at + source.breakWidth(at));
  });
}

/** Where a plain scalar ended. */
export interface PlainEnd {
  /** Behind its last character. */
  readonly to: number;
  /** The source now stands on a later line than `to`. */
  readonly onLaterLine: boolean;
}

/**
 * Reads a plain scalar; leaves the source at the first character behind it that isn't white space.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_plain_scalar.
 * @param indent column that continuation lines must reach in a block collection
 */
export function readPlain(source: Source, indent: number, inFlow: boolean, out: ScalarSink): PlainEnd {
  let run = source.pos;
  let to = source.pos;
  let onLaterLine = false;
  while (!source.atDocumentMarker() && source.peek() !== HASH) {
    const from = source.pos;
    skipWord(source, inFlow);
    if (source.pos > from) to = source.pos;
    if (!isBlank(source.peek()) && !isBreak(source.peek())) break;
    source.skipBlanks();
    if (!isBreak(source.peek())) continue;
    const breaks = skipLines(source, indent);
    if ((!inFlow && source.column < indent) || !continues(source, inFlow)) {
      onLaterLine = true;
      break;
    }
    out.copy(run, to);
    foldLines(source, { from: to, to: source.pos, breaks }, out);
    run = source.pos;
  }
  out.copy(run, to);
  return { to, onLaterLine };
}

function skipWord(source: Source, inFlow: boolean): void {
  let pos = source.pos;
  for (;;) {
    const c = source.at(pos);
    if (isSpaceOrEnd(c)) break;
    if (c === COLON && isSpaceOrEnd(source.at(pos + 1))) break;
    if (inFlow && isFlowIndicator(c)) break;
    pos++;
  }
  source.pos = pos;
}

/** Whether a word of the scalar stands at the current place, the first on its line. */
function continues(source: Source, inFlow: boolean): boolean {
  const c = source.peek();
  if (isSpaceOrEnd(c) || c === HASH || source.atDocumentMarker()) return false;
  if (c === COLON && isSpaceOrEnd(source.peek(1))) return false;
  return !(inFlow && isFlowIndicator(c));
}

/** Steps over the line breaks here and the white space between them; gives the breaks' offsets. */
function skipLines(source: Source, indent: number): number[] {
  const breaks: number[] = [];
  for (;;) {
    const c = source.peek();
    if (isBreak(c)) {
      breaks.push(source.pos);
      source.nextLine();
    } else if (isBlank(c)) {
      if (c === TAB && source.column < indent) {
        throw tabFault(source, 'found a tab character that violates indentation');
      }
      source.pos++;
    } else {
      return breaks;
    }
  }
}
