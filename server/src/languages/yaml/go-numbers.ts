/** Numbers and dates as Go's strconv and time packages read them, as far as go-yaml uses them. */

const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;
const INTEGER = /^([+-]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
/** `0b` and `0o` behind which go-yaml reads a signed number, as in `0b-1`. */
const SIGNED_PREFIX = /^0(?:b([+-][01]+)|o([+-][0-7]+))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * The integer that `text` writes, in 64 bits signed or unsigned: decimal, `0x`, `0b`, `0o`, or octal with a leading 0.
 * Underscores must be gone.
 */
export function parseInteger(text: string): bigint | undefined {
  const match = INTEGER.exec(text);
  if (match === null) return parseSignedPrefix(text);
  const [, sign, hex, binary, octal, oldOctal, decimal] = match;
  const digits = hex === undefined ? '' : `0x${hex}`;
  const magnitude = BigInt(
    digits || (binary !== undefined && `0b${binary}`) || octalDigits(octal ?? oldOctal) || (decimal ?? ''),
  );
  if (sign === '-') return -magnitude < MIN_INT64 ? undefined : -magnitude;
  if (sign === '+') return magnitude > -MIN_INT64 - 1n ? undefined : magnitude;
  return magnitude > MAX_UINT64 ? undefined : magnitude;
}

function octalDigits(digits: string | undefined): string {
  return digits === undefined ? '' : `0o${digits}`;
}

function parseSignedPrefix(text: string): bigint | undefined {
  const match = SIGNED_PREFIX.exec(text);
  if (match === null) return undefined;
  const [, binary, octal] = match;
  const signed = binary ?? octal ?? '';
  const magnitude = BigInt((binary === undefined ? '0o' : '0b') + signed.slice(1));
  const value = signed.startsWith('-') ? -magnitude : magnitude;
  return value < MIN_INT64 || value > -MIN_INT64 - 1n ? undefined : value;
}

/** The float that `text` writes in decimal, or nothing if it isn't one or is too large. */
export function parseFloat64(text: string): number | undefined {
  if (!FLOAT.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](.*)| +(.*))?$/s;
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))?$/;

/** Whether go-yaml reads `text` as a time stamp: a date, or a date and time with `T` and a zone or with a space. */
export function isTimestamp(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [, year, month, day, zoned, local] = match;
  if (!isDate(Number(year), Number(month), Number(day))) return false;
  if (zoned !== undefined) return isTime(zoned, true);
  return local === undefined || isTime(local, false);
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}

function isTime(text: string, zoned: boolean): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [, hour, minute, second, zoneHour = '0', zoneMinute = '0'] = match;
  const hasZone = text.endsWith('Z') || match[4] !== undefined;
  return (
    hasZone === zoned &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(zoneHour) <= 24 &&
    Number(zoneMinute) < 60
  );
}
