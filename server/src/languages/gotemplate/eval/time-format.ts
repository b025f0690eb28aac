import { MONTHS, WEEKDAYS } from './duration';
import { inZone, offsetText, type ZonedTime } from './time-zone';
import type { TimeValue } from './values';

/** As which time.Time prints itself. */
export const STRING_LAYOUT = '2006-01-02 15:04:05.999999999 -0700 MST';

/**
 * The parts of a layout that stand for something (package time, `nextStdChunk`), the longest first; the rest is
 * written as it is. A fraction of the second follows digits only, and `Jan` and `Mon` no small letter.
 */
const PART =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|_2006|__2|_2|002|0[1-6]|15|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07|PM|pm|[.,](?:0+|9+)(?![0-9])|[1-5]/g;

export type LayoutPart = { readonly text: string } | { readonly part: string };

/** Takes a layout apart. */
export function layoutParts(layout: string): LayoutPart[] {
  const parts: LayoutPart[] = [];
  let at = 0;
  const literal = (to: number): void => {
    if (to > at) parts.push({ text: layout.slice(at, to) });
  };
  for (const match of layout.matchAll(PART)) {
    const [part] = match;
    literal(match.index);
    if (part === '_2006') parts.push({ text: '_' }, { part: '2006' });
    else parts.push({ part });
    at = match.index + part.length;
  }
  literal(layout.length);
  return parts;
}

/** A time as Go's time.Time.Format writes it. */
export function formatTime({ nanos, zone }: TimeValue, layout: string): string {
  const time = inZone(nanos, zone);
  return layoutParts(layout)
    .map((one) => ('text' in one ? one.text : formatPart(time, one.part)))
    .join('');
}

function formatPart(time: ZonedTime, part: string): string {
  const { year, month, day, hour, minute, second, weekday, offset, abbreviation } = time;
  const two = (value: number): string => String(value).padStart(2, '0');
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  const monthName = MONTHS[month - 1] ?? '';
  const dayName = WEEKDAYS[weekday] ?? '';
  switch (part) {
    case 'January':
      return monthName;
    case 'Jan':
      return monthName.slice(0, 3);
    case '1':
      return String(month);
    case '01':
      return two(month);
    case 'Monday':
      return dayName;
    case 'Mon':
      return dayName.slice(0, 3);
    case '2':
      return String(day);
    case '_2':
      return String(day).padStart(2, ' ');
    case '02':
      return two(day);
    case '__2':
      return String(dayOfYear(time)).padStart(3, ' ');
    case '002':
      return String(dayOfYear(time)).padStart(3, '0');
    case '15':
      return two(hour);
    case '3':
      return String(hour12);
    case '03':
      return two(hour12);
    case '4':
      return String(minute);
    case '04':
      return two(minute);
    case '5':
      return String(second);
    case '05':
      return two(second);
    case '2006':
      return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
    case '06':
      return two(((year % 100) + 100) % 100);
    case 'PM':
      return hour >= 12 ? 'PM' : 'AM';
    case 'pm':
      return hour >= 12 ? 'pm' : 'am';
    case 'MST':
      return abbreviation;
    default:
      return /^[.,]/.test(part) ? fraction(time.nano, part) : zonePart(offset, part);
  }
}

function dayOfYear({ year, month, day }: ZonedTime): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

/** `.000` has as many digits as it says, `.999` leaves out zeros at the end. */
function fraction(nano: number, part: string): string {
  const digits = String(nano)
    .padStart(9, '0')
    .slice(0, part.length - 1);
  const shown = part.endsWith('9') ? digits.replace(/0+$/, '') : digits.padEnd(part.length - 1, '0');
  return shown === '' ? '' : part.charAt(0) + shown;
}

function zonePart(offset: number, part: string): string {
  if (part.startsWith('Z') && offset === 0) return 'Z';
  const [, rest = ''] = /^[Z-]07(.*)$/.exec(part) ?? [];
  if (rest === '') return offsetText(offset, '').slice(0, 3);
  const text = offsetText(offset, rest.startsWith(':') ? ':' : '');
  const seconds = String(Math.abs(offset) % 60).padStart(2, '0');
  if (rest === ':00:00') return `${text}:${seconds}`;
  return rest === '0000' ? text + seconds : text;
}
