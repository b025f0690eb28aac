import { SyntaxFault } from './faults';
import type { Pair, ScalarNode, YamlNode } from './nodes';
import type { Token } from './tokens';

/** What a collection asks of the parser while it is read. */
export interface NodeReader {
  peek(): Token;
  take(): void;
  /** Takes the current token and gives the one behind it. */
  next(): Token;
  /** Starts to read a node: gives it if it is finished (a scalar or alias); otherwise a collection was opened. */
  node(block: boolean, indentless: boolean): YamlNode | undefined;
  /** Makes `collection` the innermost one. */
  open(collection: Collection): void;
  /** Ends the innermost collection and gives its node. */
  close(): YamlNode;
}

interface GrowingNode {
  readonly span: { readonly from: number; to: number };
  readonly anchor?: string;
}

interface GrowingSequence extends GrowingNode {
  readonly kind: 'sequence';
  readonly flow: boolean;
  items: YamlNode[];
  dashes: number[];
}

interface GrowingMapping extends GrowingNode {
  readonly kind: 'mapping';
  readonly flow: boolean;
  pairs: Pair[];
}

/** An absent node: a null without width. */
export function emptyScalar(at: number, inFlow = false): ScalarNode {
  const node: ScalarNode = { kind: 'scalar', span: { from: at, to: at }, style: 'plain', value: '' };
  return inFlow ? { ...node, inFlow } : node;
}

/** A collection that is being read: one production of the grammar in go-yaml v3, parserc.go. */
export abstract class Collection {
  abstract readonly node: GrowingSequence | GrowingMapping;

  /** Reads on: gives a finished child, or the node itself at its end, or nothing if a child collection was opened. */
  abstract step(reader: NodeReader): YamlNode | undefined;

  /** Takes a child that was finished. */
  abstract accept(child: YamlNode): void;

  /**
   * The finished node. Where the reader gave up in its middle, the key that waits for a value gets an empty one.
   * Its lists are copied, because a list that grew has room for many more items.
   */
  abstract finish(): YamlNode;

  protected reach(to: number): void {
    const { span } = this.node;
    if (to > span.to) span.to = to;
  }

  protected closeBehind(reader: NodeReader, bracket: Token): YamlNode {
    this.reach(bracket.to);
    reader.take();
    return reader.close();
  }

  /** Steps over the `,` that must stand before every entry of a flow collection but the first. */
  protected nextFlowEntry(reader: NodeReader, closer: string): Token {
    const token = reader.peek();
    if (token.kind === 'flow-entry') return reader.next();
    throw new SyntaxFault(
      'yaml/missing-comma',
      `did not find expected ',' or '${closer}'`,
      token.from,
      token.to,
      token.from,
      this.node.span.from,
    );
  }
}

abstract class Sequence extends Collection {
  readonly node: GrowingSequence;

  constructor(from: number, flow: boolean) {
    super();
    this.node = { kind: 'sequence', span: { from, to: from + 1 }, flow, items: [], dashes: [] };
  }

  override accept(child: YamlNode): void {
    this.node.items.push(child);
    this.reach(child.span.to);
  }

  override finish(): YamlNode {
    this.node.items = this.node.items.slice();
    this.node.dashes = this.node.dashes.slice();
    return this.node;
  }
}

/** `- a`, an entry a line; without indentation of its own it ends at whatever isn't an entry. */
export class BlockSequence extends Sequence {
  constructor(
    from: number,
    readonly indentless: boolean,
  ) {
    super(from, false);
  }

  override step(reader: NodeReader): YamlNode | undefined {
    const dash = reader.peek();
    if (dash.kind !== 'block-entry') {
      if (this.indentless) return reader.close();
      if (dash.kind !== 'block-end') throw unexpected(dash, "did not find expected '-' indicator");
      reader.take();
      return reader.close();
    }
    this.node.dashes.push(dash.from);
    this.reach(dash.to);
    const { kind } = reader.next();
    const absent =
      kind === 'block-entry' ||
      kind === 'block-end' ||
      (this.indentless && (kind === 'key' || kind === 'value'));
    return absent ? emptyScalar(dash.to) : reader.node(true, false);
  }
}

/** `[a, b]` */
export class FlowSequence extends Sequence {
  #first = true;

  constructor(from: number) {
    super(from, true);
  }

  override step(reader: NodeReader): YamlNode | undefined {
    let token = reader.peek();
    if (token.kind !== 'flow-sequence-end') {
      if (!this.#first) token = this.nextFlowEntry(reader, ']');
      this.#first = false;
      if (token.kind === 'key') {
        reader.take();
        reader.open(new FlowPair(token.from));
        return undefined;
      }
      if (token.kind !== 'flow-sequence-end') return reader.node(false, false);
    }
    return this.closeBehind(reader, token);
  }
}

abstract class Mapping extends Collection {
  readonly node: GrowingMapping;
  #key: YamlNode | undefined;
  #colon: number | undefined;

