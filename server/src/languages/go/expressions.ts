import type { Span } from '../../text/span';
import type { CodeCall, CodeEntry, CodeObject, CodeString, CodeValue } from '../code/tree';
import type { Tokens } from './cursor';
import type { Names } from './names';
import { Strings, type Operand } from './strings';

/** How deep expressions and blocks may be nested for what is in them to be understood. */
const DEEPEST = 150;

const UNARY = /^(?:[&*+\-!^~]|<-)$/;
const BINARY = /^(?:[+\-*/%&|^<>]|&&|\|\||[=!<>]=|<<|>>|&\^)$/;

/** What composite literals make: of a type that the file doesn't tell, their entries or items say it. */
type Shape = 'list' | 'map' | 'unknown';

/** Reads expressions, each once, and collects the calls and composite literals in them. */
export class Expressions {
  readonly calls: CodeCall[] = [];
  readonly objects: CodeObject[] = [];
  readonly strings = new Strings();
  /** True in the head of a statement with a block: there a brace opens the block, not a composite literal. */
  isHead = false;

  /** Values that were read, by the index of their first token, and the index behind them. */
  private readonly known = new Map<number, { readonly value: CodeValue; readonly end: number }>();
  private depth = 0;

  /** `readFunction` reads a function without a name, from its keyword to the end of its block. */
  constructor(
    private readonly tokens: Tokens,
    private readonly names: Names,
    private readonly readFunction: () => void,
  ) {}

  /** Does `read` unless that would be too deep: what is there is passed over, token by token, then. */
  nested(read: () => void): void {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    read();
    this.depth--;
  }

  /** The value whose first token has this index, read as if outside of all functions. */
  valueAt(index: number): CodeValue {
    const known = this.known.get(index);
    if (known) return known.value;
    const { isHead, tokens } = this;
    const { at } = tokens;
    tokens.at = index;
    this.isHead = false;
    const value = this.names.outside(() => this.read());
    tokens.at = at;
    this.isHead = isHead;
    return value;
  }

  /** Values with commas between. */
  values(): CodeValue[] {
    const values: CodeValue[] = [];
    do {
      values.push(this.value());
    } while (this.tokens.accept(','));
    return values;
  }

  private value(): CodeValue {
    const known = this.known.get(this.tokens.at);
    if (!known || known.end <= this.tokens.at) return this.read();
    this.tokens.at = known.end;
    return known.value;
  }

  /** An expression with its operators. Of these only sums of strings give a known value. */
  private read(): CodeValue {
    const start = this.tokens.at;
    // A value that depends on itself is unknown.
    this.known.set(start, { value: this.unknown(this.tokens.token.from), end: start });
    const operands: Operand[] = [];
    let isSum = true;
    this.nested(() => {
      operands.push(this.operand());
      while (BINARY.test(this.tokens.token.text)) {
        isSum &&= this.tokens.is('+');
        this.tokens.next();
        operands.push(this.operand());
      }
    });
    const [first, second] = operands;
    const from = first?.span.from ?? this.tokens.token.from;
    const known = isSum ? this.strings.sum(operands, this.spanFrom(from)) : undefined;
    const value = (second ? known : first?.value) ?? this.unknown(from);
    this.known.set(start, { value, end: this.tokens.at });
    return value;
  }

  private unknown(from: number): CodeValue {
    return { kind: 'unknown', span: this.spanFrom(from) };
  }

  /** From an offset to the end of the last token. */
  private spanFrom(from: number): Span {
    return { from, to: Math.max(from, this.tokens.lastEnd) };
  }

  /** A value with the signs in front and what is done to it: `&T{…}`, `f(…).g(…)`, `x[1]`. */
  private operand(): Operand {
    const { from } = this.tokens.token;
    let sign = '';
    while (UNARY.test(this.tokens.token.text)) {
      sign += this.tokens.token.text;
      this.tokens.next();
    }
    let value = this.postfixed(this.tokens.token.from, this.primary());
    const span = this.spanFrom(from);
    if (sign === '-' && value.kind === 'number') value = { kind: 'number', value: -value.value, span };
    else if (/[^&+]/.test(sign)) value = { kind: 'unknown', span };
    return { value, span };
  }

  private primary(): CodeValue {
    const { token } = this.tokens;
    const { kind, text, from, to } = token;
    const span = { from, to };
    if (kind === 'keyword' && text === 'func') {
      this.readFunction();
      return this.unknown(from);
    }
    if (text === '[' || (kind === 'keyword' && /^(?:map|chan|struct|interface)$/.test(text)))
      return this.typed();
    if (text === '(') return this.brackets(')', () => this.value()).at(-1) ?? this.unknown(from);
    if (kind === 'sign' || kind === 'keyword' || kind === 'end') return this.unknown(from);
    this.tokens.next();
    if (kind === 'string' || kind === 'raw') return this.strings.literal(token);
    if (kind === 'number') return { kind: 'number', value: Number(text.replaceAll('_', '')), span };
    if (kind === 'rune') return { kind: 'unknown', span };
    const isBoolean = text === 'true' || text === 'false';
    return isBoolean ? { kind: 'boolean', value: text === 'true', span } : this.names.value(text, span);
  }

  /** A literal or a conversion that starts with a type: `[]string{…}`, `map[string]string{…}`, `[]byte(…)`. */
  private typed(): CodeValue {
    const { from, text } = this.tokens.token;
    this.tokens.skipType();
    if (!this.tokens.is('{')) return this.unknown(from);
    return this.composite(from, text === '[' ? 'list' : text === 'map' ? 'map' : 'unknown', undefined);
  }

