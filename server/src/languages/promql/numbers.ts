/**
 * The value of a number token as Prometheus reads it: Go's strconv.ParseInt with base 0, and where that fails
 * strconv.ParseFloat. So `0755` is octal, `08` is 8, `0x_1f` and `1_000` have underscores. Undefined where neither
 * takes it, or it is too large.
 */
export function readNumber(text: string): number | undefined {
  // The usual case; a leading zero would make it octal.
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (word === 'inf') return Infinity;
  if (word === 'nan') return NaN;
  return readInteger(word) ?? readFloat(word);
}

const DECIMAL = /^(?:0|[1-9](?:_?\d)*)$/;
const OCTAL = /^0(?:_?[0-7])+$/;
const HEXADECIMAL = /^0x(?:_?[\da-f])+$/;
const LARGEST = 2n ** 63n - 1n;

function readInteger(word: string): number | undefined {
  let digits = word.replaceAll('_', '');
  if (OCTAL.test(word)) digits = `0o${digits.slice(1)}`;
  else if (!DECIMAL.test(word) && !HEXADECIMAL.test(word)) return undefined;
  if (digits.length <= 15) return Number(digits);
  const value = BigInt(digits);
  return value <= LARGEST ? Number(value) : undefined;
}

const FLOAT = /^(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:e[+-]?\d(?:_?\d)*)?$/;

function readFloat(word: string): number | undefined {
  if (!FLOAT.test(word)) return undefined;
  const value = Number(word.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}
