import { unquote } from '../strings';
import { fail, float, int, type GoValue } from './values';

/** The value of a number as it is written, where nothing else decides about its type (text/template `idealConstant`). */
export function constant(text: string, type: 'int' | 'float' | 'complex'): GoValue {
  if (text.startsWith("'")) return int(characterCode(text));
  const plain = text.replaceAll('_', '');
  switch (type) {
    case 'int': {
      const value = readInteger(plain);
      if (value >= 1n << 63n || value < -(1n << 63n)) return fail(`${text} overflows int`);
      return int(value);
    }
    case 'float':
      return float(readFloat(plain));
    case 'complex': {
      const [, re = '', im = ''] = /^(.*?[^eEpP])??([+-]?[^+-]+(?:[eEpP][+-][^+-]+)?)i$/.exec(plain) ?? [];
      return { kind: 'complex', re: readFloat(re), im: readFloat(im) };
    }
  }
}

/** Go's type `int` for a number that may be written as a float without a fraction: `1e3` where an int is due. */
export function integerConstant(text: string, type: 'int' | 'float' | 'complex'): bigint | undefined {
  const value = constant(text, type);
  if (value.kind === 'int') return value.value;
  return value.kind === 'float' && Number.isInteger(value.value) ? BigInt(value.value) : undefined;
}

function characterCode(literal: string): number {
  const body = literal.slice(1, -1).replace(/^\\'$/, "'").replace(/^"$/, '\\"');
  const read = unquote(`"${body}"`);
  return 'refused' in read ? 0 : (read.value.codePointAt(0) ?? 0);
}

function readInteger(text: string): bigint {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[+-]/, '').toLowerCase();
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return negative ? -value : value;
}

function readFloat(text: string): number {
  const hex = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)$/.exec(text);
  if (!hex) return Number(text);
  const [, sign, whole = '', fraction = '', exponent] = hex;
  const size = parseInt(`${whole}${fraction}` || '0', 16) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}
