import type { Span } from '../../text/span';
import type { Comment, Token } from './ast';
import { isAlpha, isAlphaNumeric, isBlank, isDigit, isLineBreak, wordEnd } from './lexer-characters';
import { LexerCursor } from './lexer-cursor';
import { braceMessage, rangeMessage, symbolMessage, unclosedMessage } from './lexer-messages';
import { durationEnd, numberEnd } from './lexer-numbers';
import { scanRawString, scanString } from './lexer-strings';
import { wordKind, type TokenKind } from './token-kinds';

/** What a number or a duration may have beside a placeholder: `5{{ unit }}`, `{{ n }}m`, `1e{{ n }}`. */
const BESIDE_NUMBER = /^[\d.]*(?:e[+-]?\d*|ms|[smhdwy])?$/i;

/**
 * Cuts an expression into tokens, one at each `next()`, after the state machine of Prometheus' promql/parser/lex.go.
 * The current token is in `kind`, `from` and `to`. Where Prometheus stops, this goes on behind what is wrong, with
 * `fault` set; `leave` tells it of a bracket that the parser has given up.
 */
export class Lexer extends LexerCursor {
  kind: TokenKind = 'end of input';
  /** A string that doesn't end has swallowed the rest, so nothing more can be said of what is missing. */
  hasSwallowed = false;
  /** How many tokens were read. */
  count = 0;
  readonly comments: Comment[] = [];

  #parens = 0;
  #gotColon = false;
  /** A number stood in square brackets; as upstream, it stays true for the brackets that follow. */
  #gotDuration = false;
  /** Numbers of the tokens at which the parser gave up a bracket, and whether the token was read again. */
  readonly #left = new Map<number, boolean>();

  /**
   * @param holes placeholders, in order of place.
   * @param hasMinMax whether `min` and `max` are words of durations.
   */
  constructor(
    text: string,
    holes: readonly Span[],
    readonly hasMinMax: boolean,
  ) {
    super(text, holes);
  }

  next(): void {
    this.fault = undefined;
    this.holed = false;
    this.#skipBlanks();
    this.from = this.to;
    this.kind = this.#scan();
    this.count++;
  }

  /**
   * Goes on as outside of brackets: the parser found that a brace or a square bracket isn't closed.
   *
   * @param again whether the current token is to be read once more, as one outside of brackets.
   */
  leave(again: boolean): void {
    this.#left.set(this.count, again);
    this.mode = 'statement';
    if (!again) return;
    this.rewind();
    this.count--;
    this.next();
  }

  /** All tokens of the text, read once more: few ask for them. */
  tokens(): Token[] {
    const lexer = new Lexer(this.text, this.holes, this.hasMinMax);
    const tokens: Token[] = [];
    do {
      lexer.next();
      const again = this.#left.get(lexer.count);
      if (again !== undefined) lexer.leave(again);
      const { kind, from, to } = lexer;
      tokens.push({ kind, text: this.text.slice(from, to), span: { from, to } });
    } while (lexer.kind !== 'end of input');
    return tokens;
  }

