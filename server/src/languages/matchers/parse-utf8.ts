import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';
import { unquote as unquoteStrictly } from '../gotemplate/strings';
import { unquote } from '../promql/strings';
import type { Matcher, MatchOperator } from './ast';
import { faultAfterMatcher, faultAtName, faultAtOperator, faultAtValue } from './faults-utf8';
import { tokenize, type Token, type TokenKind } from './lexer';
import { fault, regexFaults, type Reading } from './reading';

/**
 * Reads matchers as Alertmanager's UTF-8 parser does (matcher/parse/parse.go). It stops at the first fault, as whatever
 * follows depends on what was meant there; regular expressions are all checked.
 */
export function readUtf8(text: string): Reading {
  return new Parser(text).parse();
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #matchers: Matcher[] = [];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  parse(): Reading {
    const syntax = this.#parseList();
    const faults = this.#matchers.flatMap(regexFaults);
    return { matchers: this.#matchers, faults: syntax ? [...faults, syntax] : faults };
  }

  #parseList(): Finding | undefined {
    const open = this.#take('{');
    // A comma after the last matcher is fine, but not one instead of the first.
    while (this.#peek() && this.#peek()?.kind !== '}') {
      const found = this.#parseMatcher(open);
      if (found) return found;
      if (!this.#take(',')) break;
    }
    return this.#parseEnd(open);
  }

  #parseEnd(open: Token | undefined): Finding | undefined {
    const close = this.#take('}');
    if (open && !close) {
      const end = this.#peek() ?? open;
      return fault('matchers/unclosed', end.span, 'the closing brace is missing', [
        { title: 'Add the closing brace', edits: [insertion(this.#text.length, '}')] },
      ]);
    }
    if (close && !open) {
      return fault('matchers/unclosed', close.span, 'nothing opens this brace', [
        { title: 'Remove the brace', edits: [{ span: close.span, newText: '' }] },
      ]);
    }
    const rest = this.#peek();
    if (!rest) return undefined;
    const span = { from: rest.span.from, to: this.#tokens.at(-1)?.span.to ?? rest.span.to };
    return fault('matchers/syntax', span, 'nothing may follow the closing brace');
  }

  /** Reads a matcher up to the comma or the end behind it. */
  #parseMatcher(open: Token | undefined): Finding | undefined {
    const name = this.#take('word', 'quoted');
    if (!name) return faultAtName(this.#peek());
    const readName = readText(name);
    if (typeof readName !== 'string') return readName;

    const operator = this.#take('=', '!=', '=~', '!~');
    if (!operator) return faultAtOperator(this.#text, name, this.#peek());

    const written = this.#take('word', 'quoted');
    const context = { text: this.#text, name, operator, hasOpenBrace: open !== undefined };
    if (!written) return faultAtValue(context, this.#peek());
    const value = readText(written);
    if (typeof value !== 'string') return value;

    this.#matchers.push({
      name: readName,
      operator: operator.kind as MatchOperator,
      value,
      span: { from: name.span.from, to: written.span.to },
      nameSpan: name.span,
      operatorSpan: operator.span,
      valueSpan: written.span,
    });
    const after = this.#peek();
    if (!after || after.kind === ',' || after.kind === '}') return undefined;
    return faultAfterMatcher({ ...context, value: written }, this.#tokens.slice(this.#next, this.#next + 2));
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(...kinds: TokenKind[]): Token | undefined {
    const token = this.#peek();
    if (!token || !kinds.includes(token.kind)) return undefined;
    this.#next++;
    return token;
  }
}

/** What a word or a quoted text stands for (strconv.Unquote, and the result has to be UTF-8). */
function readText({ kind, text, span }: Token): string | Finding {
  if (kind !== 'quoted') return text;
  const lineBreak = text.indexOf('\n');
  if (lineBreak >= 0) {
    const place = within(span, lineBreak, lineBreak + 1);
    return fault('matchers/escape', place, 'a line break in double quotes is written \\n');
  }
  const strict = unquoteStrictly(text);
  if ('refused' in strict) {
    return fault('matchers/escape', within(span, strict.from, strict.to), strict.refused, [
      {
        title: 'Write the backslash twice',
        edits: [insertion(span.from + strict.from, '\\')],
      },
    ]);
  }
  const { value, isUtf8 } = unquote(text);
  return isUtf8
    ? value
    : fault('matchers/escape', span, 'the escapes make bytes that are no characters (UTF-8)');
}

function within(span: Span, from: number, to: number): Span {
  return { from: span.from + from, to: Math.min(span.from + to, span.to) };
}

function insertion(at: number, newText: string): { span: Span; newText: string } {
  return { span: { from: at, to: at }, newText };
}
