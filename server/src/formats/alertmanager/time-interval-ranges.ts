/** Ranges of days, months and years, as Alertmanager reads them (timeinterval/timeinterval.go). */
import { quoted } from '../../text/quoted';
import { closest } from '../../text/similar';
import type { StringFault } from '../structure/types';
import type { NumberRange } from './time-interval';
import { faultOf, type Reading, type TimeIntervalCode } from './time-interval-reading';

/** In the order of their numbers. */
export const WEEKDAYS: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** In the order of their numbers, less one. */
export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `monday` or `monday:friday`, in any case; 0 is Sunday. */
export function parseWeekdays(text: string): Reading<NumberRange> {
  return parseRange(text, {
    code: 'alertmanager/invalid-weekday',
    example: 'monday:friday',
    read: (word) => indexIn(WEEKDAYS, word),
    invalid: (word) => `${word} is no weekday`,
    correct: (word) => (/^[0-7]$/.test(word) ? WEEKDAYS[Number(word) % 7] : nameLike(word, WEEKDAYS)),
    check: checkWeekdays,
  });
}

function checkWeekdays({ from, to }: NumberRange): RangeFault | undefined {
  if (from <= to) return undefined;
  const [first = '', last = ''] = [WEEKDAYS[from], WEEKDAYS[to]];
  const message = `weeks begin with sunday, so ${last} is before ${first}`;
  if (from === to + 1) return { message, suggestion: 'sunday:saturday' };
  return {
    message: `${message}; write two entries, "${pair(first, 'saturday')}" and "${pair('sunday', last)}"`,
  };
}

/** `1`, `1:7` or `-3:-1`; negative days count from the end of the month. */
export function parseDaysOfMonth(text: string): Reading<NumberRange> {
  return parseRange(text, {
    code: 'alertmanager/invalid-day-of-month',
    example: '1:7',
    read: (word) => {
      const day = parseInt64(word);
      return day === 0 || Math.abs(day ?? 0) > 31 ? undefined : day;
    },
    invalid: (word) => `${word} is no day of the month: days are 1 to 31, or -1 (the last one) to -31`,
    correct: (word) => (word === 'last' ? '-1' : /^(\d{1,2})(?:st|nd|rd|th|\.)$/.exec(word)?.[1]),
    check: checkDaysOfMonth,
  });
}

/** In the shortest month, of 28 days, the end may not be before the start. */
function checkDaysOfMonth({ from, to }: NumberRange): RangeFault | undefined {
  if (from < 0 && to > 0) return { message: 'a range that begins with a negative day has to end with one' };
  if ((from < 0 ? 28 + from : from) <= (to < 0 ? 28 + to : to)) return undefined;
  if (from > 0 === to > 0) {
    return { message: `day ${to} is before day ${from}`, suggestion: pair(`${to}`, `${from}`) };
  }
  return { message: `day ${to} isn't later than day ${from} in a month of 28 days` };
}

/** `january`, `1` or `5:august`, in any case. Numbers that no month has are taken too, and reported as a warning. */
export function parseMonths(text: string): Reading<NumberRange> {
  return parseRange(text, {
    code: 'alertmanager/invalid-month',
    example: 'june:august',
    read: (word) => {
      const index = indexIn(MONTHS, word);
      return index === undefined ? parseInt64(word) : index + 1;
    },
    invalid: (word) => `${word} is no month`,
    correct: (word) => nameLike(word, MONTHS),
    check: checkMonths,
  });
}

function checkMonths({ from, to }: NumberRange): RangeFault | undefined {
  if (from > to) {
    const [first, last] = [from, to].map((month) => MONTHS[month - 1] ?? `${month}`);
    return {
      message: `${last ?? ''} is before ${first ?? ''}; write a range over the turn of the year as two entries`,
    };
  }
  if (from >= 1 && to <= 12) return undefined;
  return { message: 'there are only the months 1 to 12, january to december', isTaken: true };
}

