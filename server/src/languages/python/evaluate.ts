import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../text/span';
import type { CodeCall, CodeEntry, CodeList, CodeObject, CodeSurroundings, CodeValue } from '../code/tree';
import type { Bindings } from './bindings';
import { Names } from './names';
import { children, isExpression, readNumber, spanOf } from './nodes';
import type { Scope } from './scopes';
import { Strings } from './strings';

/** How deep expressions and blocks may be nested for what is in them to be looked at. */
const DEEPEST = 250;

/** What stands for a value in a statement. */
const IS_VALUE = /Expression$|String$|^VariableName$/;

/** Arguments of a call. */
type Arguments = Pick<CodeCall, 'args' | 'keywords' | 'open'>;

/** Finds out what the expressions of a file are, each once, and collects the calls and dictionaries among them. */
export class Evaluator {
  readonly calls: CodeCall[] = [];
  readonly objects: CodeObject[] = [];
  readonly strings: Strings;
  readonly names: Names;

  private readonly values = new Map<string, CodeValue>();
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly bindings: Bindings,
    surroundings: CodeSurroundings,
  ) {
    const evaluate = (node: SyntaxNode, scope: Scope): CodeValue => this.evaluate(node, scope);
    this.strings = new Strings(text, evaluate);
    this.names = new Names(evaluate, surroundings);
  }

  /** Looks at everything in a statement or a block. */
  visit(node: SyntaxNode, scope: Scope): void {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    const isDefinition = node.name === 'FunctionDefinition' || node.name === 'ClassDefinition';
    const own = (isDefinition ? this.bindings.scopes.get(node.from) : undefined) ?? scope;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Decorator') this.decorator(child, own);
      else if (IS_VALUE.test(child.name)) this.evaluate(child, own);
      else this.visit(child, own);
    }
    this.depth--;
  }

  /** The value of an expression. What depends on itself is unknown. */
  private evaluate(node: SyntaxNode, scope: Scope): CodeValue {
    const key = `${node.from}:${node.to}`;
    const known = this.values.get(key);
    if (known) return known;
    const unknown: CodeValue = { kind: 'unknown', span: spanOf(node) };
    this.values.set(key, unknown);
    if (this.depth >= DEEPEST) return unknown;
    this.depth++;
    const value = this.read(node, scope) ?? unknown;
    this.depth--;
    this.values.set(key, value);
    return value;
  }

  private read(node: SyntaxNode, scope: Scope): CodeValue | undefined {
    switch (node.name) {
      case 'String':
      case 'FormatString':
      case 'ContinuedString':
        return this.strings.literal(node, scope);
      case 'Number':
        return this.number(node);
      case 'Boolean':
        return { kind: 'boolean', value: this.slice(node) === 'True', span: spanOf(node) };
      case 'VariableName':
        return this.names.value(this.slice(node), spanOf(node), scope);
      case 'MemberExpression':
        return this.member(node, scope);
      case 'CallExpression':
        return this.call(node, scope);
      case 'BinaryExpression':
        return this.operation(node, scope);
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return this.list(node, scope);
      case 'DictionaryExpression':
        return this.dictionary(node, scope);
      case 'ParenthesizedExpression':
      case 'NamedExpression':
      case 'AwaitExpression':
        return this.expressions(node, scope).at(-1);
      default:
        this.visit(node, scope);
        return undefined;
    }
  }

  private slice({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  /** The values of all expressions right below `node`. */
  private expressions(node: SyntaxNode, scope: Scope): CodeValue[] {
    return children(node)
      .filter(isExpression)
      .map((child) => this.evaluate(child, scope));
  }

  private number(node: SyntaxNode): CodeValue | undefined {
    const value = readNumber(this.slice(node));
    return value === undefined ? undefined : { kind: 'number', value, span: spanOf(node) };
  }

  private member(node: SyntaxNode, scope: Scope): CodeValue | undefined {
    const [object, index, ...more] = this.expressions(node, scope);
    const property = node.getChild('PropertyName');
    if (!object || more.length > 0) return undefined;
    const span = spanOf(node);
    if (property) return this.names.attribute(object, this.slice(property), spanOf(property), span);
    if (index?.kind === 'number' && object.kind === 'list' && !object.open)
      return object.items.at(index.value);
    if (index?.kind !== 'string' || index.holes.length > 0) return undefined;
    const name = index.text;
    const entries = object.kind === 'object' ? object.entries : [];
    const entry = entries.findLast((e) => e.name === name);
    return entry?.value ?? { kind: 'member', object, name, nameSpan: index.span, span };
  }

  private call(node: SyntaxNode, scope: Scope): CodeValue | undefined {
    const calleeNode = node.firstChild;
    const list = node.getChild('ArgList');
    if (!calleeNode || !list) return undefined;
    const callee = this.evaluate(calleeNode, scope);
    const call = this.addCall(spanOf(node), callee, spanOf(calleeNode), this.arguments(list, scope));
    return this.strings.ofCall(call, list) ?? this.dictionaryOfCall(call) ?? call;
  }

  private addCall(span: Span, callee: CodeValue, calleeSpan: Span, given: Arguments): CodeCall {
    const call: CodeCall = { kind: 'call', callee, calleeSpan, isNew: false, ...given, span };
    this.calls.push(call);
    this.names.made(call, callee);
    return call;
  }

  /** `@requests.time('x')`: a call of a dotted name. */
  private decorator(node: SyntaxNode, scope: Scope): void {
    const [first, ...others] = node.getChildren('VariableName');
    const list = node.getChild('ArgList');
    if (!first || !list) {
      this.visit(node, scope);
      return;
    }
    let callee = this.evaluate(first, scope);
    let calleeSpan = spanOf(first);
    for (const name of others) {
      calleeSpan = { from: first.from, to: name.to };
      callee = this.names.attribute(callee, this.slice(name), spanOf(name), calleeSpan);
    }
    this.addCall({ from: first.from, to: list.to }, callee, calleeSpan, this.arguments(list, scope));
  }

  private arguments(list: SyntaxNode, scope: Scope): Arguments {
    const args: CodeValue[] = [];
    const keywords: CodeEntry[] = [];
    let open = false;
    for (const argument of splitArguments(list)) {
      const [first, ...others] = argument.filter(isExpression);
      if (!first) continue;
      const sign = argument[0]?.name;
      const isKeyword = argument[1]?.name === 'AssignOp';
      const isGenerator = argument.some(({ name }) => name === 'for');
      const values = (isKeyword ? others : [first, ...others]).map((node) => this.evaluate(node, scope));
      const [value] = isGenerator ? [] : values;
      const known: CodeValue = value ?? { kind: 'unknown', span: spanOf(first) };
      if (isKeyword) keywords.push({ name: this.slice(first), nameSpan: spanOf(first), value: known });
      else if (sign === '*' && known.kind === 'list' && !known.open) args.push(...known.items);
      else if (sign === '**' && known.kind === 'object' && !known.open) keywords.push(...known.entries);
      else if (sign === '*' || sign === '**') open = true;
      else args.push(known);
    }
    return { args, keywords, open };
  }

  /** `dict(a=1)`. */
  private dictionaryOfCall({ callee, args, keywords, open, span }: CodeCall): CodeObject | undefined {
    const isDict = callee.kind === 'name' && callee.name === 'dict' && !callee.local;
    return isDict && args.length === 0 ? this.addObject(keywords, open, span) : undefined;
  }

  private addObject(entries: readonly CodeEntry[], open: boolean, span: Span): CodeObject {
    const object: CodeObject = { kind: 'object', entries, open, span };
    this.objects.push(object);
    return object;
  }

  private dictionary(node: SyntaxNode, scope: Scope): CodeObject {
    const entries: CodeEntry[] = [];
    let open = false;
    for (const item of splitArguments(node)) {
      const [key, value] = item.filter(isExpression).map((child) => this.evaluate(child, scope));
      if (item[0]?.name === '**') {
        if (key?.kind === 'object') entries.push(...key.entries);
        open ||= key?.kind !== 'object' || key.open;
      } else if (key?.kind === 'string' && key.holes.length === 0 && value) {
        const nameSpan = this.strings.contentSpan(spanOf(item[0] ?? node), key);
        entries.push({ name: key.text, nameSpan, value });
      } else if (key) open = true;
    }
    return this.addObject(entries, open, spanOf(node));
  }

  private list(node: SyntaxNode, scope: Scope): CodeList {
    const items: CodeValue[] = [];
    let open = false;
    for (const item of splitArguments(node)) {
      const child = item.find(isExpression);
      const value = child && this.evaluate(child, scope);
      if (value && item[0]?.name !== '*') items.push(value);
      else if (value?.kind === 'list' && !value.open) items.push(...value.items);
      else open ||= value !== undefined;
    }
    return { kind: 'list', items, open, span: spanOf(node) };
  }

  private operation(node: SyntaxNode, scope: Scope): CodeValue | undefined {
    const [left, right] = [node.firstChild, node.lastChild];
    if (this.isOperation(node, '+')) return this.sum(node, scope);
    if (!left || !right || !this.isOperation(node, '%')) {
      this.visit(node, scope);
      return undefined;
    }
    const [pattern, values] = [this.evaluate(left, scope), this.evaluate(right, scope)];
    if (pattern.kind !== 'string') return undefined;
    const isTuple = values.kind === 'list' && this.text.charAt(values.span.from) === '(';
    return this.strings.percent(spanOf(node), pattern, values, isTuple);
  }

  private isOperation(node: SyntaxNode, sign: string): boolean {
    const operator = node.name === 'BinaryExpression' ? node.getChild('ArithOp') : null;
    return operator !== null && this.slice(operator) === sign;
  }

  /** `'a' + b + 'c'`, or lists. Long sums are deep trees: they are gone through without recursion. */
  private sum(node: SyntaxNode, scope: Scope): CodeValue | undefined {
    const operands: SyntaxNode[] = [];
    let rest: SyntaxNode | null = node;
    while (rest && this.isOperation(rest, '+')) {
      if (rest.lastChild) operands.push(rest.lastChild);
      rest = rest.firstChild;
    }
    if (rest) operands.push(rest);
    operands.reverse();
    const values = operands.map((operand) => this.evaluate(operand, scope));
    if (values.some(({ kind }) => kind === 'string')) {
      return this.strings.sum(spanOf(node), operands.map(spanOf), values);
    }
    if (!values.some(({ kind }) => kind === 'list')) return undefined;
    const items = values.flatMap((value) => (value.kind === 'list' ? value.items : []));
    const open = values.some((value) => value.kind !== 'list' || value.open);
    return { kind: 'list', items, open, span: spanOf(node) };
  }
}

/** The nodes of each argument of a call, entry of a dictionary or item of a list, without brackets and comments. */
function splitArguments(list: SyntaxNode): SyntaxNode[][] {
  const items: SyntaxNode[][] = [[]];
  for (const child of children(list)) {
    if (child.name === ',') items.push([]);
    else if (!/^(?:[()[\]{}]|Comment|⚠)$/.test(child.name)) items.at(-1)?.push(child);
  }
  return items;
}
