import { quoted } from '../../text/quoted';

export type GoDurationReading =
  { readonly nanoseconds: number } | { readonly fault: string; readonly suggestion?: string };

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

const PART = /(\d+\.?\d*|\.\d+)([^\d.]*)/y;
const MOST_NANOSECONDS = 2 ** 63;

/** Reads a duration as Go's time.ParseDuration does: signs and fractions, but no unit above the hour. */
export function readGoDuration(text: string): GoDurationReading {
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '0') return { nanoseconds: 0 };
  if (unsigned === '') return { fault: 'a duration is due here; write for instance 30s or 1m30s' };
  let nanoseconds = 0;
  PART.lastIndex = 0;
  for (let at = 0; at < unsigned.length; at = PART.lastIndex) {
    const match = PART.exec(unsigned);
    if (!match) return { fault: `${quoted(text)} is no duration; write for instance 30s or 1m30s` };
    const [, amount = '', unit = ''] = match;
    const size = UNITS[unit];
    if (size === undefined) return unknownUnit(text, unit);
    nanoseconds += Number(amount) * size;
  }
  if (nanoseconds > MOST_NANOSECONDS || (nanoseconds === MOST_NANOSECONDS && !text.startsWith('-'))) {
    return { fault: `the duration ${quoted(text)} is too long: Go knows durations up to 292 years` };
  }
  return { nanoseconds: text.startsWith('-') ? -nanoseconds : nanoseconds };
}

function unknownUnit(text: string, unit: string): GoDurationReading {
  const units = 'this one takes h, m, s, ms, us and ns';
  if (unit === '') return { fault: `the duration ${quoted(text)} has a number without a unit; ${units}` };
  const days = /^(\d+)([dw])$/.exec(text);
  const suggestion = days ? `${Number(days[1]) * (days[2] === 'd' ? 24 : 168)}h` : undefined;
  return { fault: `unknown unit ${quoted(unit)} in the duration ${quoted(text)}; ${units}`, suggestion };
}
