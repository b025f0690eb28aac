import type { Span } from '../../text/span';
import type { Comment, PromqlFault, Token } from './ast';
import type { PromqlCode } from './codes';
import {
  braceEnd,
  isAlpha,
  isAlphaNumeric,
  isBlank,
  isDigit,
  isLineBreak,
  shown,
  wordEnd,
} from './lexer-characters';
import { durationEnd, numberEnd } from './lexer-numbers';
import { scanRawString, scanString } from './lexer-strings';
import { wordKind, type TokenKind } from './token-kinds';

/**
 * Where the lexer is: outside of all brackets; in braces; in square brackets before the first number, where only
 * what durations are made of may stand; or in square brackets after it.
 */
type Mode = 'statement' | 'braces' | 'range start' | 'range';

const NO_HOLE: Span = { from: Infinity, to: Infinity };

/** What a number or a duration may have beside a placeholder: `5{{ unit }}`, `{{ n }}m`, `1e{{ n }}`. */
const BESIDE_NUMBER = /^[\d.]*(?:e[+-]?\d*|ms|[smhdwy])?$/i;

/** What characters of other languages are meant to be. */
const HINTS: Readonly<Record<string, string | undefined>> = {
  '&': '; the operator is "and"',
  '|': '; the operator is "or"',
  $: '; variables of Grafana are not known to Prometheus',
  ';': '; an expression ends with the text',
};

/**
 * Cuts an expression into tokens, one at each `next()`, after the state machine of Prometheus' promql/parser/lex.go.
 * The current token is in `kind`, `from` and `to`. Where Prometheus stops, this goes on behind what is wrong, with
 * `fault` set; `leave` tells it of a bracket that the parser has given up.
 */
export class Lexer {
  kind: TokenKind = 'end of input';
  from = 0;
  to = 0;
  /** A placeholder is part of the token. */
  holed = false;
  /** What is wrong with the token itself. */
  fault: PromqlFault | undefined;
  /** A string that doesn't end has swallowed the rest, so nothing more can be said of what is missing. */
  hasSwallowed = false;
  /** How many tokens were read. */
  count = 0;
  readonly comments: Comment[] = [];

  #mode: Mode = 'statement';
  #parens = 0;
  #gotColon = false;
  /** A number stood in square brackets; as upstream, it stays true for the brackets that follow. */
  #gotDuration = false;
  #hole: Span;
  #nextHole = 1;
  /** Numbers of the tokens at which the parser gave up a bracket, and whether the token was read again. */
  readonly #left = new Map<number, boolean>();

