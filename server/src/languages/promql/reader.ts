import type { Span } from '../../text/span';
import type { Expr, MissingExpr, PromqlFault, Word } from './ast';
import type { PromqlCode } from './codes';
import type { Dialect } from './dialect';
import { Lexer } from './lexer';
import type { TokenKind } from './token-kinds';

/** A fault with the number of the token that the parser had in view, by which Prometheus' first one is found. */
interface Noted {
  readonly fault: PromqlFault;
  readonly order: number;
}

/** What the parts of the parser share: the current token, the faults, and which nodes are damaged. */
export class Reader {
  /** Nodes with a fault of syntax inside, whose type or arguments say nothing. */
  readonly damaged = new Set<Expr>();
  /** Where the token before the current one ends. */
  end = 0;
  readonly lexer: Lexer;
  readonly #noted: Noted[] = [];
  #isQuiet = false;
  /** The number of the last token that was wrong or unexpected. */
  #lastWrong = -2;

  constructor(
    readonly text: string,
    holes: readonly Span[],
    readonly dialect: Dialect,
  ) {
    // Durations had `min` and `max` before they had `min_of` and `max_of`.
    const hasMinMax = dialect.since('3.6') && !dialect.since('3.13');
    this.lexer = new Lexer(text, holes, hasMinMax);
    this.#load();
  }

  get kind(): TokenKind {
    return this.lexer.kind;
  }

  get from(): number {
    return this.lexer.from;
  }

  get to(): number {
    return this.lexer.to;
  }

  /** The current token's place. */
  get span(): Span {
    return { from: this.lexer.from, to: this.lexer.to };
  }

  get tokenText(): string {
    return this.text.slice(this.lexer.from, this.lexer.to);
  }

  next(): void {
    this.end = this.lexer.to;
    this.#load();
  }

  #load(): void {
    this.lexer.next();
    this.#noteLexical();
  }

  #noteLexical(): void {
    const { fault, count } = this.lexer;
    if (!fault || this.#isQuiet) return;
    this.#lastWrong = count;
    this.#noted.push({ fault, order: 2 * count + 1 });
  }

  /** Where something unfinished reaches to: to a cursor at the text's end, if nothing follows. */
  get reach(): number {
    return this.kind === 'end of input' ? this.text.length : this.end;
  }

  /** Passes the current token as a word. */
  word(): Word {
    const { from, to, holed } = this.lexer;
    const word: Word = holed
      ? { text: this.tokenText, span: { from, to }, holed }
      : { text: this.tokenText, span: { from, to } };
    this.next();
    return word;
  }

  /** The same as comparing `kind`, which the compiler takes for unchanging. */
  is(kind: TokenKind): boolean {
    return this.lexer.kind === kind;
  }

  /** Passes the current token if it is of that kind. */
  accept(kind: TokenKind): boolean {
    if (this.lexer.kind !== kind) return false;
    this.next();
    return true;
  }

  fault(code: PromqlCode, span: Span, message: string, fixes?: PromqlFault['fixes']): void {
    this.#noted.push({ fault: { code, span, message, fixes }, order: 2 * this.lexer.count });
  }

  /** A fault that Prometheus notices only after it has read the current token. */
  lateFault(code: PromqlCode, span: Span, message: string, fixes?: PromqlFault['fixes']): void {
    this.#noted.push({ fault: { code, span, message, fixes }, order: 2 * this.lexer.count + 1 });
  }

  /**
   * The current token can't stand here. Says nothing where the token itself is wrong, or one so near before it that
   * this follows from it.
   */
  unexpected(context: string, expected: string, code: PromqlCode = 'promql/syntax'): void {
    const { count } = this.lexer;
    const isNear = count - this.#lastWrong < 2;
    this.#lastWrong = count;
    if (isNear || this.lexer.hasSwallowed) return;
    const where = context === '' ? '' : ` in ${context}`;
    const instead = expected === '' ? '' : `, expected ${expected}`;
    const fault = { code, span: this.span, message: `unexpected ${this.#description()}${where}${instead}` };
    this.#noted.push({ fault, order: 2 * this.lexer.count + 1 });
  }

  #description(): string {
    const shown = `"${this.tokenText}"`;
    switch (this.kind) {
      case 'identifier':
      case 'metric identifier':
      case 'number':
      case 'duration':
        return `${this.kind} ${shown}`;
      case 'string':
        return `string ${this.tokenText}`;
      case 'end of input':
        return this.kind;
      default:
        return shown;
    }
  }

  /** Passes tokens up to one of `kinds` or the end; see `skipWhile`. */
  skipTo(...kinds: readonly TokenKind[]): void {
    this.skipWhile((kind) => !kinds.includes(kind));
  }

  /** Passes tokens as long as `skips` wants, without a word: something before them is wrong already. */
  skipWhile(skips: (kind: TokenKind) => boolean): void {
    const { count } = this.lexer;
    this.#isQuiet = true;
    while (this.kind !== 'end of input' && skips(this.kind)) this.next();
    this.#isQuiet = false;
    // The token that ends the stretch may be wrong by itself; that brackets are still open at the end follows.
    if (this.kind !== 'end of input' && this.lexer.count > count) this.#noteLexical();
  }

  /** An expression that isn't there: all the space between the neighbours, so that a cursor in it finds it. */
  missing(): MissingExpr {
    const node: MissingExpr = {
      kind: 'missing',
      span: { from: this.end, to: Math.max(this.end, this.from) },
    };
    return node;
  }

  /** The faults of syntax, the one that Prometheus notices first at the front. */
  takeFaults(): PromqlFault[] {
    return this.#noted.sort((a, b) => a.order - b.order).map(({ fault }) => fault);
  }
}
