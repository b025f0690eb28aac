import type { Span } from '../../text/span';
import type { Matcher, MatchOp, StringLiteral, VectorSelector, Word } from './ast';
import { checkRegex } from './regex';
import type { Reader } from './reader';
import { unquote } from './strings';
import type { TokenKind } from './token-kinds';

/** A selector whose metric name, if there is one in front of the braces, was read already. */
export function parseSelector(reader: Reader, name: Word | undefined): VectorSelector {
  const from = name?.span.from ?? reader.from;
  if (!reader.is('{')) {
    return { kind: 'selector', name, matchers: [], span: { from, to: reader.end } };
  }
  const braces = new BracesParser(reader);
  const parsed = braces.parse();
  const { quotedNames } = braces;
  // One name in quotes is the metric's; more, or one beside the name in front, are matchers like others.
  const own = name ?? quotedNames.shift();
  const matchers = [...braces.matchers, ...quotedNames.map(nameMatcher)];
  if (quotedNames.length > 0) matchers.sort((a, b) => a.span.from - b.span.from);
  const span = { from, to: parsed.to };
  const selector: VectorSelector = { kind: 'selector', name: own, matchers, braces: parsed, span };
  if (braces.isDamaged) reader.damaged.add(selector);
  return selector;
}

/** `"name"` as the matcher that it stands for. */
function nameMatcher(name: Word): Matcher {
  const { span, text, holed } = name;
  const nowhere = { from: span.from, to: span.from };
  const value: StringLiteral = { kind: 'string', value: text, span, ...(holed && { holed }) };
  return { label: { text: '__name__', span: nowhere }, op: '=', opSpan: nowhere, value, span };
}

/** `{…}`: `label_matchers` in promql/parser/generated_parser.y. */
class BracesParser {
  readonly matchers: Matcher[] = [];
  readonly quotedNames: Word[] = [];
  /** A fault or a placeholder hides what the selector matches. */
  isDamaged = false;

  constructor(readonly reader: Reader) {}

  parse(): Span {
    const { reader } = this;
    const { from } = reader;
    reader.next();
    while (!reader.is('}')) {
      const isHole = reader.is('hole');
      const isRight = this.#item();
      // A placeholder may bring commas of its own.
      if (reader.accept(',') || isHole || reader.is('hole') || reader.is('}')) continue;
      if (isRight) reader.unexpected('label matching', '"," or "}"');
      this.isDamaged = true;
      if (this.#isLeft() || !this.#recover()) break;
    }
    return { from, to: reader.accept('}') ? reader.end : reader.reach };
  }

  /** True if a bracket shows that the closing brace was forgotten; the lexer then reads it as such. */
  #isLeft(): boolean {
    const { reader } = this;
    const isOther = reader.is('error') && /[[)]/.test(reader.text.charAt(reader.from));
    if (isOther) reader.lexer.leave(true);
    return isOther;
  }

  /** Goes on behind the next comma; false if there is none. */
  #recover(): boolean {
    this.reader.skipTo(',', '}');
    return this.reader.accept(',');
  }

  #item(): boolean {
    const { reader } = this;
    switch (reader.kind) {
      case 'identifier':
        return this.#matcher(reader.word());
      case 'string': {
        const label = this.#quoted();
        if (isMatchOp(reader.kind)) return this.#matcher(label);
        this.quotedNames.push(label);
        return true;
      }
      case 'hole': {
        const label = reader.word();
        this.isDamaged = true;
        return isMatchOp(reader.kind) ? this.#matcher(label) : true;
      }
      default:
        reader.unexpected('label matching', 'identifier or "}"');
        return false;
    }
  }

  #quoted(): Word {
    const { value } = unquote(this.reader.tokenText);
    return { ...this.reader.word(), text: value, quoted: true };
  }

  #matcher(label: Word): boolean {
    const { reader } = this;
    const { kind, span } = reader;
    const { from } = label.span;
    if (!isMatchOp(kind)) {
      const nowhere = { from: reader.end, to: reader.end };
      this.matchers.push({ label, op: '=', opSpan: nowhere, span: { from, to: reader.end } });
      // A placeholder may bring operator and value.
      if (kind === 'hole') return true;
      reader.unexpected('label matching', 'label matching operator');
      return false;
    }
    reader.next();
    if (reader.is('string')) {
      const isSound = !reader.lexer.fault;
      const { value, isUtf8 } = unquote(reader.tokenText);
      const { span: valueSpan, holed } = reader.word();
      const literal: StringLiteral = { kind: 'string', value, span: valueSpan, ...(holed && { holed }) };
      const whole = { from, to: reader.end };
      this.matchers.push({ label, op: kind, opSpan: span, value: literal, span: whole });
      if (!isSound) this.isDamaged = true;
      // What is filled in between quotes is a part of the value: the selector stays one.
      else if (!holed && (kind === '=~' || kind === '!~')) this.#checkRegex(value, isUtf8, whole);
      return true;
    }
    this.matchers.push({ label, op: kind, opSpan: span, span: { from, to: reader.end } });
    if (reader.is('hole')) {
      this.isDamaged = true;
      reader.next();
      return true;
    }
    reader.unexpected('label matching', 'string');
    return false;
  }

  #checkRegex(pattern: string, isUtf8: boolean, span: Span): void {
    const error = isUtf8 ? checkRegex(pattern).error : 'error parsing regexp: invalid UTF-8';
    if (error === undefined) return;
    this.isDamaged = true;
    this.reader.fault('promql/regex', span, error);
  }
}

function isMatchOp(kind: TokenKind): kind is MatchOp {
  return kind === '=' || kind === '!=' || kind === '=~' || kind === '!~';
}
