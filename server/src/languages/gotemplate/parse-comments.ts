import * as faults from './faults';
import { actionEnd, closingAt } from './lexer';
import type { TemplateFault } from './token';

/** A comment that was read, and what is wrong with it. */
export interface ReadComment {
  readonly end: number;
  readonly fault?: TemplateFault;
  /** The rest of the text belongs to it. */
  readonly endless?: boolean;
}

/** Reads the comments of a template, after text/template/parse/lex.go (`lexComment`). */
export class CommentReader {
  /** Where the last comment that was looked for ends; -1 if nowhere. */
  #commentEnd = 0;

  constructor(readonly text: string) {}

  /** A comment whose `{{` is at `open` and `/*` at `from`; it must end directly before the closing delimiter. */
  read(open: number, from: number): ReadComment {
    const { text } = this;
    const bodyEnd = this.#endOfComment(from);
    if (bodyEnd < 0) return { end: text.length, fault: faults.unclosedComment(open), endless: true };
    const closing = closingAt(text, bodyEnd);
    if (closing > 0) return { end: bodyEnd + closing };
    const { end } = actionEnd(text, bodyEnd);
    return { end, fault: faults.commentBeforeClosing({ from: bodyEnd, to: Math.max(bodyEnd + 1, end) }) };
  }

  /** `{{ /* … ` with white space before the comment: `from` is where it begins. */
  readMisplaced(open: number, from: number): ReadComment {
    const { text } = this;
    const bodyEnd = this.#endOfComment(from);
    const closing = /\s*-?\}\}/y;
    closing.lastIndex = Math.max(0, bodyEnd);
    const closed = bodyEnd >= 0 && closing.test(text);
    const end = closed ? closing.lastIndex : actionEnd(text, from).end;
    return { end, fault: faults.commentAfterOpening(open, closed ? text.slice(open, end) : undefined) };
  }

  /** Behind the first end of a comment after `from`; -1 if there is none. */
  #endOfComment(from: number): number {
    if (this.#commentEnd >= 0 && this.#commentEnd < from + 4) {
      const at = this.text.indexOf('*/', from + 2);
      this.#commentEnd = at < 0 ? -1 : at + 2;
    }
    return this.#commentEnd;
  }
}
