import type { CodePage } from '../../text/code-page';

/** What Alertmanager refuses in time intervals, from which pages in docs/checks are made. */
export const timeIntervalCodes = {
  'alertmanager/invalid-time': {
    title: 'Invalid time of day',
    explanation:
      'Times are written with two digits for hours and minutes, from `00:00` to `23:59`; `24:00` is the end of the day.',
  },
  'alertmanager/time-range': {
    title: 'Range of times that is empty or incomplete',
    explanation:
      'A range of times needs a `start_time` and a later `end_time` on the same day. A range over midnight is written ' +
      'as two: `22:00` to `24:00`, and `00:00` to `06:00`. The end doesn’t belong to the range.',
  },
  'alertmanager/invalid-weekday': {
    title: 'Invalid weekday',
    explanation:
      'Weekdays are written out in English, alone or as a range: `monday`, `monday:friday`. A week begins with sunday, ' +
      'so `saturday:sunday` is written as two entries, and every day is `sunday:saturday`.',
  },
  'alertmanager/invalid-day-of-month': {
    title: 'Invalid day of the month',
    explanation:
      'Days are numbers from 1 to 31, or from -1, the last day of the month, to -31; alone or as a range such as `1:7` ' +
      'or `-3:-1`. A range that begins with a negative day ends with one, and in a month of 28 days the end may not be ' +
      'before the start.',
  },
  'alertmanager/invalid-month': {
    title: 'Invalid month',
    explanation:
      'Months are English names or numbers, alone or as a range: `january`, `5:8`, `november:december`. A range over ' +
      'the turn of the year is written as two. Alertmanager takes numbers below 1 and above 12, but no month has them.',
  },
  'alertmanager/invalid-year': {
    title: 'Invalid year',
    explanation:
      'Years are numbers, alone or as a range whose end is not before its start: `2026`, `2026:2028`.',
  },
  'alertmanager/unknown-location': {
    title: 'Unknown time zone',
    explanation:
      'A location is the name of a time zone in the IANA database, in its exact spelling, for instance `Europe/Berlin`, ' +
      '`America/New_York` or `UTC`; or `Local` for that of the machine that Alertmanager runs on.',
  },
} satisfies Record<string, CodePage>;

export type TimeIntervalCode = keyof typeof timeIntervalCodes;
