import type { Span } from '../../text/span';
import type { CodeCall, CodeEntry, CodeList, CodeObject, CodeValue } from '../code/tree';
import { literalString } from './strings';
import type { Node, Syntax } from './syntax';
import { unknown } from './values';
import type { Values } from './values';

/** A call whose parts are looked at when they are asked for. */
export class LazyCall implements CodeCall {
  readonly kind = 'call';
  readonly span: Span;
  readonly isNew: boolean;
  readonly keywords: readonly CodeEntry[] = [];
  private listed: Listed | undefined;

  constructor(
    private readonly values: Values,
    readonly node: Node,
  ) {
    const { syntax } = values;
    this.span = syntax.span(node);
    this.isNew = syntax.name(node) === 'NewExpression' || syntax.name(this.calleeNode) === 'super';
  }

  get callee(): CodeValue {
    return this.values.valueOf(this.calleeNode);
  }

  get calleeSpan(): Span {
    const { syntax } = this.values;
    const node = this.calleeNode;
    const inner = syntax.name(node) === 'InstantiationExpression' ? syntax.first(node) : node;
    return syntax.span(inner ?? node);
  }

  get args(): readonly CodeValue[] {
    return this.list.items;
  }

  get open(): boolean {
    return this.list.open;
  }

  private get calleeNode(): Node {
    return calleeOf(this.values.syntax, this.node) ?? this.node;
  }

  private get list(): Listed {
    if (!this.listed) {
      this.listed = { items: [], open: true };
      this.listed = listItems(this.values, this.values.syntax.child(this.node, 'ArgList'), true);
    }
    return this.listed;
  }
}

/** What is called, or made by `new`. */
export function calleeOf(syntax: Syntax, node: Node): Node | undefined {
  const children = syntax.children(node);
  return syntax.name(node) === 'NewExpression' ? children[1] : children[0];
}

/** An array whose items are looked at when they are asked for. */
export class LazyList implements CodeList {
  readonly kind = 'list';
  readonly span: Span;
  private listed: Listed | undefined;

  constructor(
    private readonly values: Values,
    private readonly node: Node,
  ) {
    this.span = values.syntax.span(node);
  }

  get items(): readonly CodeValue[] {
    return this.list.items;
  }

  get open(): boolean {
    return this.list.open;
  }

  private get list(): Listed {
    if (!this.listed) {
      this.listed = { items: [], open: true };
      this.listed = listItems(this.values, this.node, false);
    }
    return this.listed;
  }
}

interface Listed {
  readonly items: readonly CodeValue[];
  readonly open: boolean;
}

/** The items of an array or argument list. What stands behind an unknown spread has no known place: `ordered` drops it. */
function listItems(values: Values, node: Node | undefined, ordered: boolean): Listed {
  const { syntax } = values;
  const items: CodeValue[] = [];
  let open = false;
  let spread = false;
  for (const child of node === undefined ? [] : syntax.children(node)) {
    const name = syntax.name(child);
    if (name === 'Spread') spread = true;
    else if (!PUNCTUATION.has(name)) {
      const value = values.valueOf(child);
      if (!spread) items.push(value);
      else if (value.kind === 'list' && !value.open && items.length + value.items.length <= LONGEST) {
        for (const item of value.items) items.push(item);
      } else if (ordered) return { items, open: true };
      else open = true;
      spread = false;
    }
  }
  return { items, open };
}

/** Lists that spread others grow to this length at most: by a few lines of text they could to any. */
const LONGEST = 1_000;

const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',']);

/** An object literal whose entries are looked at when they are asked for. */
export class LazyObject implements CodeObject {
  readonly kind = 'object';
  readonly span: Span;
  private read: { entries: readonly CodeEntry[]; open: boolean } | undefined;

  constructor(
    private readonly values: Values,
    private readonly node: Node,
  ) {
    this.span = values.syntax.span(node);
  }

  get entries(): readonly CodeEntry[] {
    return this.content.entries;
  }