  constructor(from: number, flow: boolean) {
    super();
    this.node = { kind: 'mapping', span: { from, to: from }, flow, pairs: [] };
  }

  /** A key was read, its value wasn't. */
  protected get hasKey(): boolean {
    return this.#key !== undefined;
  }

  override accept(child: YamlNode): void {
    this.reach(child.span.to);
    const key = this.#key;
    if (key === undefined) {
      this.#key = child;
      return;
    }
    const colon = this.#colon;
    this.node.pairs.push(colon === undefined ? { key, value: child } : { key, value: child, colon });
    this.#key = undefined;
    this.#colon = undefined;
  }

  override finish(): YamlNode {
    if (this.hasKey) this.accept(emptyScalar(this.node.span.to, this.node.flow));
    this.node.pairs = this.node.pairs.slice();
    return this.node;
  }

  /** Takes the `:` and gives the token behind it. */
  protected nextBehindColon(reader: NodeReader, colon: Token): Token {
    this.#colon = colon.from;
    this.reach(colon.to);
    return reader.next();
  }
}

/** `key: value`, a pair a line. */
export class BlockMapping extends Mapping {
  constructor(from: number) {
    super(from, false);
  }

  override step(reader: NodeReader): YamlNode | undefined {
    const token = reader.peek();
    if (this.hasKey) {
      if (token.kind !== 'value') return emptyScalar(token.from);
      return this.#read(reader, this.nextBehindColon(reader, token), token.to);
    }
    if (token.kind === 'key') return this.#read(reader, reader.next(), token.to);
    if (token.kind !== 'block-end') throw unexpected(token, 'did not find expected key');
    reader.take();
    return reader.close();
  }

  /** Reads a key or value that starts with `token`, if there is one. */
  #read(reader: NodeReader, { kind }: Token, at: number): YamlNode | undefined {
    const absent = kind === 'key' || kind === 'value' || kind === 'block-end';
    return absent ? emptyScalar(at) : reader.node(true, true);
  }
}

/** `{a: b, c}` */
export class FlowMapping extends Mapping {
  #first = true;
  /** The key stands alone, like `c`: whatever comes next isn't its value. */
  #bareKey = false;

  constructor(from: number) {
    super(from, true);
  }

  override step(reader: NodeReader): YamlNode | undefined {
    return this.hasKey ? this.#value(reader) : this.#key(reader);
  }

  #key(reader: NodeReader): YamlNode | undefined {
    let token = reader.peek();
    if (token.kind !== 'flow-mapping-end') {
      if (!this.#first) token = this.nextFlowEntry(reader, '}');
      this.#first = false;
      this.#bareKey = token.kind !== 'key';
      if (token.kind === 'key') return this.#read(reader, reader.next());
      if (token.kind !== 'flow-mapping-end') return reader.node(false, false);
    }
    return this.closeBehind(reader, token);
  }

  #value(reader: NodeReader): YamlNode | undefined {
    const token = reader.peek();
    if (this.#bareKey || token.kind !== 'value') return emptyScalar(token.from, true);
    return this.#read(reader, this.nextBehindColon(reader, token));
  }

  #read(reader: NodeReader, { kind, from }: Token): YamlNode | undefined {
    const absent = kind === 'value' || kind === 'flow-entry' || kind === 'flow-mapping-end';
    return absent ? emptyScalar(from, true) : reader.node(false, false);
  }
}

/** The `a: b` of `[a: b]`: a mapping of one pair. */
class FlowPair extends Mapping {
  #done = false;

  constructor(from: number) {
    super(from, true);
  }

  override accept(child: YamlNode): void {
    this.#done = this.hasKey;
    super.accept(child);
  }

  override step(reader: NodeReader): YamlNode | undefined {
    if (this.#done) return reader.close();
    const token = reader.peek();
    if (!this.hasKey) {
      if (!endsFlowEntry(token) && token.kind !== 'value') return reader.node(false, false);
      // go-yaml steps over the token here, even over a `:` or the closing bracket.
      reader.take();
      return emptyScalar(token.to, true);
    }
    if (token.kind !== 'value') return emptyScalar(token.from, true);
    const behind = this.nextBehindColon(reader, token);
    return endsFlowEntry(behind) ? emptyScalar(behind.from, true) : reader.node(false, false);
  }
}

function endsFlowEntry({ kind }: Token): boolean {
  return kind === 'flow-entry' || kind === 'flow-sequence-end';
}

/** Refuses `token`, which can't stand where it does. */
export function unexpected({ from, to }: Token, message: string, opener?: number): SyntaxFault {
  return new SyntaxFault('yaml/unexpected-content', message, from, to, from, opener);
}
