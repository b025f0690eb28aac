/** A number as Go's template parser takes it, or why it refuses it. */
export type ReadNumber = { readonly type: 'int' | 'float' | 'complex' } | { readonly refused: string };

const INTEGER =
  /^[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/;
const DIGITS = '[0-9](?:_?[0-9])*';
const HEX = '[0-9a-fA-F](?:_?[0-9a-fA-F])*';
const FLOAT = new RegExp(
  `^[+-]?(?:(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?` +
    `|0[xX](?:_?${HEX}(?:\\.(?:${HEX})?)?|\\.${HEX})[pP][+-]?${DIGITS})$`,
);
const COMPLEX =
  /^([+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?))([+-][^i]*)i$/;

/**
 * Reads a numeric constant by the rules of text/template/parse (`newNumber`) and of Go's strconv:
 * prefixes 0x, 0o, 0b and 0, single underscores between digits, hexadecimal floats with a `p` exponent,
 * imaginary and complex constants, 64 bits.
 */
export function readNumber(text: string): ReadNumber {
  if (text.endsWith('i') && isFloat(text.slice(0, -1))) return { type: 'complex' };
  if (INTEGER.test(text)) {
    if (fitsInteger(text)) return { type: 'int' };
    return { refused: `${text} doesn't fit in 64 bits` };
  }
  if (isFloat(text) && /[.eEpP]/.test(text)) return { type: 'float' };
  return { refused: `${text} is no number` };
}

/** Reads a constant like `1+2i`, which Go's scanner takes apart into two floats. */
export function readComplex(text: string): ReadNumber {
  const parts = COMPLEX.exec(text);
  if (parts && isFloat(parts[1] ?? '') && isFloat(parts[2] ?? '')) return { type: 'complex' };
  return { refused: `${text} is no complex number` };
}

/** -2⁶³ to 2⁶⁴-1; only unsigned ones without a sign. */
function fitsInteger(text: string): boolean {
  const [, prefix = '', digits = ''] =
    /^(0[xob]?)?0*(.*)$/.exec(text.replace(/[+_-]/g, '').toLowerCase()) ?? [];
  if (digits.length > 64) return false;
  const value = BigInt((prefix === '0' ? '0o' : prefix) + (digits || '0'));
  if (text.startsWith('-')) return value <= 1n << 63n;
  return value < (text.startsWith('+') ? 1n << 63n : 1n << 64n);
}

/** What strconv.ParseFloat takes: well-formed and not beyond the largest float64. */
function isFloat(text: string): boolean {
  if (!FLOAT.test(text)) return false;
  const plain = text.replace(/_/g, '').toLowerCase();
  const hex = /^[+-]?0x([0-9a-f]*)\.?([0-9a-f]*)p(.*)$/.exec(plain);
  if (!hex) return Number.isFinite(Number(plain));
  const [, whole = '', fraction = '', exponent = ''] = hex;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return true;
  const bits = digits.length * 4 - Math.clz32(parseInt(digits[0] ?? '', 16)) + 28;
  return roundedBits(digits, bits) + Number(exponent) - fraction.length * 4 <= 1024;
}

/** The bit length of the hexadecimal `digits` once rounded to the 53 bits of a float64. */
function roundedBits(digits: string, bits: number): number {
  if (bits <= 53) return bits;
  const value = BigInt(`0x${digits.slice(0, 15)}`);
  const top = value >> BigInt(value.toString(2).length - 54);
  return top === (1n << 54n) - 1n ? bits + 1 : bits;
}
