import type { BlockPlace, ScalarStyle } from './nodes';
import type { Directive, Tag } from './properties';

/** Tokens that are nothing but their kind and place. */
export type MarkKind =
  | 'stream-start'
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value';

/** A token that turns out to be a key if a `:` follows on the same line, within 1,024 characters. */
export interface SimpleKey {
  /** Number of the token, counted from the start of the stream. */
  readonly number: number;
  readonly from: number;
  readonly lineStart: number;
  /** Without a `:` it is a fault: it stands where only keys may. */
  readonly required: boolean;
  possible: boolean;
  /** Its token isn't given out before it is clear whether it is a key. */
  awaited: boolean;
}

interface AnyToken {
  readonly from: number;
  readonly to: number;
  readonly key: SimpleKey | undefined;
}

export interface MarkToken extends AnyToken {
  readonly kind: MarkKind;
}

export interface ScalarToken extends AnyToken {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly value: string;
  readonly block: BlockPlace | undefined;
}

export interface NameToken extends AnyToken {
  readonly kind: 'anchor' | 'alias';
  readonly name: string;
}

export interface TagToken extends AnyToken {
  readonly kind: 'tag';
  readonly tag: Tag;
}

export interface DirectiveToken extends AnyToken {
  readonly kind: 'directive';
  readonly directive: Directive;
}

export type Token = MarkToken | ScalarToken | NameToken | TagToken | DirectiveToken;
