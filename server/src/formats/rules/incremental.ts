import type { Change } from '../../text/change';
import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';
import type { TextSource } from '../../text/text-buffer';
import { parseYaml } from '../../languages/yaml/parse';
import { cut, isCuttable, recut, segmentAt, type Segment } from './chunks';
import { NameCounts, fileFindings } from './file-findings';
import { documentSlice, readModel, readRules, type ReadSettings, type RuleSlice } from './slice';
import { Unit } from './unit';

export interface UnitChanges {
  readonly removed: readonly Unit[];
  readonly added: readonly Unit[];
}

/** From this many pieces on, one reading of the whole is cheaper than many of pieces. */
const MANY = 1000;

/**
 * A rule file under edit. After an edit only the touched rule or group is read again. The result is that of a new
 * object made of the same text, once `confirm` was called.
 */
export class IncrementalRules {
  #segments: Segment[] = [];
  /** The unit of each segment; the segments of one group's head and tail share theirs. */
  readonly #unitOf = new Map<Segment, Unit>();
  /** The file as one piece, where it can't be cut. */
  #whole: { readonly slice: RuleSlice; readonly unit: Unit } | undefined;
  #secondDocument: Span | undefined;
  #names = new NameCounts();
  /** How many units can't be parsed alone. */
  #broken = 0;
  #doubtful = false;

  /** Reads `text` again when it is asked, so a text that is edited in place is followed by `update`. */
  constructor(
    private readonly text: TextSource,
    readonly settings: ReadSettings,
  ) {
    this.#start();
  }

  /** False where the file is read as one piece, because its structure can't be cut. */
  get isCut(): boolean {
    return this.#whole === undefined;
  }

