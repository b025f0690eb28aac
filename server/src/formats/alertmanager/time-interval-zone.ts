/** The clock of a place. */

/** What clocks and calendars show. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Of the day. */
  readonly minute: number;
  /** How much the clock is ahead of UTC, in milliseconds. */
  readonly offset: number;
}

const MOST_KNOWN = 500;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * The time that clocks in `location` show at an instant (milliseconds since 1970), summer time included. Undefined where
 * this machine doesn't know the place. Without a name it is UTC, and `Local` is this machine's zone, as in Go.
 */
export function localTime(instant: number, location: string | undefined): LocalTime | undefined {
  const format = formatOf(location ?? '');
  if (!format || !(Math.abs(instant) <= MOST)) return undefined;
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return {
    year,
    month,
    day,
    weekday: new Date(shown).getUTCDay(),
    minute: hour * 60 + minute,
    offset: shown - Math.floor(instant / 1000) * 1000,
  };
}

/** From the year 100 to 3839: two-digit years and those before Christ need other care, and nobody has alerts then. */
const MOST = 59_011_459_199_999;

/** The number of days that the month has. */
export function daysInMonth({ year, month }: LocalTime): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatOf(location: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(location)) {
    if (formats.size >= MOST_KNOWN) formats.clear();
    formats.set(location, makeFormat(location));
  }
  return formats.get(location);
}

function makeFormat(location: string): Intl.DateTimeFormat | undefined {
  const name = location.replace(/^(?:posix|right)\//, '');
  const timeZone = name === 'Local' || name === 'localtime' ? undefined : name || 'UTC';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
