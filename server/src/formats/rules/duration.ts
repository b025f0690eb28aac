import { quoted } from '../../text/quoted';

/** Prometheus' durations as configuration files write them (prometheus/common, model/time.go, ParseDuration). */

export type DurationReading =
  { readonly milliseconds: number } | { readonly fault: string; readonly suggestion?: string };

/** From the biggest to the smallest: they must come in this order, each at most once. */
const units = [
  { name: 'y', milliseconds: 365 * 86_400_000 },
  { name: 'w', milliseconds: 7 * 86_400_000 },
  { name: 'd', milliseconds: 86_400_000 },
  { name: 'h', milliseconds: 3_600_000 },
  { name: 'm', milliseconds: 60_000 },
  { name: 's', milliseconds: 1000 },
  { name: 'ms', milliseconds: 1 },
] as const;

/** Prometheus keeps durations as nanoseconds in 64 bits, about 292 years. */
const MOST_NANOSECONDS = (1n << 63n) - 1n;

const WRITE = 'write for instance 30s, 5m or 1h30m';

/** Reads a duration; a `fault` says what is wrong and what to write instead, a `suggestion` is the repaired text. */
export function readDuration(text: string): DurationReading {
  if (text === '0') return { milliseconds: 0 };
  if (text === '') return { fault: `a duration is due here; ${WRITE}` };
  const parts = /^\d/.test(text) ? text.match(/\d+\D*/g) : null;
  if (!parts) return unreadable(text);

  let nanoseconds = 0n;
  let last = -1;
  for (const part of parts) {
    const digits = /^\d+/.exec(part)?.[0] ?? '';
    const unit = part.slice(digits.length);
    const place = units.findIndex(({ name }) => name === unit);
    const size = units[place];
    if (!size) return unit === '' ? withoutUnit(text, digits) : unknownUnit(text, unit);
    if (place <= last) return unordered(text, parts);
    last = place;
    const amount = digits.replace(/^0+(?=\d)/, '');
    // More digits than 64 bits hold: not worth a big number.
    if (amount.length <= 20) nanoseconds += BigInt(amount) * BigInt(size.milliseconds) * 1_000_000n;
    if (amount.length > 20 || nanoseconds > MOST_NANOSECONDS) {
      return {
        fault: `the duration ${quoted(text)} is too long: Prometheus knows durations up to 292 years`,
      };
    }
  }
  return { milliseconds: Number(nanoseconds / 1_000_000n) };
}

function unreadable(text: string): DurationReading {
  const fault = `${quoted(text)} is no duration; ${WRITE}`;
  if (/^\s|\s$/.test(text)) return { fault: `${fault}, without spaces`, ...suggest(text.trim()) };
  if (text.startsWith('-')) return { fault: `${fault}; it can't be negative`, ...suggest(text.slice(1)) };
  return { fault };
}

function withoutUnit(text: string, digits: string): DurationReading {
  return digits === text
    ? {
        fault: `the duration ${quoted(text)} has no unit; write ${text}s for seconds or ${text}m for minutes`,
      }
    : { fault: `the last number of the duration ${quoted(text)} has no unit; ${WRITE}` };
}

const longUnits: readonly [RegExp, string][] = [
  [/^(milliseconds?|millis|msecs?)$/i, 'ms'],
  [/^(seconds?|secs?|S)$/i, 's'],
  [/^(minutes?|mins?|M)$/i, 'm'],
  [/^(hours?|hrs?|H)$/i, 'h'],
  [/^(days?|D)$/i, 'd'],
  [/^(weeks?|wks?|W)$/i, 'w'],
  [/^(years?|yrs?|Y)$/i, 'y'],
];

function unknownUnit(text: string, unit: string): DurationReading {
  const compact = text.replace(/\s+/g, '');
  const repaired = compact.replace(
    /\D+/g,
    (word) => longUnits.find(([form]) => form.test(word))?.[1] ?? word,
  );
  if (unit.startsWith('.')) {
    return {
      fault: `the duration ${quoted(text)} has a fraction; use a smaller unit instead (1h30m for 1.5h)`,
    };
  }
  if (/\s/.test(unit)) {
    return { fault: `the duration ${quoted(text)} must have no spaces`, ...suggest(repaired) };
  }
  return {
    fault: `unknown unit ${quoted(unit)} in the duration ${quoted(text)}; the units are y, w, d, h, m, s and ms`,
    ...suggest(repaired),
  };
}

function unordered(text: string, parts: readonly string[]): DurationReading {
  const place = (part: string): number => units.findIndex(({ name }) => name === part.replace(/^\d+/, ''));
  const ordered = [...parts].sort((a, b) => place(a) - place(b)).join('');
  return {
    fault: `the units of the duration ${quoted(text)} must go from the biggest to the smallest, each at most once`,
    ...suggest(ordered),
  };
}

/** The form of a duration; text of this form never needs a suggestion itself. */
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;

function suggest(text: string): { suggestion?: string } {
  return DURATION.test(text) && 'milliseconds' in readDuration(text) ? { suggestion: text } : {};
}
