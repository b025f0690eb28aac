import type { Change } from './change';
import type { TextSource } from './text-buffer';

/** Zero-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** How much of a text is looked at in one piece, UTF-16 units. */
const WINDOW = 64 * 1024;

/** Offsets in `(from, to]` at which lines start. Lines end at `\n`, `\r\n` or `\r` (LSP 3.17, "Text Documents"). */
export function lineStarts(text: TextSource, from = 0, to = text.length): number[] {
  const starts: number[] = [];
  for (let window = from; window < to; window += WINDOW) {
    // One more, to see whether a `\n` follows a `\r`.
    const part = text.slice(window, Math.min(to, window + WINDOW) + 1);
    const end = Math.min(to - window, WINDOW);
    for (let i = 0; i < end; i++) {
      const c = part.charCodeAt(i);
      if (c === LF || (c === CR && part.charCodeAt(i + 1) !== LF)) starts.push(window + i + 1);
    }
  }
  return starts;
}

/** Turns UTF-16 offsets into positions and back, in the time of a binary search. */
export class LineIndex {
  #starts: number[];

  /** Reads `text` when it is asked for lines, so a text that is edited in place is followed by `update`. */
  constructor(private readonly text: TextSource) {
    this.#starts = lineStarts(text);
    this.#starts.unshift(0);
  }

  /** Follows an edit that `text` has taken. Looks at the changed stretch only and moves the lines behind it. */
  update(change: Change): void {
    const delta = change.newTo - change.oldTo;
    // A line break can be joined or split by its neighbour: `\r` and `\n`.
    const from = Math.max(0, change.from - 1);
    const newTo = Math.min(this.text.length, change.newTo + 1);
    const first = lastAtOrBefore(this.#starts, from) + 1;
    const last = lastAtOrBefore(this.#starts, newTo - delta) + 1;
    const fresh = lineStarts(this.text, from, newTo);
    for (let i = last; i < this.#starts.length; i++) this.#starts[i] = (this.#starts[i] ?? 0) + delta;
    if (fresh.length < WINDOW) this.#starts.splice(first, last - first, ...fresh);
    else this.#starts = this.#starts.slice(0, first).concat(fresh, this.#starts.slice(last));
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of `line`; the text's end for a line beyond the last. */
  startOf(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.text.length;
  }

  /** The text of `line` without its line break. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/[\r\n]+$/, '');
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtOrBefore(this.#starts, at);
    return { line, character: at - (this.#starts[line] ?? 0) };
  }

  /** A column beyond the line's end means the line's end, as LSP has it. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.text.length;
    const start = this.startOf(line);
    return start + Math.max(0, Math.min(character, this.lineText(line).length));
  }
}

/** Index of the last of the ascending `values` that is at most `value`; -1 if all are greater. */
export function lastAtOrBefore(values: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
