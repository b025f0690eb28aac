import type { Span } from '../../text/span';
import type { CodeString, CodeValue } from './tree';

/** How a language writes text between the delimiters of one kind of string literal. */
export interface Notation {
  /**
   * The stretches of `raw` that stand for something else than themselves, in order; undefined for what can't stand
   * between the delimiters.
   */
  decode(raw: string): readonly Escape[] | undefined;
  /** `text` as it is written between what stands `before` and `after` it; undefined where that isn't possible. */
  encode(text: string, before: string, after: string): string | undefined;
}

/** `[from, to)` of a literal's raw text stands for `text`. */
export interface Escape extends Span {
  readonly text: string;
}

/** What a string is put together of, in the order of the file. */
export type StringPart = LiteralPart | PutPart | HolePart;

/** Text that stands in the file: what is between two delimiters, or two holes. */
export interface LiteralPart {
  readonly kind: 'literal';
  /** Offset of `raw` in the file. */
  readonly from: number;
  readonly raw: string;
  readonly notation: Notation;
}

/** Known text that stands elsewhere, and is put in at `span`: the value of a constant, a separator. */
export interface PutPart {
  readonly kind: 'put';
  readonly span: Span;
  readonly text: string;
  /** The stretches of `text` that are not known. */
  readonly holes: readonly Span[];
  /** What is put into `holes`. */
  readonly fills?: CodeString['fills'];
}

/** Text that is not known. */
export interface HolePart {
  readonly kind: 'hole';
  readonly span: Span;
  /** What is put in, as far as it is one value. */
  readonly value?: CodeValue;
}
