/** Durations and numbers as a person says them, for hovers and readings of expressions. */

interface Unit {
  readonly name: string;
  readonly size: number;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400 * SECOND_MS;

/** Whole multiples of these are said in these alone: `2 weeks`, but `8 days`. */
const ROUND_UNITS: readonly Unit[] = [
  { name: 'year', size: 365 * DAY_MS },
  { name: 'week', size: 7 * DAY_MS },
];

const UNITS: readonly Unit[] = [
  { name: 'day', size: DAY_MS },
  { name: 'hour', size: 3600 * SECOND_MS },
  { name: 'minute', size: 60 * SECOND_MS },
  { name: 'second', size: SECOND_MS },
  { name: 'millisecond', size: 1 },
];

/** Beyond this a count of milliseconds is no longer exact, and nobody reads it in words. */
const LONGEST_SECONDS = Number.MAX_SAFE_INTEGER / SECOND_MS;

/**
 * `90061` → `1 day 1 hour 1 minute 1 second`. A year has 365 days and a week 7, as in Prometheus' durations;
 * both are used for whole multiples only, as `model.Duration` prints them.
 */
export function durationInWords(seconds: number): string {
  if (!(Math.abs(seconds) <= LONGEST_SECONDS)) return `${seconds} seconds`;
  if (seconds < 0) return `minus ${durationInWords(-seconds)}`;
  const ms = Math.round(seconds * SECOND_MS);
  if (ms === 0) return seconds === 0 ? '0 seconds' : `${seconds} seconds`;
  const round = ROUND_UNITS.find((unit) => ms % unit.size === 0);
  if (round) return plural(ms / round.size, round.name);
  const words: string[] = [];
  let rest = ms;
  for (const { name, size } of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(plural(count, name));
  }
  return words.join(' ');
}

/** `1 series`, `2 days`: `noun` with an `s` unless `count` is one. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const BINARY_UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
const DECIMAL_UNITS: readonly Unit[] = [
  { name: 'quintillion', size: 1e18 },
  { name: 'quadrillion', size: 1e15 },
  { name: 'trillion', size: 1e12 },
  { name: 'billion', size: 1e9 },
  { name: 'million', size: 1e6 },
  { name: 'thousand', size: 1e3 },
];
const SMALL_UNITS: readonly Unit[] = [
  { name: 'millionth', size: 1e-6 },
  { name: 'billionth', size: 1e-9 },
  { name: 'trillionth', size: 1e-12 },
];

/**
 * What a bare number likely stands for: `1073741824` → `1 GiB = 2^30`, `86400` → `1 day as seconds`,
 * `1e9` → `1 billion`, `0.05` → `5 %`. Empty where the digits say it already.
 */
export function numberInWords(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? 'infinity' : 'minus infinity';
  if (value < 0) {
    const words = numberInWords(-value);
    return words === '' ? '' : `minus ${words}`;
  }
  return bytesInWords(value) || secondsInWords(value) || scaleInWords(value);
}

/** `1.5 GiB` for a number of bytes that has a short binary reading, `= 2^n` for the powers; otherwise empty. */
function bytesInWords(value: number): string {
  if (value < 1024 || value % 1024 !== 0) return '';
  const power = Math.min(Math.floor(Math.log2(value) / 10), BINARY_UNITS.length);
  const count = value / 1024 ** power;
  const unit = BINARY_UNITS[power - 1];
  if (unit === undefined || count >= 1024 || !isShort(count)) return '';
  const exponent = Math.log2(value);
  return Number.isInteger(exponent) ? `${count} ${unit} = 2^${exponent}` : `${count} ${unit}`;
}

/** `1 day as seconds` for whole minutes that are said in at most two units; otherwise empty. */
function secondsInWords(value: number): string {
  if (value < 60 || value % 60 !== 0 || value > LONGEST_SECONDS) return '';
  const words = durationInWords(value);
  return words.split(' ').length <= 4 ? `${words} as seconds` : '';
}

function scaleInWords(value: number): string {
  if (value >= 10_000) return scaled(value, DECIMAL_UNITS);
  if (value >= 1 || value === 0) return '';
  return value >= 1e-4 ? percent(value) : scaled(value, SMALL_UNITS);
}

/** `value` in the largest unit that it reaches, to three digits; `about` where that is not all. */
function scaled(value: number, units: readonly Unit[]): string {
  const unit = units.find(({ size }) => value >= size) ?? units.at(-1);
  if (!unit) return '';
  const count = value / unit.size;
  if (count >= 1000 || count < 0.01) return '';
  const rounded = Number(count.toPrecision(3));
  const about = Math.abs(rounded - count) > count * 1e-9 ? 'about ' : '';
  return `${about}${rounded} ${unit.name}`;
}

/** A ratio as per cent: `0.05` → `5 %`. */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(6))} %`;
}

/** At most two decimals. */
function isShort(value: number): boolean {
  return Number.isInteger(value * 100);
}

const ORDINAL_ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });

/** `95` → `95th`, `1` → `1st`, `99.9` → `99.9th`. */
export function ordinal(value: number): string {
  const ending = Number.isInteger(value) ? ORDINAL_ENDINGS[ORDINALS.select(value)] : undefined;
  return `${value}${ending ?? 'th'}`;
}
