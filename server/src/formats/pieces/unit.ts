import type { YamlNode } from '../../languages/yaml/nodes';
import type { Finding, TextEdit } from '../../text/finding';
import { PieceMap, type Piece } from '../../text/piece-map';
import type { Refusal } from '../../text/region';
import type { Span } from '../../text/span';
import type { TextSource } from '../../text/text-buffer';
import type { PieceFormat, Placed } from './format';
import type { Segment } from './segment';
import type { FileSlice, ReadFile, ReadModel } from './slice';

/**
 * One piece of a file that is read by itself. It keeps what was found out, not the text or the trees, which are made
 * again when somebody asks for them. Its own offsets stay true when the unit moves.
 */
export class Unit<Facts> implements Placed<Facts> {
  readonly findings: readonly Finding[];
  readonly facts: Facts;
  /** Its YAML can't be parsed as it stands. */
  readonly broken: boolean;
  /**
   * It parses, but not as the lines look: something goes over from one segment to the next, or ends the document in
   * front of the next. Then nothing is known of the other units either.
   */
  readonly torn: boolean;

  /**
   * @param segments where it stands; they move with the document
   * @param prefix what stands in front of the segments, in the same columns, to make a file of them
   */
  private constructor(
    readonly segments: readonly Span[],
    readonly prefix: string,
    { root, findings, broken }: ReadFile<unknown>,
    factsIf: (has: (offset: number) => boolean) => Facts,
  ) {
    const { map } = this;
    const has = (offset: number): boolean => map.has(offset);
    this.findings = findings.filter(({ span }) => has(span.to));
    this.facts = factsIf(has);
    this.broken = broken;
    const joints = map.pieces.slice(1);
    this.torn =
      !broken &&
      root !== undefined &&
      (root.kind !== 'mapping' || joints.some(({ fragment }) => isInside(root, fragment)));
  }

  /** Reads segments that belong together, at least one, as a file. */
  static read<State, Model, Facts>(
    segments: readonly Segment<State>[],
    text: TextSource,
    format: PieceFormat<State, Model, Facts>,
  ): Unit<Facts> {
    const prefix = segments[0] ? format.surroundings(segments[0]) : '';
    const own = compose(prefix, segments, text);
    const read = format.read(own);
    return new Unit(segments, prefix, read, (has) => format.facts(read, own, has));
  }

  /** The whole document as one unit. */
  static whole<Model, Facts>(
    text: string,
    read: ReadFile<Model>,
    format: Pick<PieceFormat<never, Model, Facts>, 'facts'>,
  ): Unit<Facts> {
    return new Unit([{ from: 0, to: text.length }], '', read, (has) => format.facts(read, text, has));
  }

  /** From the unit's text to the document, as both are now. */
  get map(): PieceMap {
    const pieces: Piece[] = [];
    let fragment = this.prefix.length;
    for (const { from, to } of this.segments) {
      pieces.push({ fragment, host: from, length: to - from });
      fragment += to - from;
    }
    return new PieceMap(pieces);
  }

  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal {
    return this.map.encode(edits);
  }

  /** The unit as a file, which `read` parses anew. */
  slice<Model>(source: TextSource, read: (text: string) => ReadModel<Model>): FileSlice<Model> {
    const text = compose(this.prefix, this.segments, source);
    const { map } = this;
    return {
      text,
      ...read(text),
      map,
      extent: { from: this.segments[0]?.from ?? 0, to: this.segments.at(-1)?.to ?? 0 },
      has: (offset) => map.has(offset),
      encode: (edits) => map.encode(edits),
    };
  }
}

function compose(prefix: string, segments: readonly Span[], text: TextSource): string {
  return prefix + segments.map(({ from, to }) => text.slice(from, to)).join('');
}

/** True when `offset` lies in a scalar or a flow collection, which lines don't show. */
function isInside(node: YamlNode, offset: number): boolean {
  if (offset <= node.span.from || offset >= node.span.to) return false;
  switch (node.kind) {
    case 'scalar':
    case 'alias':
      return true;
    case 'sequence':
      return node.flow || node.items.some((item) => isInside(item, offset));
    case 'mapping':
      return (
        node.flow || node.pairs.some(({ key, value }) => isInside(key, offset) || isInside(value, offset))
      );
  }
}
