import { listed } from '../../languages/promql/explain-parts';
import type { NumberRange, TimeInterval } from './time-interval';
import { MONTHS, WEEKDAYS } from './time-interval-ranges';

/**
 * An interval as a person says it: `weekdays 09:00–17:00 Tokyo time`, `the last 3 days of December UTC`. `always` for one
 * without conditions, `never` for one with an empty list.
 */
export function inWords(interval: TimeInterval): string {
  const { times, weekdays, daysOfMonth, months, years, location } = interval;
  if ([times, weekdays, daysOfMonth, months, years].some((ranges) => ranges?.length === 0)) return 'never';
  const words = [datesInWords(interval), times ? timesInWords(times) : ''].filter(Boolean);
  return words.length === 0 ? 'always' : [...words, zoneInWords(location)].join(' ');
}

function datesInWords({ weekdays, daysOfMonth, months, years }: TimeInterval): string {
  const week = weekdays ? weekdaysInWords(weekdays) : '';
  const days = daysOfMonth ? daysInWords(daysOfMonth) : '';
  const month = months ? listed(months.map(monthsInWords)) : days && 'every month';
  const year = years ? listed(years.map(numbersInWords)) : '';
  const period = [month, year].filter(Boolean).join(months ? ' ' : ' in ');
  const on = [week, days].filter(Boolean).join(' on ');
  return [on, period].filter(Boolean).join(days ? ' of ' : ' in ');
}

function weekdaysInWords(ranges: readonly NumberRange[]): string {
  const days = WEEKDAYS.map((_, day) => ranges.some(({ from, to }) => from <= day && day <= to));
  const pattern = days.map(Number).join('');
  if (pattern === '1111111') return '';
  if (pattern === '0111110') return 'weekdays';
  if (pattern === '1000001') return 'weekends';
  const names = WEEKDAYS.map(titled);
  return listed(
    runsIn(days).flatMap(({ from, to }) => {
      const run = names.slice(from, to + 1);
      return run.length > 2 ? [`${run[0] ?? ''} to ${run.at(-1) ?? ''}`] : run;
    }),
  );
}

/** Stretches of what is true. */
function runsIn(flags: readonly boolean[]): NumberRange[] {
  const runs: NumberRange[] = [];
  flags.forEach((flag, index) => {
    const last = runs.at(-1);
    if (!flag) return;
    if (last?.to === index - 1) runs[runs.length - 1] = { from: last.from, to: index };
    else runs.push({ from: index, to: index });
  });
  return runs;
}

function daysInWords(ranges: readonly NumberRange[]): string {
  return listed(ranges.map(dayRangeInWords));
}

/** Day 1 from the end is the last one. */
function dayRangeInWords({ from, to }: NumberRange): string {
  if (from === 1 && to === -1) return 'every day';
  if (from > 0 && to > 0) return from === to ? `day ${from}` : `days ${from}–${to}`;
  if (from > 0) return to === -1 ? `days ${from} to the last` : `day ${from} to day ${-to} from the end`;
  if (to === -1) return from === -1 ? 'the last day' : `the last ${-from} days`;
  return from === to ? `day ${-from} from the end` : `days ${-from} to ${-to} from the end`;
}

function monthsInWords({ from, to }: NumberRange): string {
  const [first, last] = [from, to].map((month) => titled(MONTHS[month - 1] ?? `month ${month}`));
  return from === to ? (first ?? '') : `${first ?? ''}–${last ?? ''}`;
}

function numbersInWords({ from, to }: NumberRange): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

function timesInWords(ranges: readonly NumberRange[]): string {
  if (ranges.some(({ from, to }) => from === 0 && to === 24 * 60)) return '';
  return listed(ranges.map(({ from, to }) => `${clock(from)}–${clock(to)}`));
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `Tokyo time` of `Asia/Tokyo`. */
function zoneInWords(location: string | undefined): string {
  if (location === undefined || location === '') return 'UTC';
  if (location === 'Local' || location === 'localtime') return 'in the time of Alertmanager’s machine';
  const city =
    /^(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/(?:.*\/)?(.*)$/.exec(
      location,
    );
  return city ? `${(city[1] ?? '').replaceAll('_', ' ')} time` : location;
}

function titled(name: string): string {
  return name.startsWith('month') ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
