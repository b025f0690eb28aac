import type { Span } from '../../text/span';
import type { ExpositionCode } from './codes';
import type { ExpositionFormat } from './entries';

/** What is wrong at a place; thrown away with the rest of its line. */
export class Fault {
  constructor(
    readonly code: ExpositionCode,
    readonly message: string,
    readonly span: Span,
  ) {}
}

const BLANKS = /[ \t]*/y;
const WORD = /[^ \t\n{}=,"]+|[^ \t\n]/y;

/** What metadata and samples are alike written with. */
export const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
export const QUOTED = /"(?:[^"\\]|\\[^\n])*"/y;

/** A page of samples and the place where reading stands. */
export class PageCursor {
  at = 0;
  /** Where the line, or what goes on in more than one, begins. */
  lineStart = 0;
  /** What the line has of the first label value that goes on in the next one. */
  brokenValue: Span | undefined;
  readonly isOpenMetrics: boolean;

  constructor(
    readonly text: string,
    readonly format: ExpositionFormat,
  ) {
    this.isOpenMetrics = format === 'openmetrics';
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Takes what the pattern matches here; '' where it doesn't. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken = ''] = pattern.exec(this.text) ?? [];
    this.at += taken.length;
    return taken;
  }

  /** Passes over blanks, where the format has them. */
  skipBlanks(): void {
    if (!this.isOpenMetrics) this.take(BLANKS);
  }

  /** A fault, by default of the word here. */
  fault(code: ExpositionCode, message: string, span = this.here()): Fault {
    return new Fault(code, message, span);
  }

  /** The word here, or where it should be. */
  private here(): Span {
    WORD.lastIndex = this.at;
    const length = WORD.exec(this.text)?.[0].length ?? 0;
    return { from: this.at, to: this.at + length };
  }

  restOfLine(): Span {
    const end = this.text.indexOf('\n', this.at);
    return { from: this.at, to: end < 0 ? this.text.length : end };
  }
}
