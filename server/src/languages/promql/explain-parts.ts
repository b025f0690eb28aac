/** The small parts of an explanation: selectors, times, numbers with their units, lists. */
import type { Expr, LabelList, Matcher, MatchOp, SubqueryExpr, VectorSelector, Word } from './ast';
import { constantOf } from './constants';
import type { MetricKnowledge } from './knowledge';
import { durationInWords, numberInWords, percent, plural } from './words';

export type Unit = 'seconds' | 'bytes' | 'ratio' | 'percent';

/** Longer names, values and lists are cut. */
const LONGEST_WORD = 80;
const LONGEST_LIST = 6;

export function cut(text: string, longest = LONGEST_WORD): string {
  const characters = Array.from(text.slice(0, 2 * longest));
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  const shown = words.slice(0, LONGEST_LIST).map((word) => cut(word));
  if (words.length > LONGEST_LIST) shown.push(`${words.length - LONGEST_LIST} more`);
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} ${conjunction} ${last}` : last;
}

/** The labels of a clause; `…` where a placeholder is to give them. */
export function namesOf(list: LabelList | undefined): string[] {
  return list?.labels.map(wordText) ?? [];
}

function wordText({ text, holed }: Word): string {
  return holed ? '…' : cut(text);
}

/** `http_requests_total (code matches 5..)`, without its time. */
export function selectorWords({ name, matchers }: VectorSelector): string {
  const shown = matchers.slice(0, LONGEST_LIST).map(matcherWords);
  if (matchers.length > LONGEST_LIST) shown.push('…');
  const conditions = shown.length > 0 ? ` (${shown.join(', ')})` : '';
  return (name ? wordText(name) : 'all series') + conditions;
}

const MATCH_WORDS: Readonly<
  Record<MatchOp, { readonly value: string; readonly empty: string; readonly one: string }>
> = {
  '=': { value: 'is', empty: 'is not set', one: 'is' },
  '!=': { value: 'is not', empty: 'is set', one: 'is not' },
  '=~': { value: 'matches', empty: 'is not set', one: 'is' },
  '!~': { value: 'does not match', empty: 'is set', one: 'is not' },
};

function matcherWords({ label, op, value }: Matcher): string {
  const name = label.text === '__name__' ? 'name' : wordText(label);
  if (!value || value.holed) return `${name} ${MATCH_WORDS[op].value} …`;
  const words = MATCH_WORDS[op];
  if (value.value === '') return `${name} ${words.empty}`;
  if (op === '=' || op === '!=') return `${name} ${words.value} ${cut(value.value)}`;
  if (value.value === '.+') return `${name} is ${op === '=~' ? '' : 'not '}set`;
  // A choice between plain words needs no regular expression to be understood.
  if (/^[\w|:/ -]+$/.test(value.value)) return `${name} ${words.one} ${listed(value.value.split('|'), 'or')}`;
  return `${name} ${words.value} ${cut(value.value)}`;
}

/** `5 minutes`; a computed time where it isn't constant. */
export function durationWords(expr: Expr): string {
  if (expr.kind === 'missing' || expr.kind === 'hole') return '…';
  const seconds = constantOf(expr);
  return seconds === undefined ? 'a computed time' : durationInWords(seconds);
}

/** The same behind `every` or `the last`: `hour` for `1 hour`. */
export function periodWords(expr: Expr): string {
  return durationWords(expr).replace(/^1 (\w+)$/, '$1');
}

/** `over the last 5 minutes`, `over the hour up to 1 day ago`. */
export function rangeWords(range: Expr, when: Pick<SubqueryExpr, 'offset' | 'at'>): string {
  const period = periodWords(range);
  const end = timeWords(when);
  if (period.startsWith('a computed')) return `over ${period}${end === '' ? '' : ` up to ${end}`}`;
  return end === '' ? `over the last ${period}` : `over the ${period} up to ${end}`;
}

/** `1 day ago`, `at the start of the query`; empty for now. */
export function timeWords({ offset, at }: Pick<SubqueryExpr, 'offset' | 'at'>): string {
  const moment = at ? atWords(at.value) : '';
  if (!offset) return moment;
  const seconds = constantOf(offset.value);
  const ahead = seconds !== undefined && seconds < 0;
  const shift = seconds === undefined ? durationWords(offset.value) : durationInWords(Math.abs(seconds));
  if (moment === '') return ahead ? `${shift} ahead` : `${shift} ago`;
  return `${shift} ${ahead ? 'after' : 'before'} ${moment}`;
}

function atWords(value: number | 'start' | 'end'): string {
  if (typeof value === 'string') return `the ${value} of the query`;
  const date = new Date(value * 1000);
  if (Number.isNaN(date.getTime())) return `second ${value}`;
  return `${date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.000Z$|Z$/, '')} UTC`;
}

/** A number with what it means in `unit`: `0.05 (5 %)`, `600 (10 minutes)`, `1073741824 (1 GiB)`. */
export function valueWords(value: number, unit: Unit | undefined): string {
  if (value === 0) return '0';
  switch (unit) {
    case 'percent':
      return `${value} %`;
    case 'ratio':
      return Math.abs(value) < 1 ? `${value} (${percent(value)})` : String(value);
    case 'seconds':
      return Math.abs(value) >= 60 ? `${value} (${durationInWords(value)})` : plural(value, 'second');
    case 'bytes':
      return plural(value, 'byte') + inParentheses(value);
    case undefined:
      return `${value}${inParentheses(value)}`;
  }
}

/** ` (1 GiB)`, ` (1.5 million)` for large numbers. */
function inParentheses(value: number): string {
  const words = numberInWords(value).replace(/ = .*/, '');
  return Math.abs(value) >= 10_000 && /iB|illion|thousand/.test(words) ? ` (${words})` : '';
}

const UNIT_SUFFIX = /_(seconds|bytes|ratio|percent)(?:_total|_sum|_bucket)?$/;
const UNITS: readonly Unit[] = ['seconds', 'bytes', 'ratio', 'percent'];

/** The unit of a metric, known or told by its name; a time stamp has none. */
export function unitOfMetric(name: string, knowledge: MetricKnowledge | undefined): Unit | undefined {
  if (/_time(?:stamp)?_seconds$/.test(name)) return undefined;
  const word = knowledge?.metric(name)?.unit ?? UNIT_SUFFIX.exec(name)?.[1];
  return UNITS.find((unit) => unit === word);
}
