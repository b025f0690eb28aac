import type { TextEdit } from '../../text/finding';
import type { Refusal } from '../../text/region';
import { RunMap } from '../../text/run-map';
import type { Span } from '../../text/span';
import type { LiteralPart, Notation, StringPart } from './string-parts';
import type { PartRun } from './string-runs';

/** A literal with the stretch of the whole text that it makes. */
interface LiteralStretch {
  readonly part: LiteralPart;
  readonly fragment: Span;
  readonly runs: readonly PartRun[];
}

/**
 * Edits of a text that `parts` make, as edits of the file: each within one literal, in its notation. Refused where the
 * literals, read again, would not give the text that the edits make.
 */
export function encodeEdits(
  parts: readonly StringPart[],
  text: string,
  runs: readonly PartRun[],
  edits: readonly TextEdit[],
): TextEdit[] | Refusal {
  const stretches = literalStretches(parts, runs);
  const byStretch = new Map<LiteralStretch, TextEdit[]>();
  for (const edit of edits) {
    const stretch = stretches.find(({ fragment }) => within(edit.span, fragment));
    if (!stretch) return { refused: whyNot(parts, runs, edit.span) };
    const ofStretch = byStretch.get(stretch);
    if (ofStretch) ofStretch.push(edit);
    else byStretch.set(stretch, [edit]);
  }
  const encoded: TextEdit[] = [];
  for (const [stretch, ofStretch] of byStretch) {
    const written = encodeInto(stretch, text, ofStretch);
    if (!Array.isArray(written)) return written;
    encoded.push(...written);
  }
  return encoded;
}

function literalStretches(parts: readonly StringPart[], runs: readonly PartRun[]): LiteralStretch[] {
  const byPart = new Map<number, PartRun[]>();
  for (const run of runs) {
    const ofPart = byPart.get(run.part);
    if (ofPart) ofPart.push(run);
    else byPart.set(run.part, [run]);
  }
  return [...byPart].flatMap(([index, ofPart]) => {
    const part = parts[index];
    const first = ofPart[0];
    const last = ofPart.at(-1);
    if (part?.kind !== 'literal' || !first || !last) return [];
    return [{ part, fragment: { from: first.fragment, to: last.fragment + last.length }, runs: ofPart }];
  });
}

function within(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function whyNot(parts: readonly StringPart[], runs: readonly PartRun[], span: Span): string {
  const touched = runs
    // What has no width in the file is a separator that `join` puts in.
    .filter((run) => run.fragment < span.to && run.fragment + run.length > span.from && run.hostLength > 0)
    .map((run) => parts[run.part]?.kind);
  if (touched.includes('hole')) return 'a part of it is filled in by the program';
  if (touched.includes('put')) return 'a part of it is the value of a constant';
  return 'it reaches over more than one string of the program';
}

/** The edits of one literal; refused where its notation, read again, would not give the text that they make. */
function encodeInto(stretch: LiteralStretch, text: string, edits: readonly TextEdit[]): TextEdit[] | Refusal {
  const { part, fragment, runs } = stretch;
  const map = new RunMap(runs);
  const encoded: TextEdit[] = [];
  let raw = '';
  let wanted = '';
  let rawAt = 0;
  let textAt = fragment.from;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.from - b.span.from)) {
    const whole = wholeCharacters(runs, span);
    const side = span.from === span.to ? 'end' : 'start';
    const from = map.toHost(whole.from, side) - part.from;
    const to = Math.max(from, map.toHost(whole.to, 'end') - part.from);
    const inserted = text.slice(whole.from, span.from) + newText + text.slice(span.to, whole.to);
    const written = part.notation.encode(inserted, part.raw.slice(0, from), part.raw.slice(to));
    if (written === undefined || from < rawAt) return { refused: CANNOT_HOLD };
    encoded.push({ span: { from: part.from + from, to: part.from + to }, newText: written });
    raw += part.raw.slice(rawAt, from) + written;
    wanted += text.slice(textAt, span.from) + newText;
    rawAt = to;
    textAt = span.to;
  }
  raw += part.raw.slice(rawAt);
  wanted += text.slice(textAt, fragment.to);
  return decoded(raw, part.notation) === wanted ? encoded : { refused: CANNOT_HOLD };
}

const CANNOT_HOLD = 'this kind of string cannot hold it';

/** `span` widened so that it cuts no escape that stands for several characters. */
function wholeCharacters(runs: readonly PartRun[], span: Span): Span {
  const cut = (offset: number) =>
    runs.find((run) => !run.exact && run.fragment < offset && offset < run.fragment + run.length);
  const first = cut(span.from);
  const last = cut(span.to);
  return {
    from: first?.fragment ?? span.from,
    to: last ? last.fragment + last.length : span.to,
  };
}

/** What `raw` stands for; undefined where it can't stand between the delimiters. */
function decoded(raw: string, notation: Notation): string | undefined {
  const escapes = notation.decode(raw);
  if (!escapes?.length) return escapes && raw;
  const texts: string[] = [];
  let at = 0;
  for (const { from, to, text } of escapes) {
    texts.push(raw.slice(at, from), text);
    at = to;
  }
  return texts.join('') + raw.slice(at);
}
