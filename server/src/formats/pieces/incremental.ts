import { parseYaml } from '../../languages/yaml/parse';
import type { Change } from '../../text/change';
import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';
import type { TextSource } from '../../text/text-buffer';
import type { PieceFormat, Together } from './format';
import { firstPart, partsOf } from './parts';
import { cut, isCuttable, recut, segmentAt, type Recut, type Segment } from './segment';
import { documentSlice, type FileSlice } from './slice';
import { Unit } from './unit';

export interface UnitChanges<Facts> {
  readonly removed: readonly Unit<Facts>[];
  readonly added: readonly Unit<Facts>[];
}

/** From this many pieces on, one reading of the whole is cheaper than many of pieces. */
const MANY = 1000;

/** UTF-16 units. Up to about this size, one reading takes less time than many of pieces, and little memory. */
const SMALL = 64 * 1024;

/**
 * A file under edit. After an edit only the touched pieces are read again. The result is that of a new object made of
 * the same text, once `confirm` was called.
 */
export class IncrementalFile<State, Model, Facts> {
  #segments: Segment<State>[] = [];
  /** The unit of each segment; segments that are read together share theirs. */
  readonly #unitOf = new Map<Segment<State>, Unit<Facts>>();
  /** See `units`, until the next edit. */
  #units: readonly Unit<Facts>[] | undefined;
  /** The file as one piece, where it can't be cut. */
  #whole: { readonly slice: FileSlice<Model>; readonly unit: Unit<Facts> } | undefined;
  #secondDocument: Span | undefined;
  #together: Together<Facts>;
  /** How many units can't be parsed alone. */
  #broken = 0;
  #torn = 0;
  #doubtful = false;

  /** Reads `text` again when it is asked, so a text that is edited in place is followed by `update`. */
  constructor(
    private readonly text: TextSource,
    private readonly format: PieceFormat<State, Model, Facts>,
  ) {
    this.#together = format.together();
    this.#start();
  }

  /** False where the file is read as one piece, because its structure can't be cut. */
  get isCut(): boolean {
    return this.#whole === undefined;
  }

