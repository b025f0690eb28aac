import type { Change } from '../../text/change';
import type { TextSource } from '../../text/text-buffer';
import { linesFrom } from './lines-from';

/** What a segment is, which decides what it is read with; see parts.ts. */
export type Role =
  | 'file' // the file's own keys
  | 'head' // the own keys of something that holds items, in front of them
  | 'item'
  | 'tail' // the same own keys, behind the items
  | 'ignored'; // behind the first document

/**
 * A stretch of a file, cut at the file's own joints. The cut looks at the beginnings of lines only, so it is a guess
 * that parsing the pieces proves: a piece that parses alone reads the same inside the file, because an item of a block
 * sequence ends where the next dash of its column stands, unless a quoted or flow scalar is open there, and then the
 * piece doesn't parse. See incremental.ts for what happens to such files.
 */
export interface Segment<State> {
  readonly role: Role;
  /** Moves when something in front of it is edited. */
  from: number;
  to: number;
  /** What the scanner knew in front of the segment's first line; equal states go on equally. */
  readonly state: State;
  /** What the scanner knew behind its last line. */
  readonly last: State;
}

/** Goes over the lines of a file, looking at each line's beginning only. */
export interface LineScanner<State> {
  /** What it knows; a new object whenever that changes. */
  state(): State;
  /** Takes the next line, with or without its line break; true when a segment starts with it. */
  line(line: string): boolean;
}

/** How files of a format are cut. */
export interface Joints<State> {
  /** A scanner in the given state, or at the start of a file. */
  scanner(state?: State): LineScanner<State>;
  isSame(a: State, b: State): boolean;
  /** The role of a segment behind whose last line the scanner is in the given state. */
  roleOf(state: State): Role;
}

/** Characters that YAML takes for line breaks and a scanner doesn't: such a file is read whole. */
const ODD_BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/;

/** False for text that can't be cut by lines. Asked of an insertion alone, it answers for the insertion. */
export function isCuttable(text: string): boolean {
  return !ODD_BREAKS.test(text);
}

/** The whole text as adjacent segments, in order. */
export function cut<State>(joints: Joints<State>, text: TextSource): Segment<State>[] {
  const segments: Segment<State>[] = [];
  scan(joints, text, undefined, (segment) => {
    segments.push(segment);
    return true;
  });
  return segments;
}

/** What a new cut did to the old one: from index `at` on, `removed` went and `made` came. */
export interface Recut<State> {
  readonly at: number;
  readonly removed: readonly Segment<State>[];
  readonly made: readonly Segment<State>[];
}

/**
 * Makes `segments`, the cut before `change`, the cut of `text`, and moves those behind it. Lines are looked at from the
 * first touched segment on, until the scanner is where it was before.
 */
export function recut<State>(
  joints: Joints<State>,
  segments: Segment<State>[],
  change: Change,
  text: TextSource,
): Recut<State> {
  const delta = change.newTo - change.oldTo;
  // A change of a segment's first line can join it to the segment before, which therefore counts as touched.
  const at = Math.max(0, firstEndingAtOrAfter(segments, change.from) - 1);
  const made: Segment<State>[] = [];
  let next = at;
  let synced = segments.length;
  scan(joints, text, segments[at], (segment, following) => {
    made.push(segment);
    while (next < segments.length && (segments[next]?.from ?? 0) + delta < segment.to) next++;
    const candidate = segments[next];
    const same =
      candidate !== undefined &&
      following !== undefined &&
      candidate.from >= change.oldTo &&
      candidate.from + delta === segment.to &&
      joints.isSame(candidate.state, following);
    if (same) synced = next;
    return !same;
  });
  for (const segment of segments.slice(synced)) {
    segment.from += delta;
    segment.to += delta;
  }
  const removed = segments.splice(at, synced - at, ...made);
  return { at, removed, made };
}

function firstEndingAtOrAfter(segments: readonly Segment<unknown>[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.to ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the segment that `offset` lies in. */
export function segmentAt(segments: readonly Segment<unknown>[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((segments[middle]?.from ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Scans from the start of `first`, or of the text. `emit` gets each segment and the state in front of the next one
 * (undefined at the text's end), and says whether to go on.
 */
function scan<State>(
  joints: Joints<State>,
  text: TextSource,
  first: Segment<State> | undefined,
  emit: (segment: Segment<State>, following: State | undefined) => boolean,
): void {
  const scanner = joints.scanner(first?.state);
  const from = first?.from ?? 0;
  let start = from;
  let state = scanner.state();
  const segmentTo = (to: number, last: State): Segment<State> => ({
    role: joints.roleOf(last),
    from: start,
    to,
    state,
    last,
  });
  for (const [at, line] of linesFrom(text, from)) {
    const before = scanner.state();
    if (!scanner.line(line) || at === start) continue;
    if (!emit(segmentTo(at, before), before)) return;
    start = at;
    state = before;
  }
  if (text.length > start || start === 0) emit(segmentTo(text.length, scanner.state()), undefined);
}
