import type { TextEdit } from '../../text/finding';
import type { OffsetMap, Refusal } from '../../text/region';
import type { ScalarNode } from './nodes';
import { encodeEdits } from './scalar-encode';
import { ScalarMap } from './scalar-map';
import { endOfLine, readScalar } from './scalar-read';

/** A scalar's value as a fragment of the file that it is written in. */
export interface ScalarRegion {
  /** The value. */
  readonly text: string;
  readonly map: OffsetMap;
  /** Turns edits of the value into edits of the file, in the scalar's own notation; never into a wrong edit. */
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
}

/**
 * The region of `node`, a scalar of the document `text`: its value, the map between value and source, and how edits
 * of the value are written. Made anew for each call; keep it where it is asked for more than once.
 */
export function scalarRegion(text: string, node: ScalarNode): ScalarRegion {
  const { from, to } = node.span;
  const behind = node.block?.tail ?? endOfLine(text, to);
  const map = new ScalarMap(text.slice(from, behind), from, contentStart(node));
  if (to > from) readScalar(map.source, node, map);
  return { text: map.value, map, encode: (edits) => encodeEdits(text, node, map, edits) };
}

/** Where an empty value would grow: behind an opening quote, on the line behind a block scalar's header. */
function contentStart({ span, style, block }: ScalarNode): number {
  if (style === 'plain') return span.from;
  return block === undefined ? span.from + 1 : span.to;
}
