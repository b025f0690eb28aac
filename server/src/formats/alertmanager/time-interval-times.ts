/** Times of day and time zones, as Alertmanager reads them (timeinterval/timeinterval.go). */
import type { StringFault } from '../structure/types';
import { quoted } from '../../text/quoted';
import { closest } from '../../text/similar';
import { LOCATION_NAMES } from './schema/checks/location-names';
import { faultOf, type Reading } from './time-interval-reading';

/** A time of day such as `08:00`, in minutes; `24:00` is the end of the day. */
export function parseTime(text: string): Reading<number> {
  const value = minutesOf(text);
  if (value !== undefined) return { value };
  const message = `${quoted(text)} is no time of day from 00:00 to 24:00`;
  return { fault: faultOf('alertmanager/invalid-time', message, meantTime(text)) };
}

function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^([01][0-9]|2[0-3]|24(?=:00)):([0-5][0-9])$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** `8:00`, `0800`, `8.30`, `08:00:00`, `8 am` and the like, in the notation that is taken. */
function meantTime(text: string): string | undefined {
  if (text.length > 20) return undefined;
  const match = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?\s*([ap]m)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [, hours = '', minutes = '00', half] = match;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const time = `${String(hour).padStart(2, '0')}:${minutes}`;
  return minutesOf(time) === undefined ? undefined : time;
}

/** What is wrong with a range of times, both in minutes of the day. */
export function timeRangeFault(start: number, end: number): StringFault | undefined {
  if (start < end) return undefined;
  const message =
    start === end
      ? 'a range of times has to end later than it starts'
      : 'a range of times ends on the day on which it starts; write one over midnight as two, up to 24:00 and from 00:00';
  return faultOf('alertmanager/time-range', message);
}

let locations: ReadonlySet<string> | undefined;

/** Abbreviations that people write, which are no names of time zones. */
const ABBREVIATIONS: Readonly<Record<string, string | undefined>> = {
  AEST: 'Australia/Sydney',
  BST: 'Europe/London',
  CEST: 'Europe/Berlin',
  CST: 'America/Chicago',
  EDT: 'America/New_York',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MSK: 'Europe/Moscow',
  PDT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  SGT: 'Asia/Singapore',
};

/**
 * What is wrong with the name of a time zone (time.LoadLocation). Names are case-sensitive; `Local` is the zone of
 * Alertmanager's machine, and the empty name is UTC. Names below `posix/` and `right/` exist where a system has them.
 */
export function locationFault(text: string): StringFault | undefined {
  locations ??= new Set(['', 'Local', 'localtime', ...LOCATION_NAMES]);
  if (locations.has(text.replace(/^(?:posix|right)\//, ''))) return undefined;
  const message = `there is no time zone ${quoted(text)} in the IANA database`;
  return faultOf('alertmanager/unknown-location', message, meantLocation(text));
}

function meantLocation(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const name = text.trim().replaceAll('\\', '/').replaceAll(/\s+/g, '_');
  const lower = name.toLowerCase();
  return (
    LOCATION_NAMES.find((known) => known.toLowerCase() === lower) ??
    ABBREVIATIONS[name.toUpperCase()] ??
    LOCATION_NAMES.find((known) => known.toLowerCase().endsWith(`/${lower}`)) ??
    closest(name, LOCATION_NAMES)
  );
}
