import { goByte, goEscape, goQuote } from '../../text/go-quote';

/** Numbers, durations and strings as Go prints them, which is how Prometheus prints an expression. */

/** A float as strconv.FormatFloat with 'f' and the shortest precision: never an exponent. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const { sign, digits, exponent } = decimal(value);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return sign + (fraction === '' ? whole : `${whole}.${fraction}`);
}

/** A float as fmt's %v: with an exponent below 1e-4 and from 1e6 on. */
export function formatGeneral(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatFloat(value);
  const { sign, digits, exponent } = decimal(value);
  if (exponent >= -4 && exponent < 6) return formatFloat(value);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${sign}${digits[0] ?? '0'}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
}

/** The shortest digits that read back as `value`, which are `d.ddd × 10^exponent`. */
function decimal(value: number): { sign: string; digits: string; exponent: number } {
  const [mantissa = '0', power = '0'] = Math.abs(value).toExponential().split('e');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return { sign, digits: mantissa.replace('.', ''), exponent: Number(power) };
}

/** Units of model.Duration in milliseconds; years and weeks are used for whole multiples only. */
const DURATION_UNITS: readonly { readonly unit: string; readonly ms: number; readonly whole?: true }[] = [
  { unit: 'y', ms: 31_536_000_000, whole: true },
  { unit: 'w', ms: 604_800_000, whole: true },
  { unit: 'd', ms: 86_400_000 },
  { unit: 'h', ms: 3_600_000 },
  { unit: 'm', ms: 60_000 },
  { unit: 's', ms: 1000 },
  { unit: 'ms', ms: 1 },
];

/** A duration of `ms` whole milliseconds as prometheus/common's model.Duration prints it: `90s` is `1m30s`. */
export function formatDuration(ms: number): string {
  if (ms < 0) return `-${formatDuration(-ms)}`;
  if (ms === 0) return '0s';
  let rest = ms;
  let text = '';
  for (const { unit, ms: size, whole } of DURATION_UNITS) {
    if (whole && rest % size !== 0) continue;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) text += `${count}${unit}`;
  }
  return text;
}

/** Whole milliseconds of a range, step or offset in seconds: Prometheus rounds to nanoseconds and cuts the rest. */
export function wholeMilliseconds(seconds: number): number {
  return Math.sign(seconds) * Math.floor(Math.round(Math.abs(seconds) * 1e9) / 1e6);
}

/**
 * A string literal (`source` with its quotes, in any of the three styles) as strconv.Quote prints its value:
 * double quotes, escapes for what isn't printable. Bytes that are no UTF-8 stay `\x` escapes.
 */
export function requote(source: string): string {
  const body = source.slice(1, -1);
  if (source.startsWith('`') || !body.includes('\\')) return goQuote(body);
  return quoteBytes(unescape(body));
}

const UTF8 = new TextEncoder();
const CONTROL_ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gsu;

/** The UTF-8 bytes that the inside of a string literal stands for; `\x` and octal escapes give single bytes. */
function unescape(body: string): number[] {
  const bytes: number[] = [];
  const push = (text: string): void => {
    for (const byte of UTF8.encode(text)) bytes.push(byte);
  };
  let last = 0;
  for (const match of body.matchAll(ESCAPE)) {
    const [all, x, u, U, octal, other = ''] = match;
    push(body.slice(last, match.index));
    last = match.index + all.length;
    const point = u ?? U;
    if (x !== undefined) bytes.push(parseInt(x, 16));
    else if (octal !== undefined) bytes.push(parseInt(octal, 8) & 0xff);
    else if (point !== undefined) push(String.fromCodePoint(Math.min(parseInt(point, 16), 0x10ffff)));
    else if (other in CONTROL_ESCAPES) bytes.push(CONTROL_ESCAPES[other] ?? 0);
    else push(other);
  }
  push(body.slice(last));
  return bytes;
}

/** The fewest continuation bytes and the code points that a first byte allows, by RFC 3629. */
const SEQUENCES: readonly { readonly first: number; readonly mask: number; readonly least: number }[] = [
  { first: 0xc0, mask: 0x1f, least: 0x80 },
  { first: 0xe0, mask: 0x0f, least: 0x800 },
  { first: 0xf0, mask: 0x07, least: 0x10000 },
];

function quoteBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const character = characterAt(bytes, at);
    text += character ? goEscape(character.text) : goByte(bytes[at] ?? 0);
    at += character?.length ?? 1;
  }
  return `"${text}"`;
}

/** The UTF-8 character that starts at `at`, if the bytes there are one. */
function characterAt(bytes: readonly number[], at: number): { text: string; length: number } | undefined {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { text: String.fromCharCode(first), length: 1 };
  const more = SEQUENCES.findIndex((sequence) => (first & ~sequence.mask & 0xff) === sequence.first) + 1;
  const sequence = SEQUENCES[more - 1];
  if (!sequence) return undefined;
  let code = first & sequence.mask;
  for (let i = 1; i <= more; i++) {
    const byte = bytes[at + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const valid = code >= sequence.least && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return valid ? { text: String.fromCodePoint(code), length: more + 1 } : undefined;
}
