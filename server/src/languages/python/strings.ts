import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../text/span';
import { putValue } from '../code/put';
import type { StringPart } from '../code/string-region';
import { codeString } from '../code/string-region';
import type { CodeCall, CodeString, CodeValue } from '../code/tree';
import { formatParts, percentParts } from './format';
import { children, isExpression, isWithin, spanOf } from './nodes';
import { isClosed, literalForm, pythonNotation } from './notation';
import type { Evaluate, Scope } from './scopes';

/** Functions that give their text back, but for white space. */
const SAME_TEXT = new Set(['dedent', 'cleandoc', 'str']);
const FORMATTED = ['FormatConversion', 'FormatSpec', 'FormatSelfDoc'];

/** Puts strings together. */
export class Strings {
  /** Every string that is written in the file, parts of longer ones in front of these. */
  readonly all: CodeString[] = [];
  private readonly parts = new WeakMap<CodeValue, readonly StringPart[]>();

  constructor(
    private readonly text: string,
    private readonly evaluate: Evaluate,
  ) {}

  /** One literal, or several behind each other, which are one string. Undefined for bytes. */
  literal(node: SyntaxNode, scope: Scope): CodeString | undefined {
    const literals = node.name === 'ContinuedString' ? children(node).filter(isExpression) : [node];
    const parts: StringPart[] = [];
    for (const one of literals) {
      const own = this.literalParts(one, scope);
      if (!own) return undefined;
      parts.push(...own);
    }
    return this.make(spanOf(node), parts);
  }

  /** Operands of `+`, at least one of which is a string. */
  sum(span: Span, operands: readonly Span[], values: readonly CodeValue[]): CodeString {
    const parts = values.flatMap((value, index) => this.partsAt(operands[index] ?? span, value));
    return this.make(span, parts);
  }

  /** `pattern % values`; `isTuple` says that `values` are as many as there are places. */
  percent(span: Span, pattern: CodeString, values: CodeValue, isTuple: boolean): CodeString | undefined {
    const entries = values.kind === 'object' ? values.entries : [];
    const named = new Map(entries.map(({ name, value }) => [name, value]));
    const items = values.kind === 'list' && !values.open ? values.items : [];
    const positional = isTuple ? items : [values];
    return this.reformatted(pattern, span, (parts) => percentParts(parts, { positional, named }));
  }

  /** The text that a call gives, where it is one of a string's method, or of a function that keeps the text. */
  ofCall({ callee, args, keywords, open, span }: CodeCall, list: SyntaxNode): CodeString | undefined {
    const [first] = args;
    if (callee.kind === 'name') {
      return SAME_TEXT.has(callee.name) && first?.kind === 'string' ? first : undefined;
    }
    if (callee.kind !== 'member' || callee.object.kind !== 'string') return undefined;
    const { object, name } = callee;
    if (name === 'strip' && args.length === 0) return object;
    if (name === 'join' && first) return this.join(object, first, list, span);
    if (name !== 'format') return undefined;
    const named = new Map(keywords.map((keyword) => [keyword.name, keyword.value]));
    const positional = open ? [] : args;
    return this.reformatted(object, span, (parts) => formatParts(parts, { positional, named }));
  }

  /** Where a string's text stands, without quotes, if it is written at `span`; otherwise `span`. */
  contentSpan(span: Span, string: CodeString): Span {
    const [part, ...others] = this.partsAt(span, string);
    if (part?.kind !== 'literal' || others.length > 0) return span;
    return { from: part.from, to: part.from + part.raw.length };
  }

  private make(span: Span, parts: readonly StringPart[]): CodeString {
    const string = codeString(span, parts);
    this.parts.set(string, parts);
    this.all.push(string);
    return string;
  }

  /** The parts of one literal; undefined for bytes. */
  private literalParts(node: SyntaxNode, scope: Scope): StringPart[] | undefined {
    const source = this.text.slice(node.from, node.to);
    const form = literalForm(source);
    if (!form || form.isBytes) return undefined;
    const end = isClosed(source, form) ? node.to - form.quote.length : node.to;
    const notation = pythonNotation(form, form.isFormatted ? 'braces' : undefined);
    const parts: StringPart[] = [];
    const stretch = (from: number, to: number): void => {
      parts.push({ kind: 'literal', from, raw: this.text.slice(from, to), notation });
    };
    let at = node.from + form.opening;
    for (const field of form.isFormatted ? node.getChildren('FormatReplacement') : []) {
      if (field.from > at) stretch(at, field.from);
      parts.push(this.field(field, scope));
      at = field.to;
    }
    if (end > at || parts.length === 0) stretch(at, Math.max(at, end));
    return parts;
  }

  /** `{value}` in an f-string. */
  private field(node: SyntaxNode, scope: Scope): StringPart {
    const [value, ...others] = children(node)
      .filter(isExpression)
      .map((child) => this.evaluate(child, scope));
    const isPlain = others.length === 0 && !FORMATTED.some((name) => node.getChild(name));
    return putValue(isPlain ? value : undefined, spanOf(node));
  }

  /** The parts of a value that an operand or an argument at `span` has: its own, where it is written there. */
  private partsAt(span: Span, value: CodeValue): readonly StringPart[] {
    const own = isWithin(value.span, span) ? this.parts.get(value) : undefined;
    return own ?? [putValue(value, span)];
  }

  /** A string that `pattern` is the pattern of; it stands where that stands. */
  private reformatted(
    pattern: CodeString,
    span: Span,
    format: (parts: readonly StringPart[]) => StringPart[],
  ): CodeString | undefined {
    const parts = this.parts.get(pattern);
    return parts && this.make(isWithin(pattern.span, span) ? span : pattern.span, format(parts));
  }

  /** `', '.join([…])`: the separator is put between the items. */
  private join(
    separator: CodeString,
    items: CodeValue,
    list: SyntaxNode,
    span: Span,
  ): CodeString | undefined {
    const literal = children(list).find(isExpression);
    const isList = literal && /^(?:Array|Tuple)Expression$/.test(literal.name);
    const spans = isList ? children(literal).filter(isExpression).map(spanOf) : [];
    if (items.kind !== 'list' || items.open || spans.length !== items.items.length) return undefined;
    const parts: StringPart[] = [];
    let before: Span | undefined;
    for (const [index, item] of items.items.entries()) {
      const at = spans[index] ?? span;
      if (before) {
        const gap = { from: before.to, to: at.from };
        parts.push({ kind: 'put', span: gap, text: separator.text, holes: separator.holes });
      }
      parts.push(...this.partsAt(at, item));
      before = at;
    }
    return this.make(span, parts);
  }
}
