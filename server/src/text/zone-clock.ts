/** What clocks and calendars show, at a place. */
export interface ClockTime {
  /** 0 is the year 1 before Christ. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MOST_KNOWN = 500;
const formats = new Map<string | undefined, Intl.DateTimeFormat | undefined>();

/** True for a time zone that this machine knows, upper and lower case being the same. */
export function isKnownZone(zone: string): boolean {
  return formatOf(zone) !== undefined;
}

/**
 * The time in a zone at an instant (milliseconds since 1970), summer time included; undefined where this machine doesn't
 * know it. Without a zone it is this machine's.
 */
export function clockTime(instant: number, zone: string | undefined): ClockTime | undefined {
  const format = formatOf(zone);
  if (!format || Number.isNaN(new Date(instant).getTime())) return undefined;
  const parts: Record<string, number> = {};
  let isBeforeChrist = false;
  for (const { type, value } of format.formatToParts(instant)) {
    if (type === 'era') isBeforeChrist = value === 'BC';
    else parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year: isBeforeChrist ? 1 - year : year, month, day, hour, minute, second };
}

function formatOf(zone: string | undefined): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    if (formats.size >= MOST_KNOWN) formats.clear();
    formats.set(zone, makeFormat(zone));
  }
  return formats.get(zone);
}

function makeFormat(timeZone: string | undefined): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
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
