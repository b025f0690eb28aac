import { CR, DASH, DOT, LF, isBlank, isBreak, isBreakOrEnd, isSpaceOrEnd } from './characters';

/** How far ahead a test at the current place may look; the text is padded so that it never runs out. */
const PADDING = '\0\0\0\0\0\0\0\0\0\0';

/** A text being read: where the reader stands, and where its line started. */
export class Source {
  readonly #padded: string;
  /** Without the padding. */
  readonly length: number;
  pos = 0;
  lineStart = 0;

  constructor(readonly text: string) {
    this.#padded = text + PADDING;
    this.length = text.length;
  }

  /** The code unit `ahead` of the current place; NUL behind the text. */
  peek(ahead = 0): number {
    return this.#padded.charCodeAt(this.pos + ahead);
  }

  at(offset: number): number {
    return this.#padded.charCodeAt(offset);
  }

  get column(): number {
    return this.pos - this.lineStart;
  }

  get atEnd(): boolean {
    return this.pos >= this.length;
  }

  /** Width of the line break at `offset`: `\r\n` is one. */
  breakWidth(offset: number): number {
    return this.at(offset) === CR && this.at(offset + 1) === LF ? 2 : 1;
  }

  /** Steps over the line break at the current place. */
  nextLine(): void {
    this.pos += this.breakWidth(this.pos);
    this.lineStart = this.pos;
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.pos++;
  }

  skipToLineEnd(): void {
    while (!isBreakOrEnd(this.peek())) this.pos++;
  }

  /** Steps over the line break at the current place, if there is one. */
  skipBreak(): void {
    if (isBreak(this.peek())) this.nextLine();
  }

  /** `---` or `...` at the start of a line, followed by a space, a line break or the end. */
  atDocumentMarker(): boolean {
    if (this.pos !== this.lineStart) return false;
    const c = this.peek();
    return (
      (c === DASH || c === DOT) && this.peek(1) === c && this.peek(2) === c && isSpaceOrEnd(this.peek(3))
    );
  }

  /** Offset of the end of the line that holds `offset`, without trailing blanks. */
  lineEnd(offset: number): number {
    let end = offset;
    while (!isBreakOrEnd(this.at(end))) end++;
    while (end > offset && isBlank(this.at(end - 1))) end--;
    return end;
  }
}
