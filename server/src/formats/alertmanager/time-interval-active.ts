import type { NumberRange, TimeInterval } from './time-interval';
import { daysInMonth, localTime, type LocalTime } from './time-interval-zone';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** A little over a year, so that yearly intervals have their next change. */
const LONGEST_SEARCH_MS = 400 * DAY_MINUTES * MINUTE_MS;

/**
 * Whether an interval holds at an instant, in milliseconds since 1970 (TimeInterval.ContainsTime in
 * timeinterval/timeinterval.go). Undefined where the time zone isn't known to this machine.
 */
export function isActive(interval: TimeInterval, instant: number): boolean | undefined {
  const local = localTime(instant, interval.location);
  return local && isActiveAt(interval, local);
}

/** The first instant after `from` at which `isActive` changes; undefined if it doesn't within a good year. */
export function nextChange(interval: TimeInterval, from: number): number | undefined {
  const { location } = interval;
  let at = from;
  let local = localTime(at, location);
  const before = local && isActiveAt(interval, local);
  while (local && at - from < LONGEST_SEARCH_MS) {
    const { offset } = local;
    const next = nextStep(interval, local) - offset;
    const isMoved = localTime(next, location)?.offset !== offset;
    at = isMoved ? clockMove(at, next, location) : next;
    local = localTime(at, location);
    if (local && isActiveAt(interval, local) !== before) return at;
  }
  return undefined;
}

/** When something can change next, as clocks show it: as if it were UTC, in milliseconds. */
function nextStep(interval: TimeInterval, local: LocalTime): number {
  const { year, month, day, minute } = local;
  const { times, weekdays, daysOfMonth, months, years } = interval;
  const nextYear = Date.UTC(year + 1, 0, 1);
  const nextMonth = Date.UTC(year, month, 1);
  const nextDay = Date.UTC(year, month - 1, day + 1);
  if (!holds(years, year)) return nextYear;
  if (!holds(months, month)) return nextMonth;
  if (times && isActiveOn(interval, local)) {
    const later = times.flatMap(({ from, to }) => [from, to]).filter((time) => time > minute);
    return Date.UTC(year, month - 1, day) + Math.min(DAY_MINUTES, ...later) * MINUTE_MS;
  }
  if (times || weekdays || daysOfMonth) return nextDay;
  return months ? nextMonth : nextYear;
}

/** The instant between two, to the second, at which clocks leave the offset that they have at the first. */
function clockMove(from: number, to: number, location: string | undefined): number {
  const offset = localTime(from, location)?.offset;
  let [last, first] = [from, to];
  while (first - last > 1000) {
    const middle = Math.floor((last + first) / 2);
    if (localTime(middle, location)?.offset === offset) last = middle;
    else first = middle;
  }
  return Math.floor(first / 1000) * 1000;
}

function isActiveAt(interval: TimeInterval, local: LocalTime): boolean {
  const { times } = interval;
  const isTime = !times || times.some(({ from, to }) => from <= local.minute && local.minute < to);
  return isTime && isActiveOn(interval, local);
}

function isActiveOn({ weekdays, daysOfMonth, months, years }: TimeInterval, local: LocalTime): boolean {
  return (
    holds(weekdays, local.weekday) &&
    holds(months, local.month) &&
    holds(years, local.year) &&
    (!daysOfMonth || daysOfMonth.some((range) => isDayOfMonth(range, local)))
  );
}

/** A list that is there but empty never holds. */
function holds(ranges: readonly NumberRange[] | undefined, value: number): boolean {
  return !ranges || ranges.some(({ from, to }) => from <= value && value <= to);
}

function isDayOfMonth({ from, to }: NumberRange, local: LocalTime): boolean {
  const days = daysInMonth(local);
  const [first, last] = [from, to].map((day) => (day < 0 ? days + day + 1 : day));
  return first !== undefined && last !== undefined && first <= local.day && local.day <= last;
}
