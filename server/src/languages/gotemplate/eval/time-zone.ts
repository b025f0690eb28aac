import { clockTime, isKnownZone } from '../../../text/zone-clock';

/** Where a moment falls in a time zone. */
export interface ZonedTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Nanoseconds within the second. */
  readonly nano: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  /** `CET`; an offset such as `+03` where the zone has no letters. */
  readonly abbreviation: string;
}

const NANOS = 1_000_000_000n;

/** The calendar's fields of the moment `nanos` (nanoseconds since 1970) in `zone`: UTC, a name, or an offset. */
export function inZone(nanos: bigint, zone: string): ZonedTime {
  const seconds = floorDiv(nanos, NANOS);
  const nano = Number(nanos - seconds * NANOS);
  const offset = offsetOf(Number(seconds), zone);
  const local = new Date((Number(seconds) + offset) * 1000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    nano,
    weekday: local.getUTCDay(),
    offset,
    abbreviation: abbreviationOf(Number(seconds), zone, offset),
  };
}

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** The moment at which a clock in UTC shows the fields; fields beyond their range carry over. */
export function fromFields(
  [year, month, day, hour, minute, second]: readonly [number, number, number, number, number, number],
  nano = 0,
): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return BigInt(date.getTime()) * 1_000_000n + BigInt(nano);
}

/** Go's zero time: the first of January of the year 1, in UTC. */
export const ZERO_TIME = fromFields([1, 1, 1, 0, 0, 0]);

/** True for a name that Go's time.LoadLocation takes: as it is in the IANA database, upper and lower case included. */
export function isZone(name: string): boolean {
  if (name === '' || name === 'UTC' || name === 'Local') return true;
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  return isKnownZone(name) && hasKnownCase(name);
}

const LOWER_PARTS: ReadonlySet<string> = new Set(['of', 'es', 'au', 'la', 'el', 'd']);

/** Intl takes `europe/paris` too: parts of names begin with capitals, but for a few inside of words. */
function hasKnownCase(name: string): boolean {
  return name
    .split('/')
    .every((part) =>
      part
        .split(/[_-]/)
        .every(
          (word, i) =>
            /^[A-Z0-9+]/.test(word) ||
            (i > 0 && (word === '' || LOWER_PARTS.has(word) || /^[0-9]/.test(word))),
        ),
    );
}

/** Seconds east of UTC that a clock in `zone` shows at the Unix time `seconds`. */
function offsetOf(seconds: number, zone: string): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed) {
    const [, sign, hours, minutes] = fixed;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  }
  const shown = zone === 'UTC' ? undefined : clockTime(seconds * 1000, zone);
  if (!shown) return 0;
  const { year, month, day, hour, minute, second } = shown;
  return Number(fromFields([year, month, day, hour, minute, second]) / NANOS) - seconds;
}

/** Letters that the IANA database has, too; where it has none, Intl may have some that people use. */
const IN_DATABASE: ReadonlySet<string> = new Set(
  (
    'EST EDT CST CDT MST MDT PST PDT AKST AKDT HST HDT AST ADT NST NDT GMT BST WET WEST CET CEST EET EEST MSK SAST CAT ' +
    'EAT WAT AEST AEDT ACST ACDT AWST NZST NZDT IST'
  ).split(' '),
);

/** Locales that know the letters of their parts of the world. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-CA', 'en-IN', 'en-ZA', 'en-NZ'];

/** Letters that no locale of Intl gives, by the IANA database: for standard and for summer time. */
const LETTERS: Readonly<Record<string, readonly [string, string?]>> = {
  'Asia/Tokyo': ['JST'],
  'Asia/Seoul': ['KST'],
  'Asia/Shanghai': ['CST'],
  'Asia/Hong_Kong': ['HKT'],
  'Asia/Taipei': ['CST'],
  'Asia/Manila': ['PST'],
  'Asia/Kolkata': ['IST'],
  'Asia/Calcutta': ['IST'],
  'Asia/Karachi': ['PKT'],
  'Asia/Jakarta': ['WIB'],
  'Asia/Jerusalem': ['IST', 'IDT'],
  'Europe/Moscow': ['MSK'],
  'Africa/Johannesburg': ['SAST'],
  'Africa/Lagos': ['WAT'],
  'Africa/Nairobi': ['EAT'],
  'Africa/Cairo': ['EET', 'EEST'],
  'Pacific/Auckland': ['NZST', 'NZDT'],
};

function abbreviationOf(seconds: number, zone: string, offset: number): string {
  if (zone === 'UTC' || zone === '') return 'UTC';
  const letters = LETTERS[zone];
  if (letters) return (isSummer(seconds, zone, offset) ? letters[1] : undefined) ?? letters[0];
  if (/^[+-]/.test(zone)) return offsetText(offset, '');
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
    const name = format
      .formatToParts(new Date(seconds * 1000))
      .find(({ type }) => type === 'timeZoneName')?.value;
    if (name !== undefined && IN_DATABASE.has(name)) return name;
  }
  const text = offsetText(offset, '');
  return text.endsWith('00') ? text.slice(0, 3) : text;
}

const HALF_YEAR = 15_778_476;

function isSummer(seconds: number, zone: string, offset: number): boolean {
  return offset > offsetOf(seconds - HALF_YEAR, zone);
}

/** `+02:00` for 7200 seconds, with `separator` between hours and minutes. */
export function offsetText(offset: number, separator: string): string {
  const size = Math.floor(Math.abs(offset) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}