  /**
   * @param holes placeholders, in order of place.
   * @param hasMinMax whether `min` and `max` are words of durations.
   */
  constructor(
    readonly text: string,
    readonly holes: readonly Span[],
    readonly hasMinMax: boolean,
  ) {
    this.#hole = holes[0] ?? NO_HOLE;
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
    this.#mode = 'statement';
    if (!again) return;
    this.to = this.from;
    while (this.#nextHole > 1 && (this.holes[this.#nextHole - 2]?.from ?? -1) >= this.to) this.#nextHole--;
    this.#hole = this.holes[this.#nextHole - 1] ?? NO_HOLE;
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
      if (isBlank(c) && this.to !== this.#hole.from) this.to++;
      else if (this.text[this.to] === '#' && this.#mode !== 'range start') this.#comment();
      else return;
    }
  }

  #comment(): void {
    const from = this.to;
    while (this.to < this.text.length && !isLineBreak(this.text.charCodeAt(this.to))) this.to++;
    this.#passHoles();
    this.comments.push({ text: this.text.slice(from, this.to), span: { from, to: this.to } });
  }

  #scan(): TokenKind {
    if (this.to >= this.text.length) return this.#end();
    if (this.to === this.#hole.from) return this.#compound();
    const c = this.text.charCodeAt(this.to);
    const character = this.text.charAt(this.to);
    if (this.#mode === 'braces') return isAlpha(c) ? this.#label() : this.#insideBraces(character);
    const isNumber = isDigit(c) || (character === '.' && isDigit(this.text.charCodeAt(this.to + 1)));
    if (isNumber) return this.#number();
    switch (this.#mode) {
      case 'statement':
        return isAlpha(c) || character === ':' ? this.#word() : this.#symbol(character);
      case 'range':
        return isAlpha(c) ? this.#durationWord(', expected \':\' or "]"') : this.#symbol(character);
      case 'range start':
        return isAlpha(c) ? this.#durationWord('') : this.#rangeStart(character);
    }
  }

  #end(): TokenKind {
    if (this.hasSwallowed) return 'end of input';
    if (this.#mode === 'braces') {
      this.#report('promql/unclosed', 'unexpected end of input inside braces: write the closing "}"');
    } else if (this.#mode === 'range start') {
      this.#report(
        'promql/unclosed',
        'unexpected end of input in duration expression: write a duration and "]"',
      );
    } else if (this.#parens > 0) {
      this.#report('promql/unclosed', 'unclosed left parenthesis: write the closing ")"');
    } else if (this.#mode === 'range') {
      this.#report('promql/unclosed', 'unclosed left bracket: write the closing "]"');
    }
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
        this.#mode = 'braces';
        return this.#take(character);
      case '[':
        if (this.#mode === 'range') return this.#junk('unexpected left bracket "["');
        this.#mode = 'range start';
        this.#gotColon = false;
        return this.#take(character);
      case ']':
        if (this.#mode === 'statement')
          return this.#junk('unexpected right bracket "]": nothing is open here');
        this.#mode = 'statement';
        return this.#take(character);
      case ':':
        if (this.#gotColon) return this.#junk('unexpected colon ":": one is enough, between range and step');
        this.#gotColon = true;
        return this.#take(character);
      case '@':
      case ',':
      case '*':
      case '/':
      case '%':
      case '+':
      case '-':
      case '^':
        return this.#take(character);
      case '=':
        if (second === '=') return this.#take('==');
        if (second !== '~') return this.#take(character);
        return this.#junk(`unexpected character after '=': '~'; "=~" stands inside braces only`, 2);
      case '!':
        if (second === '=') return this.#take('!=');
        return this.#junk(
          `unexpected character after '!': ${shown(this.text, this.to + 1)}; not equal is "!="`,
          2,
        );
      case '<':
        if (second === '=') return this.#take('<=');
        return this.#take(second === '/' ? '</' : character);
      case '>':
        if (second === '=') return this.#take('>=');
        return this.#take(second === '/' ? '>/' : character);
      case '"':
      case "'":
      case '`':
        return this.#string(character);
      default:
        return this.#junk(`unexpected character: ${shown(this.text, this.to)}${HINTS[character] ?? ''}`);
    }
  }

  #paren(character: '(' | ')'): TokenKind {
    this.to++;
    if (character === '(') {
      this.#parens++;
    } else if (this.#parens > 0) {
      this.#parens--;
    } else {
      return this.#misplaced('unexpected right parenthesis ")": nothing is open here');
    }
    return character;
  }

  #rangeStart(character: string): TokenKind {
    const where = 'in duration expression';
    switch (character) {
      case ']':
        this.#mode = 'statement';
        return this.#take(character);
      case ':':
        this.to++;
        if (!this.#gotDuration) return this.#misplaced(`unexpected colon before duration ${where}`);
        if (this.#gotColon) return this.#misplaced(`unexpected repeated colon ${where}`);
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
        return this.#take(character);
      default:
        return this.#junk(
          `unexpected character ${where}: ${shown(this.text, this.to)}; write for instance 5m`,
        );
    }
  }

