import { parser } from '@lezer/javascript';
import type { Tree } from '@lezer/common';
import type { Span } from '../../text/span';

const TYPE_NAMES = parser.nodeSet.types.map((type) => type.name);

/** Index of a node in a `Syntax`. Nodes are numbered as they start, outer ones first. */
export type Node = number;

/** Some kinds of nodes, by their names, for a quick test of many nodes. */
export type NodeKinds = Uint8Array;

export function nodeKinds(...names: readonly string[]): NodeKinds {
  return Uint8Array.from(TYPE_NAMES, (name) => (names.includes(name) ? 1 : 0));
}

/**
 * A syntax tree as arrays, one item a node: much cheaper to go through, back and forth, than the nodes that Lezer makes
 * of its packed tree. Names of nodes are those of Lezer's grammar of JavaScript.
 */
export class Syntax {
  private types = new Uint16Array(0);
  private starts = new Int32Array(0);
  private ends = new Int32Array(0);
  private parents = new Int32Array(0);
  /** The node behind the last one inside. */
  private behind = new Int32Array(0);
  /** How many nodes there are. */
  readonly size: number;

  constructor(
    readonly source: string,
    tree: Tree,
  ) {
    this.size = this.fill(tree);
  }

  private fill(tree: Tree): number {
    const cursor = tree.cursor();
    let parent = -1;
    let size = 0;
    for (;;) {
      if (size === this.types.length) this.grow();
      this.types[size] = cursor.type.id;
      this.starts[size] = cursor.from;
      this.ends[size] = cursor.to;
      this.parents[size] = parent;
      const node = size++;
      if (cursor.firstChild()) {
        parent = node;
        continue;
      }
      this.behind[node] = size;
      while (!cursor.nextSibling()) {
        if (!cursor.parent()) return size;
        this.behind[parent] = size;
        parent = this.parents[parent] ?? -1;
      }
    }
  }

  private grow(): void {
    const capacity = Math.max(this.source.length >> 1, this.types.length * 2, 64);
    const larger = (array: Int32Array) => {
      const copy = new Int32Array(capacity);
      copy.set(array);
      return copy;
    };
    const types = new Uint16Array(capacity);
    types.set(this.types);
    this.types = types;
    this.starts = larger(this.starts);
    this.ends = larger(this.ends);
    this.parents = larger(this.parents);
    this.behind = larger(this.behind);
  }

  is(node: Node, kinds: NodeKinds): boolean {
    return kinds[this.types[node] ?? 0] === 1;
  }

  name(node: Node): string {
    return TYPE_NAMES[this.types[node] ?? 0] ?? '';
  }

  from(node: Node): number {
    return this.starts[node] ?? 0;
  }

  to(node: Node): number {
    return this.ends[node] ?? 0;
  }

  span(node: Node): Span {
    return { from: this.from(node), to: this.to(node) };
  }

  text(node: Node): string {
    return this.source.slice(this.from(node), this.to(node));
  }

  parent(node: Node): Node | undefined {
    const parent = this.parents[node];
    return parent === undefined || parent < 0 ? undefined : parent;
  }

  /** The node behind the last one that `node` holds; as a limit for going through all of these. */
  end(node: Node): Node {
    return this.behind[node] ?? node + 1;
  }

  /** What `node` is made of, without comments and what can't be parsed. */
  children(node: Node): Node[] {
    const children: Node[] = [];
    const end = this.end(node);
    for (let child = node + 1; child < end; child = this.end(child)) {
      if (!this.is(child, IGNORED)) children.push(child);
    }
    return children;
  }

  first(node: Node): Node | undefined {
    return this.notIgnored(node + 1, this.end(node));
  }

  /** The first of the children that has this name. */
  child(node: Node, name: string): Node | undefined {
    const end = this.end(node);
    for (let child = node + 1; child < end; child = this.end(child)) {
      if (this.name(child) === name) return child;
    }
    return undefined;
  }

  /** The child behind `node`, of the same parent, without comments. */
  next(node: Node): Node | undefined {
    const parent = this.parent(node);
    return parent === undefined ? undefined : this.notIgnored(this.end(node), this.end(parent));
  }

  /** The first of the siblings from `node` on, up to `end`, that means something. */
  private notIgnored(node: Node, end: Node): Node | undefined {
    let at = node;
    while (at < end && this.is(at, IGNORED)) at = this.end(at);
    return at < end ? at : undefined;
  }
}

const IGNORED = nodeKinds('LineComment', 'BlockComment', '⚠');