  /** What follows a value: selectors, calls, indexes, and the braces of a composite literal whose type it is. */
  private postfixed(from: number, first: CodeValue): CodeValue {
    let value = first;
    for (;;) {
      const { text } = this.tokens.token;
      if (text === '.') value = this.selector(value, from);
      else if (text === '(') value = this.call(value, this.spanFrom(from));
      else if (text === '[') value = this.index(value, from);
      else if (text === '{' && !this.isHead && isTypeName(value)) {
        value = this.composite(from, isLabels(value) ? 'map' : 'unknown', value);
      } else return value;
    }
  }

  /** `.name`, or `.(Type)`, which says nothing new. */
  private selector(object: CodeValue, from: number): CodeValue {
    this.tokens.next();
    const { kind, text, from: start, to } = this.tokens.token;
    if (kind !== 'name') {
      if (text === '(') this.tokens.skipBrackets();
      return this.unknown(from);
    }
    this.tokens.next();
    return this.names.attribute(object, text, { from: start, to }, this.spanFrom(from));
  }

  private call(callee: CodeValue, calleeSpan: Span): CodeCall {
    let open = false;
    const args = this.brackets(')', () => {
      const value = this.value();
      if (!this.tokens.accept('...')) return value;
      if (value.kind === 'list' && !value.open) return value;
      open = true;
      return undefined;
    });
    const span = this.spanFrom(calleeSpan.from);
    const call: CodeCall = { kind: 'call', callee, calleeSpan, isNew: false, args, keywords: [], open, span };
    this.calls.push(call);
    return call;
  }

  /** `m["key"]`, `list[1]`; in front of brackets or braces they are type arguments. */
  private index(object: CodeValue, from: number): CodeValue {
    const [index] = this.brackets(']', () => this.value());
    if (this.tokens.is('(') || (this.tokens.is('{') && !this.isHead)) return object;
    if (index?.kind !== 'string' || index.holes.length > 0) return this.unknown(from);
    const name = index.text;
    const entry = object.kind === 'object' ? object.entries.find((e) => e.name === name) : undefined;
    const span = this.spanFrom(from);
    return entry?.value ?? { kind: 'member', object, name, nameSpan: index.span, span };
  }

  /** What `item` reads, again and again, between the bracket that opens here and the one that closes it. */
  private brackets<T>(closing: string, item: () => T | undefined): T[] {
    const { isHead, tokens } = this;
    this.isHead = false;
    tokens.next();
    const items: T[] = [];
    while (!tokens.isAtEnd && !tokens.accept(closing)) {
      const { at } = tokens;
      const read = item();
      if (read !== undefined && tokens.at > at) items.push(read);
      if (tokens.accept(',') || tokens.is(closing)) continue;
      if (tokens.is(';') && !this.isMissingComma(closing)) break;
      tokens.next();
    }
    this.isHead = isHead;
    return items;
  }

  /** Whether the line ended without a comma, as while typing, but not what the brackets hold. */
  private isMissingComma(closing: string): boolean {
    if (this.tokens.isNext(closing)) return true;
    return closing === '}' && this.tokens.all[this.tokens.at + 1]?.kind === 'name';
  }

  /** `{…}` behind a type. */
  private composite(from: number, shape: Shape, type: CodeValue | undefined): CodeValue {
    const entries: CodeEntry[] = [];
    let open = false;
    const items = this.brackets('}', () => {
      const { kind, text, from: start, to } = this.tokens.token;
      const isField = shape !== 'map' && kind === 'name' && this.tokens.isNext(':');
      if (isField) this.tokens.next();
      const first = isField ? undefined : this.element();
      if (!this.tokens.accept(':')) return first;
      const value = this.element();
      if (isField) entries.push({ name: text, nameSpan: { from: start, to }, value });
      else if (first?.kind === 'string' && first.holes.length === 0) {
        entries.push({ name: first.text, nameSpan: this.contentSpan({ from: start, to }, first), value });
      } else open = true;
      return undefined;
    });
    const span = this.spanFrom(from);
    const isList = shape === 'list' || (shape === 'unknown' && entries.length === 0 && items.length > 0);
    if (isList) return { kind: 'list', items, open, span };
    const object: CodeObject = { kind: 'object', entries, open, span, ...(type && { type }) };
    this.objects.push(object);
    return object;
  }

  /** A value, or a composite literal whose type the one around it says. */
  private element(): CodeValue {
    const { from } = this.tokens.token;
    if (!this.tokens.is('{')) return this.value();
    let value: CodeValue = this.unknown(from);
    this.nested(() => {
      value = this.composite(from, 'unknown', undefined);
    });
    return value;
  }

  /** Where a key's text stands, without quotes, if it is written there. */
  private contentSpan(span: Span, key: CodeString): Span {
    return key.isLiteral && key.span.from === span.from ? { from: span.from + 1, to: key.span.to - 1 } : span;
  }
}

function isTypeName(value: CodeValue): boolean {
  return value.kind === 'name' || (value.kind === 'member' && isTypeName(value.object));
}

/** `prometheus.Labels` is a map, its keys are values. */
function isLabels(value: CodeValue): boolean {
  return (value.kind === 'member' || value.kind === 'name') && value.name === 'Labels';
}