/** `2026` or `2026:2028`. */
export function parseYears(text: string): Reading<NumberRange> {
  return parseRange(text, {
    code: 'alertmanager/invalid-year',
    example: '2026:2028',
    read: parseInt64,
    invalid: (word) => `${word} is no year`,
    correct: () => undefined,
    check: ({ from, to }) =>
      from <= to
        ? undefined
        : { message: `year ${to} is before ${from}`, suggestion: pair(`${to}`, `${from}`) },
  });
}

interface RangeFault {
  readonly message: string;
  readonly suggestion?: string;
  /** Alertmanager takes it all the same. */
  readonly isTaken?: boolean;
}

interface RangeKind {
  readonly code: TimeIntervalCode;
  readonly example: string;
  /** A word in lower case; undefined for one that is refused. */
  readonly read: (word: string) => number | undefined;
  /** Why a word is refused; it gets the word in quotes. */
  readonly invalid: (word: string) => string;
  /** What was meant by a refused word. */
  readonly correct: (word: string) => string | undefined;
  readonly check: (range: NumberRange) => RangeFault | undefined;
}

/** One member, or two with a colon between (stringableRangeFromString). */
function parseRange(text: string, kind: RangeKind): Reading<NumberRange> {
  const { code, read, check } = kind;
  const words = text.toLowerCase().split(':');
  if (words.length > 2) {
    return {
      fault: faultOf(
        code,
        `a range has one colon, such as ${kind.example}; write several as several entries`,
      ),
    };
  }
  const [from, to = from] = words.map(read);
  if (from === undefined || to === undefined || words.some((word) => read(word) === undefined)) {
    return { fault: invalidWord(text, words, kind) };
  }
  const fault = check({ from, to });
  if (!fault) return { value: { from, to } };
  if (!fault.isTaken) return { fault: faultOf(code, fault.message, fault.suggestion) };
  return { value: { from, to }, fault: { code, message: fault.message, severity: 'warning' } };
}

function invalidWord(text: string, words: readonly string[], kind: RangeKind): StringFault {
  const [first = '', second = ''] = words;
  const isFirst = kind.read(first) === undefined;
  const fault = faultOf(kind.code, kind.invalid(quoted(isFirst ? first : second)), meantRange(text, kind));
  const from = isFirst ? 0 : first.length + 1;
  const to = isFirst ? first.length : text.length;
  return from < to ? { ...fault, part: { from, to } } : fault;
}

/** Other signs and words that people put between the ends of a range. */
const SEPARATOR = /\s*(?:\.\.\.?|(?<=\S)[-–—]|:|\bto\b)\s*/;

function meantRange(text: string, { read, correct, check }: RangeKind): string | undefined {
  if (text.length > 60) return undefined;
  const words = text
    .trim()
    .toLowerCase()
    .split(SEPARATOR)
    .map((word) => (read(word) === undefined ? correct(word) : word));
  const [first, last] = words.length === 1 ? [words[0], words[0]] : words;
  if (first === undefined || last === undefined || words.length > 2) return undefined;
  const [from, to] = [read(first), read(last)];
  return from === undefined || to === undefined || check({ from, to }) ? undefined : pair(first, last);
}

/** The name that a word of two letters or more abbreviates, or else misspells. */
function nameLike(word: string, names: readonly string[]): string | undefined {
  if (word.length < 2) return undefined;
  const [name, other] = names.filter((candidate) => candidate.startsWith(word));
  return name !== undefined && other === undefined ? name : closest(word, names);
}

function indexIn(names: readonly string[], name: string): number | undefined {
  const index = names.indexOf(name);
  return index < 0 ? undefined : index;
}

/** strconv.Atoi, which takes 64 bits; beyond 2^53 the number is only nearly exact. */
function parseInt64(text: string): number | undefined {
  if (!/^[-+]?[0-9]+$/.test(text)) return undefined;
  const digits = text.replace(/^[-+]?0*/, '');
  if (digits.length > 19) return undefined;
  const value = BigInt(text.startsWith('-') ? `-${digits || '0'}` : digits || '0');
  return BigInt.asIntN(64, value) === value ? Number(value) : undefined;
}

function pair(from: string, to: string): string {
  return from === to ? from : `${from}:${to}`;
}
