import type { Span } from '../../text/span';

/** The mapping that a key or value belongs to. */
export type Container = 'file' | 'group' | 'rule' | 'group-labels' | 'labels' | 'annotations';

/** Where the cursor stands in the structure of a rule file, and what may be written there. */
export type Spot = KeySpot | ItemSpot | ValueSpot;

/** A key of `container` is due. */
export interface KeySpot {
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

/** An item of the list of groups or rules is due; nothing of it is written, or its dash alone. */
export interface ItemSpot {
  readonly kind: 'item';
  readonly of: 'groups' | 'rules';
  readonly replace: Span;
}

/** The value of `field` is due. */
export interface ValueSpot {
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

const containers: ReadonlyMap<string, Container> = new Map([
  ['', 'file'],
  ['groups/-', 'group'],
  ['groups/-/labels', 'group-labels'],
  ['groups/-/rules/-', 'rule'],
  ['groups/-/rules/-/labels', 'labels'],
  ['groups/-/rules/-/annotations', 'annotations'],
]);

/** The container at a path of keys from the outside in, `-` standing for an item of a list. */
export function containerAt(path: readonly string[]): Container | undefined {
  return containers.get(path.join('/'));
}
