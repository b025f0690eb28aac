import { describe, expect, it } from 'vitest';
import type { NumberRange, TimeInterval } from './time-interval';
import { inWords } from './time-interval-words';

const range = (from: number, to = from): NumberRange => ({ from, to });
const HOURS = [range(9 * 60, 17 * 60)];

describe('inWords', () => {
  it.each<[string, TimeInterval]>([
    ['always', {}],
    ['always', { weekdays: [range(0, 6)], times: [range(0, 1440)] }],
    ['never', { weekdays: [] }],
    ['weekdays 09:00–17:00 Tokyo time', { weekdays: [range(1, 5)], times: HOURS, location: 'Asia/Tokyo' }],
    ['weekends UTC', { weekdays: [range(0), range(6)] }],
    ['Monday to Thursday UTC', { weekdays: [range(1, 2), range(3, 4)] }],
    ['Sunday, Tuesday, Friday and Saturday UTC', { weekdays: [range(0), range(2), range(5, 6)] }],
    ['00:00–06:00 and 22:00–24:00 UTC', { times: [range(0, 360), range(1320, 1440)] }],
    ['day 1 of every month UTC', { daysOfMonth: [range(1)] }],
    ['days 1–7 of every month in 2026 UTC', { daysOfMonth: [range(1, 7)], years: [range(2026)] }],
    ['the last day of every month UTC', { daysOfMonth: [range(-1)] }],
    [
      'the last 3 days of December UTC',
      { daysOfMonth: [range(-3, -1)], months: [range(12)], location: 'UTC' },
    ],
    ['days 3 to 2 from the end of every month UTC', { daysOfMonth: [range(-3, -2)] }],
    ['day 2 from the end of every month UTC', { daysOfMonth: [range(-2)] }],
    ['day 9 to day 3 from the end of every month UTC', { daysOfMonth: [range(9, -3)] }],
    ['days 20 to the last of every month UTC', { daysOfMonth: [range(20, -1)] }],
    ['weekdays in June–August UTC', { weekdays: [range(1, 5)], months: [range(6, 8)] }],
    [
      'weekdays on days 1–7 of May 2026 UTC',
      { weekdays: [range(1, 5)], daysOfMonth: [range(1, 7)], months: [range(5)], years: [range(2026)] },
    ],
    ['2026–2028 EST', { years: [range(2026, 2028)], location: 'EST' }],
    ['month 13 UTC', { months: [range(13)] }],
    ['09:00–17:00 Buenos Aires time', { times: HOURS, location: 'America/Argentina/Buenos_Aires' }],
    ['09:00–17:00 in the time of Alertmanager’s machine', { times: HOURS, location: 'Local' }],
  ])('%s', (words, interval) => {
    expect(inWords(interval)).toBe(words);
  });
});
