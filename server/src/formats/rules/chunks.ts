import type { Change } from '../../text/change';
import type { TextSource } from '../../text/text-buffer';
import { LineScanner, type ScanState } from './line-scanner';

/**
 * A stretch of a rule file, cut at the file's own joints. The cut looks at the beginnings of lines only, so it is a
 * guess that parsing the pieces proves: a piece that parses alone reads the same inside the file, because an item of a
 * block sequence ends where the next dash of its column stands, unless a quoted or flow scalar is open there, and then
 * the piece doesn't parse. See incremental.ts for what happens to such files.
 */
export interface Segment {
  /**
   * `file`: outside of groups. `head` and `tail`: a group's own lines, in front of its rules and behind them.
   * `rule`: one rule. `ignored`: behind the first document, which Prometheus doesn't read.
   */
  readonly kind: 'file' | 'head' | 'tail' | 'rule' | 'ignored';
  /** Moves when something in front of it is edited. */
  from: number;
  to: number;
  /** What the scanner knew in front of the segment's first line; equal states go on equally. */
  readonly state: ScanState;
  /** For a head, a tail and a rule: column of the group's dash and of its keys. */
  readonly groupDash: number;
  readonly groupKey: number;
}

/** Characters that YAML takes for line breaks and the scanner doesn't: such a file is read whole. */
const ODD_BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/;

/** False for text that can't be cut by lines. Asked of an insertion alone, it answers for the insertion. */
export function isCuttable(text: string): boolean {
  return !ODD_BREAKS.test(text);
}

/** The whole text as adjacent segments, in order. */
export function cut(text: TextSource): Segment[] {
  const segments: Segment[] = [];
  scan(text, 0, undefined, (segment) => {
    segments.push(segment);
    return true;
  });
  return segments;
}

/** What a new cut did to the old one: from index `at` on, `removed` went and `made` came. */
export interface Recut {
  readonly at: number;
  readonly removed: readonly Segment[];
  readonly made: readonly Segment[];
}

/**
 * Makes `segments`, the cut before `change`, the cut of `text`, and moves those behind it. Lines are looked at from the
 * first touched segment on, until the scanner is where it was before.
 */
export function recut(segments: Segment[], change: Change, text: TextSource): Recut {
  const delta = change.newTo - change.oldTo;
  // A change of a segment's first line can join it to the segment before, which therefore counts as touched.
  const at = Math.max(0, firstEndingAtOrAfter(segments, change.from) - 1);
  const start = segments[at];
  const made: Segment[] = [];
  let next = at;
  let synced = segments.length;
  scan(text, start?.from ?? 0, start?.state, (segment, following) => {
    made.push(segment);
    while (next < segments.length && (segments[next]?.from ?? 0) + delta < segment.to) next++;
    const candidate = segments[next];
    const same =
      candidate !== undefined &&
      following !== undefined &&
      candidate.from >= change.oldTo &&
      candidate.from + delta === segment.to &&
      sameState(candidate.state, following);
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

function firstEndingAtOrAfter(segments: readonly Segment[], offset: number): number {
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
export function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((segments[middle]?.from ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sameState(a: ScanState, b: ScanState): boolean {
  return (
    a.phase === b.phase &&
    a.groupDash === b.groupDash &&
    a.groupKey === b.groupKey &&
    a.ruleDash === b.ruleDash
  );
}

const KIND_OF_PHASE = {
  start: 'file',
  open: 'file',
  groups: 'file',
  head: 'head',
  rules: 'head',
  rule: 'rule',
  tail: 'tail',
  end: 'file',
  ignored: 'ignored',
} as const satisfies Record<ScanState['phase'], Segment['kind']>;

/** How much text the scanner takes at a time, UTF-16 units. */
const WINDOW = 64 * 1024;

/**
 * Scans from `from`, a segment's start. `emit` gets each segment and the state in front of the next one (undefined at
 * the text's end), and says whether to go on.
 */
function scan(
  text: TextSource,
  from: number,
  state: ScanState | undefined,
  emit: (segment: Segment, following: ScanState | undefined) => boolean,
): void {
  const scanner = new LineScanner(state);
  let start = from;
  let startState = scanner.state();
  const segmentTo = (to: number, last: ScanState): Segment => ({
    kind: KIND_OF_PHASE[last.phase],
    from: start,
    to,
    state: startState,
    groupDash: last.groupDash,
    groupKey: last.groupKey,
  });
  for (const [at, line] of linesFrom(text, from)) {
    const before = scanner.state();
    if (!scanner.line(line) || at === start) continue;
    if (!emit(segmentTo(at, before), before)) return;
    start = at;
    startState = before;
  }
  if (text.length > start || start === 0) emit(segmentTo(text.length, scanner.state()), undefined);
}

/** Each line with its offset. */
function* linesFrom(text: TextSource, from: number): Iterable<[number, string]> {
  let at = from;
  while (at < text.length) {
    let size = WINDOW;
    let part = text.slice(at, at + size);
    // A line that is longer than the window is taken whole.
    while (part.length === size && !part.includes('\n')) part = text.slice(at, at + (size *= 4));
    let lineStart = 0;
    for (let end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', lineStart)) {
      yield [at + lineStart, part.slice(lineStart, end + 1)];
      lineStart = end + 1;
    }
    if (part.length < size) {
      if (lineStart < part.length) yield [at + lineStart, part.slice(lineStart)];
      return;
    }
    at += lineStart;
  }
}
