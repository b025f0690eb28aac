/** How fmt writes a number: the options of one verb. */
export interface NumberFormat {
  readonly precision?: number;
  readonly plus?: boolean;
  readonly space?: boolean;
  readonly sharp?: boolean;
}

/** A float as Go's fmt writes it with `verb` (package strconv `FormatFloat`), with its sign. */
export function formatFloat(value: number, verb: string, format: NumberFormat = {}): string {
  const text = Number.isNaN(value)
    ? 'NaN'
    : !Number.isFinite(value)
      ? 'Inf'
      : finite(Math.abs(value), verb, format);
  const negative = value < 0 || Object.is(value, -0);
  if (negative && !Number.isNaN(value)) return `-${text}`;
  if (!Number.isFinite(value) && !Number.isNaN(value)) return `+${text}`;
  return format.plus ? `+${text}` : format.space ? ` ${text}` : text;
}

function finite(value: number, verb: string, { precision, sharp }: NumberFormat): string {
  switch (verb) {
    case 'e':
    case 'E':
      return casedAs(verb, exponential(value, precision ?? 6));
    case 'f':
    case 'F':
      return fixed(value, precision ?? 6);
    case 'x':
    case 'X':
      return casedAs(verb, hexFloat(value, precision));
    case 'b':
      return binaryFloat(value);
    default:
      return casedAs(verb, general(value, precision, sharp === true));
  }
}

function casedAs(verb: string, text: string): string {
  return /[A-Z]/.test(verb) ? text.toUpperCase() : text;
}

/** `1.5e+06`: an exponent has two digits at least. */
function exponential(value: number, precision: number): string {
  const { digits, exponent } = significant(value, precision + 1);
  return withExponent(digits, exponent);
}

function withExponent(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

/** `count` digits of a float, and the power of ten of the first. */
function significant(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const exponent = Number(value.toExponential().split('e')[1]);
  const digits = String(scaled(value, count - 1 - exponent));
  // Rounded up to the next power of ten.
  if (digits.length > count) return { digits: digits.slice(0, count), exponent: exponent + 1 };
  return { digits: digits.padEnd(count, '0'), exponent };
}

/** `value` times ten to the power of `places`, rounded to a whole number, halves to even: exactly, as Go does. */
function scaled(value: number, places: number): bigint {
  const { mantissa, exponent } = split(value);
  let [above, below] = [mantissa, 1n];
  if (exponent >= 0) above <<= BigInt(exponent);
  else below <<= BigInt(-exponent);
  if (places >= 0) above *= 10n ** BigInt(places);
  else below *= 10n ** BigInt(-places);
  const whole = above / below;
  const twice = (above % below) * 2n;
  return twice > below || (twice === below && whole % 2n === 1n) ? whole + 1n : whole;
}

function fixed(value: number, places: number): string {
  const digits = String(scaled(value, places)).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** From this power of ten on, the fewest digits of a float are written with an exponent. */
const SHORTEST_EXPONENT = 6;

/** The shorter of the two; without a precision, the fewest digits that say which float it is. */
function general(value: number, precision: number | undefined, keepZeros: boolean): string {
  const count = precision === undefined ? undefined : Math.max(1, precision);
  const { digits, exponent } = count === undefined ? shortest(value) : significant(value, count);
  const kept = keepZeros ? digits : digits.replace(/(?<=.)0+$/, '');
  if (exponent < -4 || exponent >= (count ?? SHORTEST_EXPONENT)) return withExponent(kept, exponent);
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${kept}`;
  const whole = kept.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = kept.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function shortest(value: number): { digits: string; exponent: number } {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** A float as binary exponent and mantissa. */
function split(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  if (exponent === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: exponent - 1075 };
}

function binaryFloat(value: number): string {
  const { mantissa, exponent } = split(value);
  return `${mantissa}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function hexFloat(value: number, precision: number | undefined): string {
  if (value === 0) return `0x0${precision ? `.${'0'.repeat(precision)}` : ''}p+00`;
  let { mantissa, exponent } = split(value);
  while (mantissa < 1n << 52n) {
    mantissa <<= 1n;
    exponent--;
  }
  let places = 13;
  if (precision !== undefined && precision < 13) {
    const dropped = BigInt(4 * (13 - precision));
    const rest = mantissa & ((1n << dropped) - 1n);
    const half = 1n << (dropped - 1n);
    mantissa >>= dropped;
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa++;
    places = precision;
    if (mantissa >= 2n << BigInt(4 * places)) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  const digits = mantissa.toString(16);
  let fraction = digits.slice(digits.length - places);
  if (precision === undefined) fraction = fraction.replace(/0+$/, '');
  else fraction = fraction.padEnd(precision, '0');
  if (places === 0) fraction = '';
  const power = exponent + 52;
  const written = `${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  return `0x1${fraction === '' ? '' : `.${fraction}`}p${written}`;
}

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, O: 8, d: 10, v: 10, x: 16, X: 16 };
const PREFIX: Readonly<Record<string, string>> = { b: '0b', o: '0', O: '0o', x: '0x', X: '0X' };

/** An integer as Go's fmt writes it with one of the verbs of `RADIX`, with its sign. */
export function formatInteger(value: bigint, verb: string, format: NumberFormat = {}): string {
  const { precision, plus, space, sharp } = format;
  if (precision === 0 && value === 0n) return '';
  const size = value < 0n ? -value : value;
  let digits = size.toString(RADIX[verb] ?? 10).padStart(precision ?? 0, '0');
  if (verb === 'X') digits = digits.toUpperCase();
  if ((sharp && verb !== 'd' && verb !== 'v') || verb === 'O') {
    const prefix = PREFIX[verb] ?? '';
    if (verb !== 'o' || !digits.startsWith('0')) digits = prefix + digits;
  }
  if (value < 0n) return `-${digits}`;
  return plus ? `+${digits}` : space ? ` ${digits}` : digits;
}