  /** A token that was read but may not be here. The fault is behind it, where upstream notices. */
  #misplaced(message: string): TokenKind {
    this.#report('promql/syntax', message, this.to);
    return 'error';
  }

  /** In brackets `min` and `max` are read as what they were before Prometheus 3.13, with a fault since then. */
  #durationWord(expected: string): TokenKind {
    while (isAlpha(this.text.charCodeAt(this.to))) this.to++;
    const kind = wordKind(this.text.slice(this.from, this.to));
    const where = expected === '' ? ' in duration expression' : '';
    const message = `unexpected character${where}: ${shown(this.text, this.from)}${expected}`;
    switch (kind) {
      case 'step':
      case 'range':
      case 'max_of':
      case 'min_of':
        return kind;
      case 'max':
      case 'min':
        if (this.hasMinMax) return kind;
        this.#report(
          'promql/syntax',
          `${message}; ${kind}() of durations is ${kind}_of() since Prometheus 3.13`,
        );
        return kind;
      default:
        return this.#junk(`${message}; write for instance 5m`, 0);
    }
  }

  #insideBraces(character: string): TokenKind {
    const second = this.text.charAt(this.to + 1);
    const where = 'inside braces';
    switch (character) {
      case ',':
        return this.#take(character);
      case '}':
        this.#mode = 'statement';
        return this.#take(character);
      case '=':
        return this.#take(second === '~' ? '=~' : character);
      case '!':
        if (second === '~' || second === '=') return this.#take(`!${second}`);
        return this.#junk(`unexpected character after '!' ${where}: ${shown(this.text, this.to + 1)}`);
      case '"':
      case "'":
      case '`':
        return this.#string(character);
      case '{':
        return this.#junk('unexpected left brace "{"');
      case '[':
      case ')':
        return this.#junk(`unexpected character ${where}: '${character}', expected "}" before it`);
      case '-':
      case '.':
      case '/':
        return this.#junk(`unexpected character ${where}: '${character}', write such a label name in quotes`);
      default:
        return this.#junk(`unexpected character ${where}: ${shown(this.text, this.to)}`);
    }
  }

  #label(): TokenKind {
    while (isAlphaNumeric(this.text.charCodeAt(this.to))) this.to++;
    return this.to === this.#hole.from ? this.#compound() : 'identifier';
  }

  #word(): TokenKind {
    let hasColon = false;
    for (;;) {
      const c = this.text.charCodeAt(this.to);
      if (c === 58) hasColon = true;
      else if (!isAlphaNumeric(c)) break;
      this.to++;
    }
    if (this.to === this.#hole.from) return this.#compound();
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
    if (this.to === this.#hole.from) return this.#compound();
    if (end >= 0) return 'number';
    if (duration >= 0) return 'duration';
    const bad = this.text.slice(this.from, wordEnd(this.text, this.to));
    const message = `bad number or duration syntax: "${bad}"; write for instance 1.5, 1e6, 5m or 1h30m`;
    return this.#junk(message, 0, 'promql/number');
  }

  /** After the first number in square brackets. */
  #enterRange(): void {
    if (this.#mode !== 'range start') return;
    this.#mode = 'range';
    this.#gotDuration = true;
  }

  #string(quote: '"' | "'" | '`'): TokenKind {
    const scan = quote === '`' ? scanRawString : scanString;
    const ahead = this.#hole === NO_HOLE ? [] : this.holes.slice(this.#nextHole - 1);
    const { end, problem } = scan(this.text, this.to, ahead);
    this.to = end;
    this.holed = this.#hole.from < end;
    this.#passHoles();
    if (problem) {
      this.#report(problem.code, problem.message);
      if (problem.code === 'promql/unclosed') this.hasSwallowed = true;
    }
    return 'string';
  }

  /** A placeholder with what sticks to it; names are names even so, everything else is a hole. */
  #compound(): TokenKind {
    const isStatement = this.#mode === 'statement';
    let written = this.text.slice(this.from, this.to);
    this.holed = true;
    for (;;) {
      if (this.to === this.#hole.from) {
        this.to = this.#hole.to;
        this.#passHoles();
        continue;
      }
      const character = this.text.charAt(this.to);
      const joins = /^[\w.]$/.test(character) || (character === ':' && isStatement);
      if (!joins) break;
      written += character;
      this.to++;
    }
    this.#enterRange();
    return this.#mode === 'range' || BESIDE_NUMBER.test(written) ? 'hole' : 'identifier';
  }

  /** Moves to the first placeholder that isn't passed. */
  #passHoles(): void {
    while (this.#hole.from < this.to) this.#hole = this.holes[this.#nextHole++] ?? NO_HOLE;
  }

  /** Passes a token that is as long as its kind. */
  #take(kind: TokenKind): TokenKind {
    this.to += kind.length;
    return kind;
  }

  /** What can't be a token: `length` characters with the word or the braces behind, so that one cause is one fault. */
  #junk(message: string, length = 1, code: PromqlCode = 'promql/character'): TokenKind {
    this.#report(code, message);
    this.to = Math.min(this.text.length, this.to + length);
    const last = this.text.charCodeAt(this.to - 1);
    if (last >= 0xd800 && last < 0xdc00) this.to++;
    const opensBrace = this.text.slice(this.to - 1, this.to + 1).includes('{');
    this.to =
      opensBrace && this.#mode !== 'statement' ? braceEnd(this.text, this.to) : wordEnd(this.text, this.to);
    this.#passHoles();
    return 'error';
  }

  /** The place is from the token's start to the text's end: all that Prometheus leaves unread. */
  #report(code: PromqlCode, message: string, from = this.from): void {
    this.fault = { code, message, span: { from, to: this.text.length } };
  }
}
