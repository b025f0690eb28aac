import type { Collection, NodeReader } from './collections';
import {
  BlockMapping,
  BlockSequence,
  FlowMapping,
  FlowSequence,
  emptyScalar,
  unexpected,
} from './collections';
import { SyntaxFault } from './faults';
import type { ScalarNode, YamlFault, YamlNode } from './nodes';
import type { Scanner } from './scanner';
import type { NameToken, ScalarToken, TagToken, Token } from './tokens';

const STANDARD_TAGS: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/** Anchor and tag of a node, and the offset behind them. */
interface Properties {
  anchor?: string;
  tag?: string;
  end: number;
}

/**
 * Builds trees from the scanner's tokens, one document at a time, with a stack of its own so that depth costs no call
 * stack. Rules: go-yaml v3, parserc.go and the parser half of decode.go.
 * Throws `SyntaxFault` where go-yaml refuses the stream.
 */
export class Parser implements NodeReader {
  readonly #scanner: Scanner;
  readonly #open: Collection[] = [];
  /** As in go-yaml, an anchor holds for the rest of the stream. */
  readonly #anchors = new Map<string, YamlNode>();
  readonly #tagPrefixes = new Map<string, string>();
  /** Anchored collections that are open. */
  readonly #unfinished = new Set<YamlNode>();
  /** Faults of aliases, which don't end the reading. */
  readonly faults: YamlFault[] = [];
  /** The stream has aliases with a target. */
  hasAliases = false;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  peek(): Token {
    return this.#scanner.peek();
  }

  take(): void {
    this.#scanner.take();
  }

  next(): Token {
    this.#scanner.take();
    return this.#scanner.peek();
  }

  open(collection: Collection): void {
    this.#open.push(collection);
  }

  close(): YamlNode {
    const collection = this.#open.pop();
    if (collection === undefined) throw new RangeError('no collection is open');
    if (collection.node.anchor !== undefined) this.#unfinished.delete(collection.node);
    return collection.finish();
  }

  /**
   * Reads what stands before a document's content: directives and `---`.
   * Gives what kind of start it found, `end` at the end of the stream.
   */
  startDocument(first: boolean): 'implicit' | 'explicit' | 'end' {
    let token = this.peek();
    if (token.kind === 'stream-start') token = this.next();
    while (!first && token.kind === 'document-end') token = this.next();
    if (token.kind === 'stream-end') return 'end';
    const implicit = first && token.kind !== 'directive' && token.kind !== 'document-start';
    this.#readDirectives();
    if (implicit) return 'implicit';
    token = this.peek();
    if (token.kind !== 'document-start') throw unexpected(token, 'did not find expected <document start>');
    this.take();
    return 'explicit';
  }

  /** Reads a document's content. Behind a `---` it may be empty. */
  content(start: 'implicit' | 'explicit'): YamlNode {
    if (start === 'explicit') {
      const { kind, from } = this.peek();
      const empty =
        kind === 'directive' || kind === 'document-start' || kind === 'document-end' || kind === 'stream-end';
      if (empty) return emptyScalar(from);
    }
    let done = this.node(true, false);
    for (;;) {
      const collection = this.#open.at(-1);
      if (collection === undefined) break;
      if (done !== undefined) collection.accept(done);
      done = collection.step(this);
    }
    if (done === undefined) throw new RangeError('a document without a root');
    return done;
  }

  /** Ends all open collections where they are, after a fault; gives the tree so far. */
  abandon(): YamlNode | undefined {
    let root: YamlNode | undefined;
    while (this.#open.length > 0) {
      const collection = this.#open.pop();
      if (root !== undefined) collection?.accept(root);
      root = collection?.finish();
    }
    return root;
  }

  /** Steps over a `...`; gives the offset where the document ends. */
  endDocument(): number {
    const token = this.peek();
    if (token.kind !== 'document-end') return token.from;
    this.take();
    return token.to;
  }

