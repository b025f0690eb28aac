import type { Span } from '../../text/span';
import * as faults from './faults';
import type { TemplateFault, Token, TokenType } from './token';

export function spanOf({ from, to }: Token): Span {
  return { from, to };
}

export const KEYWORDS: ReadonlySet<string> = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
]);

const WORD = /[\p{L}\p{Nd}_]+/uy;
const SPACES = /[ \t\r\n]+/y;
const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
const SINGLE: Readonly<Record<string, TokenType>> = { '=': 'assign', '|': 'pipe' };

/** True for a name that can stand behind a dot. */
export function isFieldName(name: string): boolean {
  return /^(?![0-9])[\p{L}\p{Nd}_]+$/u.test(name);
}

/** `regexp`, which is sticky, at `at`; the length of its match, -1 where there is none. */
function matchAt(regexp: RegExp, text: string, at: number): number {
  regexp.lastIndex = at;
  return regexp.test(text) ? regexp.lastIndex - at : -1;
}

function isSpace(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c === 32 || c === 9 || c === 13 || c === 10;
}

/** The length of the closing delimiter at `at`, with its trim marker (` -}}`); 0 where there is none. */
export function closingAt(text: string, at: number): number {
  if (text.startsWith('}}', at)) return 2;
  return isSpace(text, at) && text.startsWith('-}}', at + 1) ? 4 : 0;
}

/** The length of the opening delimiter at `at`, with its trim marker (`{{- `). */
export function openingAt(text: string, at: number): number {
  return text.charAt(at + 2) === '-' && isSpace(text, at + 3) ? 4 : 2;
}

/** How an action ends that can't be read any further. */
export interface ActionEnd {
  readonly end: number;
  /** What ends it: its own `}}`, another `{{`, or the end of the text. */
  readonly by: 'closing' | 'opening' | 'nothing';
}

/** The end of an action that can't be read beyond `from`. */
export function actionEnd(text: string, from: number): ActionEnd {
  const delimiter = /\{\{|\}\}/g;
  delimiter.lastIndex = from;
  const next = delimiter.exec(text);
  if (!next) return { end: text.length, by: 'nothing' };
  return next[0] === '}}' ? { end: next.index + 2, by: 'closing' } : { end: next.index, by: 'opening' };
}

/**
 * Reads the tokens of one action at a time, after text/template/parse/lex.go (Go 1.27). It is asked for one
 * token at a time, so that what follows a fault is not read as if it belonged to the action.
 */
export class ActionLexer {
  #at = 0;
  #open = 0;
  #parens: number[] = [];

  constructor(readonly text: string) {}

  /** Starts at `from`, behind the opening delimiter at `open`. */
  start(open: number, from = open + openingAt(this.text, open)): void {
    this.#open = open;
    this.#at = from;
    this.#parens = [];
  }

  next(): Token {
    const { text } = this;
    const from = this.#at;
    const closing = closingAt(text, from);
    if (closing > 0) {
      const paren = this.#parens.at(-1);
      if (paren !== undefined) return this.#error(faults.unclosedParen(paren));
      return this.#take('rightDelim', from + closing - 2, from + closing);
    }
    if (from >= text.length) return this.#error(faults.unclosedAction(text, this.#open, text.length));
    const c = text.charAt(from);
    if (isSpace(text, from)) return this.#space();
    if (SINGLE[c]) return this.#take(SINGLE[c], from, from + 1);
    switch (c) {
      case ':':
        if (text.charAt(from + 1) === '=') return this.#take('declare', from, from + 2);
        return this.#error(faults.loneColon(from));
      case '"':
        return this.#quoted('string', 'string');
      case "'":
        return this.#quoted('charConstant', 'character constant');
      case '`':
        return this.#raw();
      case '$':
        return this.#name('variable');
      case '(':
        this.#parens.push(from);
        return this.#take('leftParen', from, from + 1);
      case ')':
        if (this.#parens.pop() === undefined) return this.#error(faults.unexpectedParen(from));
        return this.#take('rightParen', from, from + 1);
      case '.':
        if (!/[0-9]/.test(text.charAt(from + 1))) return this.#name('field');
        return this.#number();
    }
    if (/[0-9+-]/.test(c)) return this.#number();
    if (matchAt(WORD, text, from) > 0) return this.#name('identifier');
    if (c >= ' ' && c <= '~') return this.#take('char', from, from + 1);
    return this.#error(faults.badCharacter(text, from));
  }

  #take(type: TokenType, from: number, to: number): Token {
    this.#at = to;
    return { type, from, to };
  }

  #error(fault: TemplateFault): Token {
    return { type: 'error', from: this.#at, to: this.#at, fault };
  }

  /** A run of white space, but for the one that belongs to ` -}}`. */
  #space(): Token {
    const from = this.#at;
    const to = from + matchAt(SPACES, this.text, from);
    return this.#take('space', from, closingAt(this.text, to - 1) === 4 ? to - 1 : to);
  }

  /** Up to the same quote again on the same line; a backslash takes the next character along. */
  #quoted(type: TokenType, what: string): Token {
    const { text } = this;
    const quote = text.charAt(this.#at);
    for (let at = this.#at + 1; at < text.length && text.charAt(at) !== '\n'; at++) {
      if (text.charAt(at) === quote) return this.#take(type, this.#at, at + 1);
      if (text.charAt(at) === '\\' && text.charAt(at + 1) !== '\n') at++;
    }
    return this.#error(faults.unterminated(text, this.#at, what));
  }

  #raw(): Token {
    const end = this.text.indexOf('`', this.#at + 1);
    if (end >= 0) return this.#take('rawString', this.#at, end + 1);
    return this.#error(faults.unterminated(this.text, this.#at, 'raw string'));
  }

  #number(): Token {
    const { text } = this;
    const from = this.#at;
    let to = from + matchAt(NUMBER, text, from);
    let type: TokenType = 'number';
    if (matchAt(WORD, text, to) <= 0 && /[+-]/.test(text.charAt(to))) {
      type = 'complex';
      to += matchAt(NUMBER, text, to);
    }
    const bad = matchAt(WORD, text, to) > 0 || (type === 'complex' && text.charAt(to - 1) !== 'i');
    return bad ? this.#error(faults.badNumber(text, from, to)) : this.#take(type, from, to);
  }

  /** `word`, `$word`, `.word`, `$` and `.`: each ends where Go lets a name end. */
  #name(type: 'identifier' | 'variable' | 'field'): Token {
    const { text } = this;
    const from = this.#at;
    const start = from + (type === 'identifier' ? 0 : 1);
    const to = start + Math.max(0, matchAt(WORD, text, start));
    if (!this.#endsName(to)) return this.#error(faults.badNameCharacter(text, { from, to }, this.#open));
    if (type === 'field' && to === start) return this.#take('dot', from, to);
    return this.#take(type === 'identifier' ? wordType(text.slice(from, to)) : type, from, to);
  }

  #endsName(at: number): boolean {
    return (
      at >= this.text.length || /[ \t\r\n.,|:)(]/.test(this.text.charAt(at)) || this.text.startsWith('}}', at)
    );
  }
}

function wordType(word: string): TokenType {
  if (KEYWORDS.has(word)) return 'keyword';
  if (word === 'nil') return 'nil';
  return word === 'true' || word === 'false' ? 'bool' : 'identifier';
}
