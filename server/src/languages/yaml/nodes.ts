import type { Span } from '../../text/span';

export type YamlNode = ScalarNode | MappingNode | SequenceNode | AliasNode;

interface NodeBase {
  /** From the first character of the content (after tag and anchor) to behind its last. */
  readonly span: Span;
  readonly anchor?: string;
  /** As written, with its handle resolved: `!!str` becomes `tag:yaml.org,2002:str`. */
  readonly tag?: string;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** Decoded: escapes, folds, chomping and indentation are done. An absent value is an empty plain scalar of no width. */
  readonly value: string;
  /** Of literal and folded scalars only. */
  readonly block?: BlockPlace;
  /** It stands in a flow collection. */
  readonly inFlow?: true;
}

/** Where the content of a literal or folded scalar stands. */
export interface BlockPlace {
  /** Column of its lines. */
  readonly indent: number;
  /** Behind its last line break and the blank lines that follow; the node's span ends before those. */
  readonly tail: number;
}

export interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** Offset of the `:`; absent for a key without one. */
  readonly colon?: number;
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  /** Offsets of the `-` of each item of a block sequence. */
  readonly dashes: readonly number[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** Absent where the anchor is unknown, which is a fault. */
  readonly target?: YamlNode;
}

/** A fault by which go-yaml refuses the stream. */
export interface YamlFault {
  /** `yaml/…` */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** The other place that it takes: the first of two equal keys. */
  readonly related?: Span;
}

export interface YamlDocument {
  /** Absent for an empty document. */
  readonly root?: YamlNode;
  readonly span: Span;
  readonly faults: readonly YamlFault[];
}
