import type { Finding, TextEdit } from '../../text/finding';
import { PieceMap, type Piece } from '../../text/piece-map';
import type { Refusal } from '../../text/region';
import type { Span } from '../../text/span';
import type { TextSource } from '../../text/text-buffer';
import type { Segment } from './chunks';
import { factsOf, type RuleFacts } from './facts';
import { readModel, readRules, type ReadRules, type ReadSettings, type RuleSlice } from './slice';

/**
 * One piece of the file that is read by itself: a rule, a group without its rules, or the file without its groups.
 * It keeps what was found out, not the text or the trees, which are made again when somebody asks for them. Its own
 * offsets stay true when the unit moves.
 */
export class Unit {
  readonly findings: readonly Finding[];
  readonly facts: RuleFacts;
  /** Its YAML can't be parsed as it stands. */
  readonly broken: boolean;

  /**
   * @param segments where it stands; they move with the document
   * @param prefix what stands in front of the segments, in the same columns, to make a rule file of them
   */
  constructor(
    readonly segments: readonly Span[],
    readonly prefix: string,
    { findings, model, broken }: ReadRules,
  ) {
    const { map } = this;
    const has = (offset: number): boolean => map.has(offset);
    this.findings = findings.filter(({ span }) => has(span.to));
    this.facts = factsOf(model, has);
    this.broken = broken;
  }

  /** Reads the segments, which belong together, as a rule file. */
  static read(segments: readonly Segment[], text: TextSource, settings: ReadSettings): Unit {
    const prefix = surroundings(segments[0]);
    return new Unit(segments, prefix, readRules(compose(prefix, segments, text), settings));
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

  /** The unit as a rule file, parsed anew. */
  slice(source: TextSource, settings: ReadSettings): RuleSlice {
    const text = compose(this.prefix, this.segments, source);
    const { map } = this;
    return {
      text,
      ...readModel(text, settings),
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

/** See `Unit.prefix`. */
function surroundings(segment: Segment | undefined): string {
  if (!segment || segment.kind === 'file') return '';
  if (segment.kind !== 'rule') return 'groups:\n';
  const { groupDash, groupKey } = segment;
  const dash = `${' '.repeat(groupDash)}-${' '.repeat(groupKey - groupDash - 1)}`;
  return `groups:\n${dash}name: _\n${' '.repeat(groupKey)}rules:\n`;
}
