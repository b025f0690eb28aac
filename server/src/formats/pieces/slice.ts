import type { YamlNode } from '../../languages/yaml/nodes';
import type { Finding, TextEdit } from '../../text/finding';
import type { OffsetMap, Refusal } from '../../text/region';
import type { Span } from '../../text/span';

/**
 * A file that can be read by itself: a whole document, one piece of it with its surroundings made up, an object inside a
 * manifest, or the text of a scalar there. All spans inside are of `text`.
 */
export interface FileSlice<Model> {
  readonly text: string;
  readonly root?: YamlNode;
  readonly model: Model;
  /** To the document's offsets. */
  readonly map: OffsetMap;
  /** The stretch of the document that the slice covers, with what may lie between its pieces. */
  readonly extent: Span;
  /** False for offsets of `text` that the document doesn't have. */
  has(offset: number): boolean;
  /** Turns edits of `text` into edits of the document, or says why they can't be made there. */
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
}

/** What a text says as a file of its format. */
export interface ReadModel<Model> {
  readonly root?: YamlNode;
  readonly model: Model;
}

export interface ReadFile<Model> extends ReadModel<Model> {
  readonly findings: readonly Finding[];
  /** YAML can't be read as it stands, so the rest is a best guess. */
  readonly broken: boolean;
}

/** The map of a slice that is its document. */
export const IDENTITY_MAP: OffsetMap = { toHost: (offset) => offset, toFragment: (offset) => offset };

/** A slice whose offsets are the document's. */
export function documentSlice<Model>(text: string, { root, model }: ReadModel<Model>): FileSlice<Model> {
  const extent = { from: 0, to: text.length };
  return { text, root, model, extent, map: IDENTITY_MAP, has: () => true, encode: (edits) => [...edits] };
}
