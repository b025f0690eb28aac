import type { Piece } from '../../text/piece-map';
import { linesFrom } from '../pieces/lines-from';

/** The content of a fenced code block. */
export interface Fence {
  /** The first word behind the fence, in lower case: `promql`. */
  readonly language: string;
  /** Stretches of the document, in order, that the content consists of: its lines without what they are indented by. */
  readonly pieces: readonly Piece[];
  /** Where the content begins in the document. */
  readonly from: number;
  /** What each line of the content has in front of it: blanks, and a `>` for each quote around. */
  readonly prefix: string;
}

/**
 * All fenced code blocks of a page, in order; blocks in blocks are content.
 * Source: CommonMark 0.31, Fenced code blocks.
 */
export function fencesIn(text: string): Fence[] {
  const found: Fence[] = [];
  let open: OpenFence | undefined;
  for (const [from, line] of linesFrom(text, 0)) {
    const taken = open?.take(from, line);
    if (taken === 'content') continue;
    open = taken === 'end' ? undefined : opening(from, line);
    if (open) found.push(open);
  }
  return found;
}

/** Marks of quotes and list items, the fence, and what is behind it. */
const OPENING = /^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*)(`{3,}|~{3,})(.*)/;

function opening(from: number, line: string): OpenFence | undefined {
  const [, before = '', marks = '', info = ''] = OPENING.exec(line) ?? [];
  // Backticks with more of them behind are code in a line.
  if (marks === '' || (marks.startsWith('`') && info.includes('`'))) return undefined;
  return new OpenFence(languageOf(info), marks, before.replace(/[^\s>]/g, ' '), from + line.length);
}

/** Of `promql title="x"`, `promql,ignore`, `{.promql}`, `promql{2}`. */
function languageOf(info: string): string {
  return /^\s*\{?\s*\.?([\w+#-]+)/.exec(info)?.[1]?.toLowerCase() ?? '';
}

class OpenFence implements Fence {
  readonly pieces: Piece[] = [];
  readonly #quotes: number;
  /** Column of the fence behind the last quote. */
  readonly #column: number;
  #length = 0;

  constructor(
    readonly language: string,
    readonly marks: string,
    readonly prefix: string,
    readonly from: number,
  ) {
    this.#quotes = prefix.split('>').length - 1;
    const [, blanks = ''] = /^(?:.*> ?)?([ \t]*)$/.exec(prefix) ?? [];
    this.#column = columnsOf(blanks);
  }

  /** Whether a line belongs to the content, ends the block, or stands behind what the block is in. */
  take(from: number, line: string): 'content' | 'end' | 'outside' {
    const inner = behindQuotes(line, this.#quotes);
    if (inner === undefined) return 'outside';
    const blanks = /^[ \t]*/.exec(line.slice(inner))?.[0] ?? '';
    const rest = line.slice(inner + blanks.length).trimEnd();
    // The list item that the fence stands in has ended: a fence is indented by three blanks at most.
    if (rest !== '' && columnsOf(blanks) < this.#column - 3) return 'outside';
    const mark = this.marks.charAt(0);
    if (rest.length >= this.marks.length && rest === mark.repeat(rest.length)) return 'end';
    this.#add(from + inner + lengthOf(blanks, this.#column), from + line.length);
    return 'content';
  }

  #add(from: number, to: number): void {
    const last = this.pieces.at(-1);
    const follows = last !== undefined && last.host + last.length === from;
    const piece = { fragment: this.#length, host: from, length: to - from };
    if (follows) this.pieces[this.pieces.length - 1] = { ...last, length: to - last.host };
    else this.pieces.push(piece);
    this.#length += piece.length;
  }
}

/** Where a line goes on behind the marks of that many quotes; nothing where it has fewer. */
function behindQuotes(line: string, quotes: number): number | undefined {
  const mark = /[ \t]*> ?/y;
  for (let count = 0; count < quotes; count++) {
    if (!mark.test(line)) return undefined;
  }
  return mark.lastIndex;
}

/** Columns that blanks take; a tab goes to the next multiple of four. */
function columnsOf(blanks: string): number {
  let columns = 0;
  for (const c of blanks) columns += c === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

/** How many of the blanks take no more than so many columns. */
function lengthOf(blanks: string, columns: number): number {
  let taken = 0;
  for (let length = 0; length < blanks.length; length++) {
    taken += blanks[length] === '\t' ? 4 - (taken % 4) : 1;
    if (taken > columns) return length;
  }
  return blanks.length;
}
