import { refusal } from './availability';
import type { Candidates } from './candidates';
import { candidatesFor, type CompletionRequest } from './complete-request';
import { keywordDoc } from './docs';
import { KEYWORDS } from './keywords';
import type { DurationPlace } from './place-kinds';
import { durationInWords } from './words';

const TIER = { usual: 10, unit: 11, computed: 20, refused: 90 };

/** Durations in use at each place, the most usual first, in seconds beside their notation. */
const USUAL: Readonly<Record<DurationPlace['of'], readonly string[]>> = {
  range: ['5m', '1m', '2m', '10m', '15m', '30m', '1h', '6h', '12h', '1d', '7d', '30d'],
  step: ['1m', '30s', '5m', '15m', '1h'],
  offset: ['5m', '10m', '1h', '6h', '1d', '1w', '30d'],
};

const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['s', 1],
  ['w', 604_800],
  ['y', 31_536_000],
  ['ms', 0.001],
];

const SECONDS = new Map(UNITS);

/** Durations: the usual ones, the number that is begun with each unit, and the words of duration expressions. */
export function completeDurations({ of }: DurationPlace, request: CompletionRequest): Candidates {
  const candidates = candidatesFor(request);
  const { word, offset, result, env } = request;
  const add = (tier: number, label: string, seconds: number): void => {
    if (!candidates.accepts(label)) return;
    candidates.add(tier, label, () => ({
      label,
      kind: 'duration',
      detail: durationInWords(seconds),
      replace: word,
    }));
  };
  for (const label of USUAL[of]) add(TIER.usual, label, secondsOf(label));
  const [digits] = /^\d{1,9}/.exec(result.text.slice(word.from, offset)) ?? [];
  if (digits !== undefined && Number(digits) > 0) {
    for (const [unit, seconds] of UNITS) add(TIER.unit, digits + unit, Number(digits) * seconds);
  }
  for (const name of ['step()', 'range()', 'max_of()', 'min_of()']) {
    const info = KEYWORDS.get(name);
    if (!info || !candidates.accepts(name)) continue;
    const why = refusal(info, env.dialect);
    const takesTwo = name.endsWith('_of()');
    candidates.add(why === undefined ? TIER.computed : TIER.refused, name, () => ({
      label: name,
      kind: 'keyword',
      detail: why ?? info.summary,
      documentation: () => keywordDoc(info, env.dialect),
      insertText: takesTwo ? `${name.slice(0, -1)}\${1:step()}, \${2:5m})` : name,
      snippet: takesTwo || undefined,
      replace: word,
    }));
  }
  return candidates;
}

function secondsOf(duration: string): number {
  const [, count = '', unit = ''] = /^(\d+)([a-z]+)$/.exec(duration) ?? [];
  return Number(count) * (SECONDS.get(unit) ?? 0);
}

/** Behind `@`: the start and the end of the query; times in seconds are for the user to write. */
export function completeTimestamps(request: CompletionRequest): Candidates {
  const candidates = candidatesFor(request);
  for (const label of ['start()', 'end()']) {
    const info = KEYWORDS.get(label);
    if (!info || !candidates.accepts(label)) continue;
    candidates.add(TIER.usual, label, () => ({
      label,
      kind: 'keyword',
      detail: info.summary,
      documentation: () => keywordDoc(info, request.env.dialect),
      replace: request.word,
    }));
  }
  return candidates;
}
