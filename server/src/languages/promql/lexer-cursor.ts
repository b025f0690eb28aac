import type { Span } from '../../text/span';
import type { PromqlFault } from './ast';
import type { PromqlCode } from './codes';
import { braceEnd, wordEnd } from './lexer-characters';
import type { LexerMode } from './lexer-messages';
import type { TokenKind } from './token-kinds';

const NO_HOLE: Span = { from: Infinity, to: Infinity };

/** A token's place in a text with placeholders, and what is wrong with it: all of the lexer but its grammar. */
export class LexerCursor {
  from = 0;
  to = 0;
  /** A placeholder is part of the token. */
  holed = false;
  /** What is wrong with the token itself. */
  fault: PromqlFault | undefined;

  protected mode: LexerMode = 'statement';
  /** The first placeholder that isn't passed. */
  protected hole: Span;
  #nextHole = 1;

  /** @param holes placeholders, in order of place. */
  constructor(
    readonly text: string,
    readonly holes: readonly Span[],
  ) {
    this.hole = holes[0] ?? NO_HOLE;
  }

  /** The placeholders that aren't passed. */
  protected get holesAhead(): readonly Span[] {
    return this.hole === NO_HOLE ? [] : this.holes.slice(this.#nextHole - 1);
  }

  /** Moves to the first placeholder that isn't passed. */
  protected passHoles(): void {
    while (this.hole.from < this.to) this.hole = this.holes[this.#nextHole++] ?? NO_HOLE;
  }

  /** Goes back to the token's start. */
  protected rewind(): void {
    this.to = this.from;
    while (this.#nextHole > 1 && (this.holes[this.#nextHole - 2]?.from ?? -1) >= this.to) this.#nextHole--;
    this.hole = this.holes[this.#nextHole - 1] ?? NO_HOLE;
  }

  /** At a placeholder: passes it with what sticks to it. Gives what the token has beside its placeholders. */
  protected passCompound(): string {
    let written = this.text.slice(this.from, this.to);
    this.holed = true;
    for (;;) {
      if (this.to === this.hole.from) {
        this.to = this.hole.to;
        this.passHoles();
        continue;
      }
      const character = this.text.charAt(this.to);
      const joins = /^[\w.]$/.test(character) || (character === ':' && this.mode === 'statement');
      if (!joins) return written;
      written += character;
      this.to++;
    }
  }

  /** Passes a token that is as long as its kind. */
  protected take(kind: TokenKind): TokenKind {
    this.to += kind.length;
    return kind;
  }

  /** What can't be a token: `length` characters with the word or the braces behind, so that one cause is one fault. */
  protected junk(message: string, length = 1, code: PromqlCode = 'promql/character'): TokenKind {
    const { text } = this;
    this.report(code, message);
    this.to += length;
    const isHalf = isHighSurrogate(text.charCodeAt(this.to - 1));
    this.to = Math.min(text.length, isHalf ? this.to + 1 : this.to);
    const opensBrace = text.slice(this.to - 1, this.to + 1).includes('{');
    this.to = opensBrace && this.mode !== 'statement' ? braceEnd(text, this.to) : wordEnd(text, this.to);
    this.passHoles();
    return 'error';
  }

  /** A token that was read but may not be here. The fault is behind it, where upstream notices. */
  protected misplaced(message: string): TokenKind {
    this.report('promql/syntax', message, this.to);
    return 'error';
  }

  /** The place is from the token's start to the text's end: all that Prometheus leaves unread. */
  protected report(code: PromqlCode, message: string, from = this.from): void {
    this.fault = { code, message, span: { from, to: this.text.length } };
  }
}

function isHighSurrogate(c: number): boolean {
  return c >= 0xd800 && c < 0xdc00;
}
