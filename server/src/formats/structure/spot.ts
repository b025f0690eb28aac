import type { Span } from '../../text/span';

/**
 * Where the structure of a format has its mappings and lists, by path: keys from the outside in, `-` standing for an
 * item of a list.
 */
export interface Layout<Container, List> {
  /** The mapping at a path. */
  containerAt(path: readonly string[]): Container | undefined;
  /** The list at a path, `-` not included. */
  listAt(path: readonly string[]): List | undefined;
}

/** Where the cursor stands in the structure of a file, and what may be written there. */
export type Spot<Container, List> =
  KeySpot<Container> | ItemSpot<List> | ValueSpot<Container> | ItemValueSpot<List>;

/** A key of `container` is due. */
export interface KeySpot<Container> {
  readonly kind: 'key';
  readonly container: Container;
  /** The container's other keys. */
  readonly present: ReadonlySet<string>;
  /** The begun word. */
  readonly replace: Span;
  /** A colon stands behind the word already. */
  readonly hasColon: boolean;
  /** How much deeper the keys stand than their line is indented: 2 behind a `- `. */
  readonly deeper: number;
  /** Inside braces, where everything stands on one line. */
  readonly flow: boolean;
}

/** An item of a list is due; nothing of it is written, or its dash alone. */
export interface ItemSpot<List> {
  readonly kind: 'item';
  readonly of: List;
  readonly replace: Span;
}

/** The value of `field` is due. */
export interface ValueSpot<Container> {
  readonly kind: 'value';
  readonly container: Container;
  readonly field: string;
  /** The container's other keys. */
  readonly present: ReadonlySet<string>;
  /** What is written of it, without quotes. */
  readonly replace: Span;
  /** A space is missing behind the colon. */
  readonly needsSpace: boolean;
}

/** The text of an item is due, behind its dash or between brackets. */
export interface ItemValueSpot<List> {
  readonly kind: 'item-value';
  readonly of: List;
  /** What is written of it, without quotes. */
  readonly replace: Span;
  /** It stands between brackets, where everything stands on one line. */
  readonly flow: boolean;
}