  get open(): boolean {
    return this.content.open;
  }

  get type(): CodeValue | undefined {
    return this.values.typeOfObject(this.node);
  }

  private get content(): { entries: readonly CodeEntry[]; open: boolean } {
    if (!this.read) {
      // What is spread into it may be itself: `settings = { ...settings, more }`.
      this.read = { entries: [], open: true };
      this.read = objectEntries(this.values, this.node);
    }
    return this.read;
  }
}

function objectEntries(values: Values, node: Node): { entries: readonly CodeEntry[]; open: boolean } {
  const { syntax } = values;
  // As in the language, the last entry of a name is the one that counts.
  const entries = new Map<string, CodeEntry>();
  let open = false;
  for (const property of syntax.children(node)) {
    if (syntax.name(property) !== 'Property') continue;
    const first = syntax.first(property);
    if (first !== undefined && syntax.name(first) === 'Spread') {
      const operand = syntax.next(first);
      const spread = operand === undefined ? undefined : values.valueOf(operand);
      if (spread?.kind !== 'object') open = true;
      else {
        open ||= spread.open;
        for (const entry of spread.entries) put(entries, entry);
      }
      continue;
    }
    const entry = propertyEntry(values, property);
    if (entry) put(entries, entry);
    else open = true;
  }
  return { entries: [...entries.values()], open };
}

function put(entries: Map<string, CodeEntry>, entry: CodeEntry): void {
  entries.delete(entry.name);
  entries.set(entry.name, entry);
}

/** The entry of a property; undefined where its name is computed and not known. */
function propertyEntry(values: Values, property: Node): CodeEntry | undefined {
  const { syntax } = values;
  const key = propertyKey(values, property);
  if (!key) return undefined;
  const colon = syntax.child(property, ':');
  const isMethod = syntax.child(property, 'ParamList') !== undefined;
  if (isMethod) return { ...key, value: unknown(syntax.span(property)) };
  // `{ name }` and `{ name: value }`.
  const value = colon === undefined ? syntax.child(property, 'PropertyDefinition') : syntax.next(colon);
  return value === undefined
    ? { ...key, value: unknown(syntax.span(property)) }
    : new LazyEntry(values, key, value);
}

interface Key {
  readonly name: string;
  readonly nameSpan: Span;
}

/** The name of a property of an object or class, with its place without quotes. */
export function propertyKey(values: Values, property: Node): Key | undefined {
  const { syntax } = values;
  for (const child of syntax.children(property)) {
    switch (syntax.name(child)) {
      case 'PropertyDefinition':
      case 'PropertyName':
      case 'PrivatePropertyDefinition':
      case 'Number':
        return { name: syntax.text(child), nameSpan: syntax.span(child) };
      case 'String':
        return quotedKey(syntax, child);
      case '[': {
        const computed = syntax.next(child);
        const value = computed === undefined ? undefined : values.valueOf(computed);
        if (computed === undefined || value?.kind !== 'string' || value.holes.length) return undefined;
        if (syntax.name(computed) === 'String') return quotedKey(syntax, computed);
        return { name: value.text, nameSpan: syntax.span(computed) };
      }
      case ':':
      case 'Block':
        return undefined;
    }
  }
  return undefined;
}

/** The name that a quoted string writes. */
export function quotedKey(syntax: Syntax, node: Node): Key {
  const { from, to } = syntax.span(node);
  return {
    name: literalString(syntax, node).text,
    nameSpan: { from: from + 1, to: Math.max(from + 1, to - 1) },
  };
}

class LazyEntry implements CodeEntry {
  readonly name: string;
  readonly nameSpan: Span;

  constructor(
    private readonly values: Values,
    key: Key,
    private readonly node: Node,
  ) {
    this.name = key.name;
    this.nameSpan = key.nameSpan;
  }

  get value(): CodeValue {
    return this.values.valueOf(this.node);
  }
}
