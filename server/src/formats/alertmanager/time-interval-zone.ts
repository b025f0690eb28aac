import { clockTime, type ClockTime } from '../../text/zone-clock';

/** What clocks and calendars show. */
export interface LocalTime extends Pick<ClockTime, 'year' | 'month' | 'day'> {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Of the day. */
  readonly minute: number;
  /** How much the clock is ahead of UTC, in milliseconds. */
  readonly offset: number;
}

/**
 * The time that clocks in `location` show at an instant (milliseconds since 1970), summer time included. Undefined where
 * this machine doesn't know the place. Without a name it is UTC, and `Local` is this machine's zone, as in Go.
 */
export function localTime(instant: number, location: string | undefined): LocalTime | undefined {
  const shown = Math.abs(instant) <= MOST ? clockTime(instant, zoneOf(location ?? '')) : undefined;
  if (!shown) return undefined;
  const { year, month, day, hour, minute, second } = shown;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  return {
    year,
    month,
    day,
    weekday: new Date(asUtc).getUTCDay(),
    minute: hour * 60 + minute,
    offset: asUtc - Math.floor(instant / 1000) * 1000,
  };
}

/** Undefined is this machine's. */
function zoneOf(location: string): string | undefined {
  const name = location.replace(/^(?:posix|right)\//, '');
  return name === 'Local' || name === 'localtime' ? undefined : name || 'UTC';
}

/** From the year 100 to 3839: two-digit years and those before Christ need other care, and nobody has alerts then. */
const MOST = 59_011_459_199_999;

/** The number of days that the month has. */
export function daysInMonth({ year, month }: LocalTime): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
