import type { Suggestion } from '../../text/answers';
import type { Span } from '../../text/span';
import { Candidates } from '../promql/candidates';
import { isReserved } from './characters';
import { escape, formatName, quote } from './notation';
import { placeAt, type MatcherPlace } from './place';

/** What is known of the labels that alerts have. */
export interface AlertKnowledge {
  labelNames(): Iterable<string>;
  labelValues(label: string): Iterable<string>;
}

const TIER = { known: 10, pattern: 20 };

/** What may be written at `offset` of half-written matchers, best first. */
export function completeMatchers(text: string, offset: number, knowledge: AlertKnowledge): Suggestion[] {
  const place = placeAt(text, offset);
  if (place.kind === 'nothing') return [];
  const replace = place.kind === 'value' ? replacedValue(place, text, offset) : place.replace;
  // Quotes are no part of what is looked for.
  const candidates = new Candidates(text.slice(replace.from, offset).replaceAll('"', ''));
  if (place.kind === 'name') addNames(candidates, place, knowledge);
  else if (place.kind === 'operator') addOperators(candidates, replace);
  else addValues(candidates, place, replace, knowledge);
  return candidates.result().items;
}

function addNames(
  candidates: Candidates,
  { replace, hasOperator }: MatcherPlace & { kind: 'name' },
  knowledge: AlertKnowledge,
): void {
  for (const label of knowledge.labelNames()) {
    if (!candidates.accepts(label) || !candidates.hasRoom(TIER.known)) continue;
    const name = formatName(label);
    const shape = hasOperator
      ? { insertText: name }
      : { insertText: `${inSnippet(name)}="$1"`, snippet: true, retrigger: true };
    candidates.add(TIER.known, label, () => ({ label, kind: 'label', replace, ...shape }));
  }
}

/** The text so that a snippet has it as it is. */
function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

const OPERATORS = [
  ['=', 'The label has this value.'],
  ['!=', 'The label has another value, or is absent.'],
  ['=~', 'The whole value matches a regular expression (RE2).'],
  ['!~', 'The whole value matches the regular expression not.'],
] as const;

function addOperators(candidates: Candidates, replace: Span): void {
  for (const [label, detail] of OPERATORS) {
    if (!candidates.accepts(label)) continue;
    candidates.add(TIER.known, label, () => ({
      label,
      kind: 'operator',
      detail,
      insertText: `${label}"$1"`,
      snippet: true,
      replace,
      retrigger: true,
    }));
  }
}

type ValuePlace = MatcherPlace & { kind: 'value' };

function addValues(
  candidates: Candidates,
  place: ValuePlace,
  replace: Span,
  knowledge: AlertKnowledge,
): void {
  const add = (
    tier: number,
    label: string,
    pattern: string,
    more: Pick<Suggestion, 'kind' | 'detail'>,
  ): void => {
    if (!candidates.accepts(label) || !candidates.hasRoom(tier)) return;
    const insertText = writtenValue(place, replace, pattern);
    if (insertText !== undefined)
      candidates.add(tier, label, () => ({ label, insertText, replace, ...more }));
  };
  for (const value of knowledge.labelValues(place.name)) {
    add(TIER.known, value, isRegex(place) ? escapeRegex(value) : value, { kind: 'label-value' });
  }
  if (!isRegex(place)) return;
  add(TIER.pattern, '.+', '.+', { kind: 'value', detail: 'any value' });
  add(TIER.pattern, '.*', '.*', { kind: 'value', detail: 'any value or none' });
}

function isRegex({ operator }: ValuePlace): boolean {
  return operator === '=~' || operator === '!~';
}

/** The value, or in a regular expression the alternative that the cursor is in. */
function replacedValue(place: ValuePlace, text: string, offset: number): Span {
  const { from, to } = place.replace;
  if (!isRegex(place)) return place.replace;
  const start = /[^|(]*$/.exec(text.slice(from, offset))?.[0].length ?? 0;
  const end = /^[^|)]*/.exec(text.slice(offset, to))?.[0].length ?? 0;
  return { from: offset - start, to: offset + end };
}

/** A value as it is inserted; undefined where it would need quotes around more than what it replaces. */
function writtenValue(
  { isQuoted, isClosed, replace: all }: ValuePlace,
  replace: Span,
  value: string,
): string | undefined {
  if (isQuoted) return escape(value) + (isClosed ? '' : '"');
  if (replace.from === all.from && replace.to === all.to) return quote(value);
  return Array.from(value).some(isReserved) ? undefined : value;
}

function escapeRegex(value: string): string {
  return value.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