  #readDirectives(): void {
    this.#tagPrefixes.clear();
    let version = false;
    for (let token = this.peek(); token.kind === 'directive'; token = this.next()) {
      const { directive } = token;
      if (directive.name === 'TAG') {
        const { handle, prefix } = directive;
        if (this.#tagPrefixes.has(handle)) throw badDirective(token, 'found duplicate %TAG directive');
        this.#tagPrefixes.set(handle, prefix);
      } else {
        if (version) throw badDirective(token, 'found duplicate %YAML directive');
        if (directive.major !== 1 || directive.minor !== 1) {
          throw badDirective(
            token,
            'found incompatible YAML document: only version 1.1 is read; remove this line',
          );
        }
        version = true;
      }
    }
    for (const [handle, prefix] of STANDARD_TAGS) {
      if (!this.#tagPrefixes.has(handle)) this.#tagPrefixes.set(handle, prefix);
    }
  }

  node(block: boolean, indentless: boolean): YamlNode | undefined {
    let token = this.peek();
    if (token.kind === 'alias') return this.#alias(token);
    let properties: Properties | undefined;
    if (token.kind === 'anchor' || token.kind === 'tag') {
      properties = this.#readProperties(token);
      token = this.peek();
    }
    if (token.kind === 'scalar') return this.#scalar(token, properties, !block);
    const collection = this.#collectionAt(token, block, indentless);
    if (collection !== undefined) {
      this.#start(collection, properties);
      return undefined;
    }
    if (properties === undefined) {
      const opener = block ? undefined : this.#open.at(-1)?.node.span.from;
      throw unexpected(token, 'did not find expected node content', opener);
    }
    return this.#withProperties(emptyScalar(properties.end, !block), properties);
  }

  #readProperties(first: NameToken | TagToken): Properties {
    const properties: Properties = { end: first.to };
    for (let token: Token = first; ; token = this.next()) {
      if (token.kind === 'anchor' && properties.anchor === undefined) properties.anchor = token.name;
      else if (token.kind === 'tag' && properties.tag === undefined) properties.tag = this.#resolveTag(token);
      else return properties;
      properties.end = token.to;
    }
  }

  #withProperties<T extends YamlNode>(node: T, { anchor, tag }: Properties): T {
    const tagged = tag === undefined ? node : Object.assign(node, { tag });
    if (anchor === undefined) return tagged;
    this.#anchors.set(anchor, tagged);
    return Object.assign(tagged, { anchor });
  }

  /** An alias of something unknown or unfinished has no target, so that trees have no cycles. */
  #alias(token: NameToken): YamlNode {
    this.take();
    const { name, from, to } = token;
    const span = { from, to };
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const message = `unknown anchor '${name}' referenced: no \`&${name}\` stands before it`;
      this.faults.push({ code: 'yaml/unknown-alias', message, span });
    } else if (this.#unfinished.has(target)) {
      const message = `anchor '${name}' value contains itself: the alias stands inside of what it repeats`;
      this.faults.push({ code: 'yaml/self-alias', message, span });
    } else {
      this.hasAliases = true;
      return { kind: 'alias', span, name, target };
    }
    return { kind: 'alias', span, name };
  }

  #scalar(token: ScalarToken, properties: Properties | undefined, inFlow: boolean): ScalarNode {
    this.take();
    const { from, to, style, value, block } = token;
    const node: ScalarNode = { kind: 'scalar', span: { from, to }, style, value };
    if (block !== undefined) Object.assign(node, { block });
    if (inFlow) Object.assign(node, { inFlow });
    return properties === undefined ? node : this.#withProperties(node, properties);
  }

  /** The collection that `token` starts, if it may start one here. */
  #collectionAt({ kind, from }: Token, block: boolean, indentless: boolean): Collection | undefined {
    if (kind === 'block-entry' && indentless) return new BlockSequence(from, true);
    const collection = makeCollection(kind, from, block);
    if (collection !== undefined) this.take();
    return collection;
  }

  #start(collection: Collection, properties: Properties | undefined): void {
    if (properties !== undefined) {
      this.#withProperties(collection.node, properties);
      if (properties.anchor !== undefined) this.#unfinished.add(collection.node);
    }
    this.open(collection);
  }

  #resolveTag({ tag: { handle, suffix }, from, to }: TagToken): string {
    if (handle === '') return suffix;
    const prefix = this.#tagPrefixes.get(handle);
    if (prefix !== undefined) return prefix + suffix;
    throw new SyntaxFault('yaml/tag', `found undefined tag handle \`${handle}\``, from, to);
  }
}

function makeCollection(kind: Token['kind'], from: number, block: boolean): Collection | undefined {
  if (kind === 'flow-sequence-start') return new FlowSequence(from);
  if (kind === 'flow-mapping-start') return new FlowMapping(from);
  if (!block) return undefined;
  if (kind === 'block-sequence-start') return new BlockSequence(from, false);
  return kind === 'block-mapping-start' ? new BlockMapping(from) : undefined;
}

function badDirective({ from, to }: Token, message: string): SyntaxFault {
  return new SyntaxFault('yaml/directive', message, from, to);
}