  /** Follows a change that the text has taken; gives the units that went and those that came. */
  update(change: Change): UnitChanges {
    const around = this.text.slice(Math.max(0, change.from - 1), change.newTo + 1);
    if (this.#whole || !isCuttable(around)) {
      const before = this.units();
      this.#secondDocument = undefined;
      this.#readWhole();
      this.#doubtful = true;
      return { removed: before, added: this.units() };
    }
    const { at, removed, made } = recut(this.#segments, change, this.text);
    if (secondDocument(this.#segments.at(-1), this.text)) return this.#restart();
    const changes = this.#adopt(at, removed, made);
    this.#doubtful = this.#broken > 0;
    return changes;
  }

  /**
   * Settles by a reading of the whole text what the pieces leave open: whether a piece that can't be parsed alone is
   * part of something bigger. Costs what the file is big.
   */
  confirm(): UnitChanges {
    if (!this.#doubtful) return { removed: [], added: [] };
    if (this.#whole) return this.#restart();
    const before = this.units();
    this.#settle();
    return this.isCut ? { removed: [], added: [] } : { removed: before, added: this.units() };
  }

  /** True when `confirm` has something to settle. */
  get isDoubtful(): boolean {
    return this.#doubtful;
  }

  /** The units in document order; a file that isn't cut has one. */
  units(): readonly Unit[] {
    if (this.#whole) return [this.#whole.unit];
    return this.#segments.flatMap((segment) => {
      const unit = this.#unitOf.get(segment);
      return unit?.segments[0] === segment ? [unit] : [];
    });
  }

  /** What only shows when all of the file is seen together, in offsets of the document. */
  fileFindings(): Finding[] {
    return fileFindings(this.units(), this.#names);
  }

  /** The `---` of a second document, which Prometheus ignores. Not looked for in a file that can't be cut. */
  get secondDocument(): Span | undefined {
    return this.#secondDocument;
  }

  /** The readable piece at `offset`, parsed anew. */
  sliceAt(offset: number): RuleSlice {
    if (this.#whole) return this.#whole.slice;
    const segment = this.#segments[segmentAt(this.#segments, offset)];
    const unit = segment && this.#unitOf.get(segment);
    return unit ? unit.slice(this.text, this.settings) : this.wholeSlice();
  }

  /** The pieces that reach into `span`, parsed anew; the whole file where they would be many. */
  slicesIn({ from, to }: Span): RuleSlice[] {
    const first = segmentAt(this.#segments, from);
    const last = segmentAt(this.#segments, to);
    if (this.#whole || last - first > MANY) return [this.wholeSlice()];
    const units = this.#segments.slice(first, last + 1).flatMap((segment) => this.#unitOf.get(segment) ?? []);
    return [...new Set(units)].map((unit) => unit.slice(this.text, this.settings));
  }

  /** The whole file, parsed anew unless it already is. */
  wholeSlice(): RuleSlice {
    if (this.#whole) return this.#whole.slice;
    const text = this.text.slice(0);
    return documentSlice(text, readModel(text, this.settings));
  }

  #restart(): UnitChanges {
    const removed = this.units();
    this.#start();
    return { removed, added: this.units() };
  }

  #start(): void {
    this.#clear();
    this.#doubtful = false;
    const text = this.text.slice(0);
    const segments = isCuttable(text) ? cut(text) : [];
    this.#secondDocument = secondDocument(segments.at(-1), this.text);
    // go-yaml looks a little into the second document, and refuses the file for what it sees there.
    if (segments.length === 0 || this.#secondDocument) {
      this.#readWhole();
      return;
    }
    this.#segments = segments;
    this.#adopt(0, [], segments);
    if (this.#broken > 0) this.#settle();
  }

  /** Pieces that can't be parsed alone are right unless the whole can be. */
  #settle(): void {
    this.#doubtful = false;
    const [document] = parseYaml(this.text.slice(0), { firstDocumentOnly: true });
    if ((document?.faults.length ?? 0) === 0) this.#readWhole();
  }

  #readWhole(): void {
    this.#clear();
    const text = this.text.slice(0);
    const read = readRules(text, this.settings);
    const unit = new Unit([{ from: 0, to: text.length }], '', read);
    this.#whole = { slice: documentSlice(text, read), unit };
    this.#names.add(unit.facts, 1);
  }

  #clear(): void {
    this.#segments = [];
    this.#unitOf.clear();
    this.#whole = undefined;
    this.#names = new NameCounts();
    this.#broken = 0;
  }

  /** Reads what a new cut touched: the new segments, and old ones that were read together with removed ones. */
  #adopt(at: number, removed: readonly Segment[], made: readonly Segment[]): UnitChanges {
    const removedSet = new Set<Span>(removed);
    const gone = new Set(removed.flatMap((segment) => this.#unitOf.get(segment) ?? []));
    for (const segment of removed) this.#unitOf.delete(segment);
    const firsts = new Set<number>();
    for (let index = at; index < at + made.length; index++) firsts.add(firstPart(this.#segments, index));
    for (const unit of gone) {
      for (const segment of unit.segments) {
        if (removedSet.has(segment)) continue;
        firsts.add(firstPart(this.#segments, segmentAt(this.#segments, segment.from)));
      }
    }
    const added: Unit[] = [];
    for (const first of firsts) {
      const segments = partsOf(this.#segments, first);
      if (segments.length === 0) continue;
      for (const segment of segments) {
        const old = this.#unitOf.get(segment);
        if (old) gone.add(old);
      }
      const unit = Unit.read(segments, this.text, this.settings);
      for (const segment of segments) this.#unitOf.set(segment, unit);
      added.push(unit);
    }
    for (const unit of gone) this.#count(unit, -1);
    for (const unit of added) this.#count(unit, 1);
    return { removed: [...gone], added };
  }

  #count({ broken, facts }: Unit, by: 1 | -1): void {
    if (broken) this.#broken += by;
    this.#names.add(facts, by);
  }
}

/** Index of the first of the segments that are read together with the one at `index`. */
function firstPart(segments: readonly Segment[], index: number): number {
  const kind = segments[index]?.kind;
  if (kind === 'file') return segments.findIndex((segment) => segment.kind === 'file');
  let head = index;
  if (kind === 'tail') while (head > 0 && segments[head]?.kind !== 'head') head--;
  return head;
}

/** The segments that are read together with the one at `index`, which is the first of them. */
function partsOf(segments: readonly Segment[], index: number): Segment[] {
  const segment = segments[index];
  if (!segment || segment.kind === 'ignored') return [];
  if (segment.kind === 'file') return segments.filter(({ kind }) => kind === 'file');
  if (segment.kind !== 'head') return [segment];
  let next = index + 1;
  while (segments[next]?.kind === 'rule') next++;
  const tail = segments[next];
  return tail?.kind === 'tail' ? [segment, tail] : [segment];
}

function secondDocument(last: Segment | undefined, text: TextSource): Span | undefined {
  if (last?.kind !== 'ignored') return undefined;
  const marker = /^---(?=\s|$)/m.exec(text.slice(last.from));
  return marker ? { from: last.from + marker.index, to: last.from + marker.index + 3 } : undefined;
}
