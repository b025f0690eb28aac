import { MONTHS, WEEKDAYS } from './duration';
import { layoutParts } from './time-format';
import { fromFields, offsetText } from './time-zone';
import { fail, type TimeValue } from './values';

interface Fields {
  year: number;
  month: number;
  day: number;
  yearDay: number | undefined;
  hour: number;
  minute: number;
  second: number;
  nano: number;
  pm: boolean | undefined;
  offset: number | undefined;
}

/** What each part of a layout matches, and what it sets; alternatives of the same shape share a row. */
const READERS: readonly (readonly [
  parts: string,
  pattern: string,
  set: (fields: Fields, text: string) => void,
])[] = [
  ['2006', '[0-9]{4}', (f, t) => (f.year = Number(t))],
  ['06', '[0-9]{2}', (f, t) => (f.year = Number(t) + (Number(t) >= 69 ? 1900 : 2000))],
  ['January', MONTHS.join('|'), (f, t) => (f.month = monthOf(t))],
  ['Jan', MONTHS.map((name) => name.slice(0, 3)).join('|'), (f, t) => (f.month = monthOf(t))],
  ['Monday', WEEKDAYS.join('|'), ignore],
  ['Mon', WEEKDAYS.map((name) => name.slice(0, 3)).join('|'), ignore],
  ['1', '[0-9]{1,2}', (f, t) => (f.month = Number(t))],
  ['01', '[0-9]{2}', (f, t) => (f.month = Number(t))],
  ['2 _2', ' ?[0-9]{1,2}', (f, t) => (f.day = Number(t))],
  ['02', '[0-9]{2}', (f, t) => (f.day = Number(t))],
  ['__2 002', '[0-9 ]{2}[0-9]', (f, t) => (f.yearDay = Number(t))],
  ['15', '[0-9]{1,2}', (f, t) => (f.hour = Number(t))],
  ['3', '[0-9]{1,2}', (f, t) => (f.hour = Number(t))],
  ['03', '[0-9]{2}', (f, t) => (f.hour = Number(t))],
  ['4', '[0-9]{1,2}', (f, t) => (f.minute = Number(t))],
  ['04', '[0-9]{2}', (f, t) => (f.minute = Number(t))],
  ['5', '[0-9]{1,2}(?:[.,][0-9]+)?', readSecond],
  ['05', '[0-9]{2}(?:[.,][0-9]+)?', readSecond],
  ['PM', 'AM|PM', (f, t) => (f.pm = t === 'PM')],
  ['pm', 'am|pm', (f, t) => (f.pm = t === 'pm')],
  ['MST', 'UTC|[+-][0-9]{2}(?:[0-9]{2})?|[A-Z]{3,5}', (f, t) => (f.offset = t === 'UTC' ? 0 : f.offset)],
  ['Z07:00 Z0700 Z07', 'Z|[+-][0-9]{2}(?::?[0-9]{2})?', readOffset],
  ['-07:00', '[+-][0-9]{2}:[0-9]{2}', readOffset],
  ['-0700', '[+-][0-9]{4}', readOffset],
  ['-07', '[+-][0-9]{2}', readOffset],
];

function ignore(): void {
  // The day of the week follows from the date.
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
}

function readSecond(fields: Fields, text: string): void {
  const [whole = '', fraction = ''] = text.split(/[.,]/);
  fields.second = Number(whole);
  if (fraction !== '') fields.nano = Number(fraction.slice(0, 9).padEnd(9, '0'));
}

function readOffset(fields: Fields, text: string): void {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])([0-9]{2}):?([0-9]{2})?$/.exec(text) ?? [];
  fields.offset = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/**
 * Reads a time that is written as `layout` says, as Go's time.ParseInLocation does in UTC. Fails where the text doesn't
 * fit.
 */
export function parseTime(layout: string, text: string): TimeValue {
  const fields: Fields = {
    year: 0,
    month: 1,
    day: 1,
    yearDay: undefined,
    hour: 0,
    minute: 0,
    second: 0,
    nano: 0,
    pm: undefined,
    offset: undefined,
  };
  const cannot = (): never =>
    fail(`parsing time ${JSON.stringify(text)} as ${JSON.stringify(layout)}: cannot parse it`);
  let at = 0;
  for (const one of layoutParts(layout)) {
    if ('text' in one) {
      if (!text.startsWith(one.text, at)) cannot();
      at += one.text.length;
      continue;
    }
    // A fraction of the second was read with it.
    if (/^[.,]/.test(one.part)) continue;
    const [, pattern, set] = READERS.find(([parts]) => parts.split(' ').includes(one.part)) ?? cannot();
    const match = new RegExp(pattern, 'iy');
    match.lastIndex = at;
    const found = match.exec(text)?.[0] ?? cannot();
    set(fields, found);
    at += found.length;
  }
  if (at < text.length) cannot();
  return toTime(fields, cannot);
}

function toTime(fields: Fields, cannot: () => never): TimeValue {
  const { year, month, yearDay, minute, second, nano, pm, offset = 0 } = fields;
  let { hour, day } = fields;
  if (pm === true && hour < 12) hour += 12;
  if (pm === false && hour === 12) hour = 0;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) cannot();
  if (day < 1 || day > new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()) cannot();
  if (yearDay !== undefined) day = yearDay;
  const nanos = fromFields([year, yearDay === undefined ? month : 1, day, hour, minute, second], nano);
  const zone = offset === 0 ? 'UTC' : offsetText(offset, ':');
  return { kind: 'time', nanos: nanos - BigInt(offset) * 1_000_000_000n, zone };
}