  #skipBlanks(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.to);
      if (isBlank(c) && this.to !== this.hole.from) this.to++;
      else if (this.text[this.to] === '#' && this.mode !== 'range start') this.#comment();
      else return;
    }
  }

  #comment(): void {
    const from = this.to;
    while (this.to < this.text.length && !isLineBreak(this.text.charCodeAt(this.to))) this.to++;
    this.passHoles();
    this.comments.push({ text: this.text.slice(from, this.to), span: { from, to: this.to } });
  }

  #scan(): TokenKind {
    if (this.to >= this.text.length) return this.#end();
    if (this.to === this.hole.from) return this.#compound();
    const c = this.text.charCodeAt(this.to);
    const character = this.text.charAt(this.to);
    if (this.mode === 'braces') return isAlpha(c) ? this.#label() : this.#insideBraces(character);
    const isNumber = isDigit(c) || (character === '.' && isDigit(this.text.charCodeAt(this.to + 1)));
    if (isNumber) return this.#number();
    switch (this.mode) {
      case 'statement':
        return isAlpha(c) || character === ':' ? this.#word() : this.#symbol(character);
      case 'range':
        return isAlpha(c) ? this.#durationWord() : this.#symbol(character);
      case 'range start':
        return isAlpha(c) ? this.#durationWord() : this.#rangeStart(character);
    }
  }

  #end(): TokenKind {
    if (this.hasSwallowed) return 'end of input';
    const message = unclosedMessage(this.mode, this.#parens);
    if (message !== undefined) this.report('promql/unclosed', message);
    return 'end of input';
  }

  /** What may stand outside of braces and isn't a word or a number. */
  #symbol(character: string): TokenKind {
    const second = this.text.charAt(this.to + 1);
    switch (character) {
      case '(':
      case ')':
        return this.#paren(character);
      case '{':
        this.mode = 'braces';
        return this.take(character);
      case '[':
        if (this.mode === 'range') return this.#stray();
        this.mode = 'range start';
        this.#gotColon = false;
        return this.take(character);
      case ']':
        if (this.mode === 'statement') return this.#stray();
        this.mode = 'statement';
        return this.take(character);
      case ':':
        if (this.#gotColon) return this.#stray();
        this.#gotColon = true;
        return this.take(character);
      case '@':
      case ',':
      case '*':
      case '/':
      case '%':
      case '+':
      case '-':
      case '^':
        return this.take(character);
      case '=':
        if (second === '=') return this.take('==');
        return second === '~' ? this.#stray(2) : this.take(character);
      case '!':
        return second === '=' ? this.take('!=') : this.#stray(2);
      case '<':
        if (second === '=') return this.take('<=');
        return this.take(second === '/' ? '</' : character);
      case '>':
        if (second === '=') return this.take('>=');
        return this.take(second === '/' ? '>/' : character);
      case '"':
      case "'":
      case '`':
        return this.#string(character);
      default:
        return this.#stray();
    }
  }

  #stray(length = 1): TokenKind {
    return this.junk(symbolMessage(this.text, this.to), length);
  }

  #paren(character: '(' | ')'): TokenKind {
    this.to++;
    if (character === '(') {
      this.#parens++;
    } else if (this.#parens > 0) {
      this.#parens--;
    } else {
      return this.misplaced('unexpected right parenthesis ")": nothing is open here');
    }
    return character;
  }

  #rangeStart(character: string): TokenKind {
    const where = 'in duration expression';
    switch (character) {
      case ']':
        this.mode = 'statement';
        return this.take(character);
      case ':':
        this.to++;
        if (!this.#gotDuration) return this.misplaced(`unexpected colon before duration ${where}`);
        if (this.#gotColon) return this.misplaced(`unexpected repeated colon ${where}`);
        this.#gotColon = true;
        return character;
      case '(':
      case ')':
        return this.#paren(character);
      case ',':
      case '*':
      case '/':
      case '%':
      case '+':
      case '-':
      case '^':
        return this.take(character);
      default:
        return this.junk(`${rangeMessage(this.text, this.to)}; write for instance 5m`);
    }
  }

  /** In brackets `min` and `max` are read as what they were before Prometheus 3.13, with a fault since then. */
  #durationWord(): TokenKind {
    while (isAlpha(this.text.charCodeAt(this.to))) this.to++;
    const kind = wordKind(this.text.slice(this.from, this.to));
    const message = rangeMessage(this.text, this.from, this.mode === 'range');
    switch (kind) {
      case 'step':
      case 'range':
      case 'max_of':
      case 'min_of':
        return kind;
      case 'max':
      case 'min':
        if (this.hasMinMax) return kind;
        this.report(
          'promql/syntax',
          `${message}; ${kind}() of durations is ${kind}_of() since Prometheus 3.13`,
        );
        return kind;
      default:
        return this.junk(`${message}; write for instance 5m`, 0);
    }
  }

  #insideBraces(character: string): TokenKind {
    const second = this.text.charAt(this.to + 1);
    switch (character) {
      case ',':
        return this.take(character);
      case '}':
        this.mode = 'statement';
        return this.take(character);
      case '=':
        return this.take(second === '~' ? '=~' : character);
      case '!':
        if (second === '~' || second === '=') return this.take(`!${second}`);
        return this.junk(braceMessage(this.text, this.to));
      case '"':
      case "'":
      case '`':
        return this.#string(character);
      default:
        return this.junk(braceMessage(this.text, this.to));
    }
  }

  #label(): TokenKind {
    while (isAlphaNumeric(this.text.charCodeAt(this.to))) this.to++;
    return this.to === this.hole.from ? this.#compound() : 'identifier';
  }

  #word(): TokenKind {
    let hasColon = false;
    for (;;) {
      const c = this.text.charCodeAt(this.to);
      if (c === 58) hasColon = true;
      else if (!isAlphaNumeric(c)) break;
      this.to++;
    }
    if (this.to === this.hole.from) return this.#compound();
    if (hasColon) return 'metric identifier';
    const kind = wordKind(this.text.slice(this.from, this.to)) ?? 'identifier';
    // So that metrics may have these names, they are keywords in front of a parenthesis only.
    const isFill = kind === 'fill' || kind === 'fill_left' || kind === 'fill_right';
    return isFill && !this.#parenFollows() ? 'identifier' : kind;
  }

  #parenFollows(): boolean {
    let at = this.to;
    while (isBlank(this.text.charCodeAt(at))) at++;
    return this.text.charAt(at) === '(';
  }

  #number(): TokenKind {
    this.#enterRange();
    const end = numberEnd(this.text, this.to);
    const duration = end < 0 ? durationEnd(this.text, ~end) : -1;
    this.to = Math.max(end, duration, end < 0 ? ~end : 0);
    if (this.to === this.hole.from) return this.#compound();
    if (end >= 0) return 'number';
    if (duration >= 0) return 'duration';
    const bad = this.text.slice(this.from, wordEnd(this.text, this.to));
    const message = `bad number or duration syntax: "${bad}"; write for instance 1.5, 1e6, 5m or 1h30m`;
    return this.junk(message, 0, 'promql/number');
  }

  /** After the first number in square brackets. */
  #enterRange(): void {
    if (this.mode !== 'range start') return;
    this.mode = 'range';
    this.#gotDuration = true;
  }

  #string(quote: '"' | "'" | '`'): TokenKind {
    const scan = quote === '`' ? scanRawString : scanString;
    const { end, problem } = scan(this.text, this.to, this.holesAhead);
    this.to = end;
    this.holed = this.hole.from < end;
    this.passHoles();
    if (problem) {
      this.report(problem.code, problem.message);
      if (problem.code === 'promql/unclosed') this.hasSwallowed = true;
    }
    return 'string';
  }

  /** A placeholder with what sticks to it; names are names even so, everything else is a hole. */
  #compound(): TokenKind {
    const written = this.passCompound();
    this.#enterRange();
    return this.mode === 'range' || BESIDE_NUMBER.test(written) ? 'hole' : 'identifier';
  }
}