  /** Follows a change that the text has taken; gives the units that went and those that came. */
  update(change: Change): UnitChanges<Facts> {
    const around = this.text.slice(Math.max(0, change.from - 1), change.newTo + 1);
    if (this.#whole || !isCuttable(around)) {
      const removed = this.units();
      this.#secondDocument = undefined;
      this.#readWhole();
      this.#doubtful = true;
      return { removed, added: this.units() };
    }
    const made = recut(this.format.joints, this.#segments, change, this.text);
    if (goesOn(this.#segments.at(-1), this.text)) return this.#restart();
    const changes = this.#adopt(made);
    this.#doubtful = this.#broken + this.#torn > 0;
    return changes;
  }

  /**
   * Settles by a reading of the whole text what the pieces leave open: whether a piece that can't be parsed alone is
   * part of something bigger. Costs what the file is big.
   */
  confirm(): UnitChanges<Facts> {
    if (!this.#doubtful) return { removed: [], added: [] };
    if (this.#whole) return this.#restart();
    const removed = this.units();
    this.#settle();
    return this.isCut ? { removed: [], added: [] } : { removed, added: this.units() };
  }

  /** True when `confirm` has something to settle. */
  get isDoubtful(): boolean {
    return this.#doubtful;
  }

  /** The units in document order; a file that isn't cut has one. */
  units(): readonly Unit<Facts>[] {
    return (this.#units ??= this.#whole ? [this.#whole.unit] : this.#cutUnits());
  }

  /** What only shows when all of the file is seen together, in offsets of the document. */
  fileFindings(): readonly Finding[] {
    return this.#together.findings(this.units());
  }

  /** The `---` of a second document, which is ignored. Not looked for in a file that can't be cut. */
  get secondDocument(): Span | undefined {
    return this.#secondDocument;
  }

  /** The readable piece at `offset`, parsed anew. */
  sliceAt(offset: number): FileSlice<Model> {
    if (this.#whole) return this.#whole.slice;
    const segment = this.#segments[segmentAt(this.#segments, offset)];
    const unit = segment && this.#unitOf.get(segment);
    return unit ? this.#slice(unit) : this.wholeSlice();
  }

  /** The pieces that reach into `span`, parsed anew; the whole file where they would be many. */
  slicesIn({ from, to }: Span): readonly FileSlice<Model>[] {
    const first = segmentAt(this.#segments, from);
    const last = segmentAt(this.#segments, to);
    if (this.#whole || last - first > MANY) return [this.wholeSlice()];
    const units = this.#segments.slice(first, last + 1).flatMap((segment) => this.#unitOf.get(segment) ?? []);
    return [...new Set(units)].map((unit) => this.#slice(unit));
  }

  /** The whole file, parsed anew unless it already is. */
  wholeSlice(): FileSlice<Model> {
    if (this.#whole) return this.#whole.slice;
    const text = this.text.slice(0);
    return documentSlice(text, this.format.readModel(text));
  }

  #cutUnits(): Unit<Facts>[] {
    return this.#segments.flatMap((segment) => {
      const unit = this.#unitOf.get(segment);
      return unit?.segments[0] === segment ? unit : [];
    });
  }

  #slice(unit: Unit<Facts>): FileSlice<Model> {
    return unit.slice(this.text, (text) => this.format.readModel(text));
  }

  #restart(): UnitChanges<Facts> {
    const removed = this.units();
    this.#start();
    return { removed, added: this.units() };
  }

  #start(): void {
    this.#clear();
    this.#doubtful = false;
    const text = this.text.slice(0);
    const segments = isCuttable(text) ? cut(this.format.joints, text) : [];
    this.#secondDocument = secondDocument(segments.at(-1), this.text);
    if (segments.length === 0 || goesOn(segments.at(-1), this.text)) {
      this.#readWhole();
      return;
    }
    // Where YAML can't be read, pieces guess better.
    if (this.format.once && text.length <= SMALL && !this.#readWhole().broken) return;
    this.#clear();
    this.#segments = segments;
    this.#adopt({ at: 0, removed: [], made: segments });
    if (this.#broken + this.#torn > 0) this.#settle();
  }

  /** Pieces that can't be parsed alone are right unless the whole can be; torn ones are not. */
  #settle(): void {
    this.#doubtful = false;
    if (this.#torn > 0 || this.#parses()) this.#readWhole();
  }

  #parses(): boolean {
    const [document] = parseYaml(this.text.slice(0), { firstDocumentOnly: true, dialect: this.format.yaml });
    return (document?.faults.length ?? 0) === 0;
  }

  #readWhole(): Unit<Facts> {
    this.#clear();
    const text = this.text.slice(0);
    const read = this.format.read(text);
    const unit = Unit.whole(text, read, this.format);
    this.#whole = { slice: documentSlice(text, read), unit };
    this.#together.add(unit.facts, 1);
    return unit;
  }

  #clear(): void {
    this.#segments = [];
    this.#unitOf.clear();
    this.#units = undefined;
    this.#whole = undefined;
    this.#together = this.format.together();
    this.#broken = 0;
    this.#torn = 0;
  }

  /** Reads what a new cut touched: the new segments, and old ones that were read together with removed ones. */
  #adopt({ at, removed, made }: Recut<State>): UnitChanges<Facts> {
    this.#units = undefined;
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
    const added: Unit<Facts>[] = [];
    for (const first of firsts) {
      const segments = partsOf(this.#segments, first);
      if (segments.length === 0) continue;
      for (const segment of segments) {
        const old = this.#unitOf.get(segment);
        if (old) gone.add(old);
      }
      const unit = Unit.read(segments, this.text, this.format);
      for (const segment of segments) this.#unitOf.set(segment, unit);
      added.push(unit);
    }
    for (const unit of gone) this.#count(unit, -1);
    for (const unit of added) this.#count(unit, 1);
    return { removed: [...gone], added };
  }

  #count({ broken, torn, facts }: Unit<Facts>, by: 1 | -1): void {
    if (broken) this.#broken += by;
    if (torn) this.#torn += by;
    this.#together.add(facts, by);
  }
}

/** Behind the document: a line with anything but its end marker or a comment. */
const MORE = /^(?!\.\.\.[^\S\n]*(?:#.*)?$)[^\S\n]*[^\s#]/m;

/** go-yaml looks a little beyond the document, and refuses the file for what it sees there. */
function goesOn(last: Segment<unknown> | undefined, text: TextSource): boolean {
  return last?.role === 'ignored' && MORE.test(text.slice(last.from));
}

function secondDocument(last: Segment<unknown> | undefined, text: TextSource): Span | undefined {
  if (last?.role !== 'ignored') return undefined;
  const marker = /^---(?=\s|$)/m.exec(text.slice(last.from));
  return marker ? { from: last.from + marker.index, to: last.from + marker.index + 3 } : undefined;
}
