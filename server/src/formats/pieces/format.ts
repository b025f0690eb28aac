import type { Dialect } from '../../languages/yaml/resolve';
import type { Finding } from '../../text/finding';
import type { OffsetMap } from '../../text/region';
import type { Joints, Segment } from './segment';
import type { ReadFile, ReadModel } from './slice';

/** Facts with the way to their place; the map may cost something, so it is asked where it is needed only. */
export interface Placed<Facts> {
  readonly facts: Facts;
  readonly map: OffsetMap;
}

/** What is known of all pieces of a file together. It is told of each that comes or goes. */
export interface Together<Facts> {
  /** Takes in a piece's facts, or with -1 takes back what was taken in. */
  add(facts: Facts, by: 1 | -1): void;
  /**
   * What only shows when all pieces are seen together, in offsets of the document.
   * @param pieces those that were taken in, in document order
   */
  findings(pieces: Iterable<Placed<Facts>>): readonly Finding[];
}

/**
 * What it takes to read files of a format in pieces. Each piece is read as a small file of the same format, with its
 * surroundings made up in the same columns, so nothing is decoded in two ways.
 */
export interface PieceFormat<State, Model, Facts> {
  readonly joints: Joints<State>;
  readonly yaml: Dialect;
  /** The file is read once and never edited: a small one is then read as a whole, which takes less time. */
  readonly once?: boolean;
  /** What makes a file of the segments that are read together, put in front of them; `first` is the first of them. */
  surroundings(first: Segment<State>): string;
  /** Reads a text as a file; reads on behind faults. */
  read(text: string): ReadFile<Model>;
  /** As `read` without findings, for requests. */
  readModel(text: string): ReadModel<Model>;
  /**
   * What is kept of a file that was read from `text`.
   * @param has says whether an offset of `text` is in the document; what isn't is not a fact
   */
  facts(read: ReadFile<Model>, text: string, has: (offset: number) => boolean): Facts;
  together(): Together<Facts>;
}
