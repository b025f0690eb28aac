import { canBackquote, goQuote } from '../../../text/go-quote';
import { bytesOf } from './bytes';
import { formatFloat, formatInteger, type NumberFormat } from './format-number';
import { plainText, stringOf } from './print';
import { goType, sortedEntries, type GoValue } from './values';

interface Verb extends NumberFormat {
  readonly letter: string;
  readonly minus: boolean;
  readonly zero: boolean;
  readonly width: number;
}

const VERB = /%([-+# 0]*)(\*|[0-9]*)(?:(\.)(\*|[0-9]*))?(.)?/gsu;

/** Wider fields than this are not padded: the result would be of no use. */
const WIDEST = 10_000;

/** Text made by a format, as Go's fmt.Sprintf makes it. Positions of arguments (`%[1]d`) are not known. */
export function sprintf(format: string, values: readonly GoValue[]): string {
  let used = 0;
  const next = (): GoValue | undefined => values[used++];
  const number = (written: string | undefined): number | undefined => {
    if (written !== '*') return written === undefined ? undefined : Number(written);
    const value = next();
    return value?.kind === 'int' ? Number(value.value) : undefined;
  };
  const text = format.replace(
    VERB,
    (
      _,
      flags: string,
      width: string,
      dot: string | undefined,
      precision: string | undefined,
      letter?: string,
    ) => {
      const wide = number(width) ?? 0;
      const exact = dot === undefined ? undefined : number(precision);
      if (letter === undefined) return '%!(NOVERB)';
      if (letter === '%') return '%';
      const value = next();
      if (!value) return `%!${letter}(MISSING)`;
      const minus = flags.includes('-') || wide < 0;
      return write(value, {
        letter,
        minus,
        plus: flags.includes('+'),
        space: flags.includes(' '),
        sharp: flags.includes('#'),
        zero: flags.includes('0') && !minus,
        width: Math.min(WIDEST, Math.abs(wide)),
        precision: exact === undefined ? undefined : Math.min(WIDEST, exact),
      });
    },
  );
  if (used >= values.length) return text;
  const extra = values
    .slice(used)
    .map((value) => (value.kind === 'none' ? '<nil>' : `${goType(value)}=${plainText(value)}`));
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}

function write(value: GoValue, verb: Verb): string {
  if (verb.letter === 'T') return padded(value.kind === 'none' ? '<nil>' : goType(value), verb);
  if (value.kind === 'none') return verb.letter === 'v' ? padded('<nil>', verb) : `%!${verb.letter}(<nil>)`;
  return compound(value, verb);
}

function compound(value: GoValue, verb: Verb): string {
  if (verb.letter === 'p') return bad(value, verb);
  const method =
    'vsxXq'.includes(verb.letter) && !(verb.letter === 'v' && verb.sharp) ? stringOf(value) : undefined;
  if (method !== undefined) return writeString(method, value, verb);
  const inner = (one: GoValue): string => (one.kind === 'none' ? padded('<nil>', verb) : compound(one, verb));
  switch (value.kind) {
    case 'map':
      return `map[${sortedEntries(value)
        .map(
          ([key, one]) =>
            `${writeString(key, { kind: 'string', value: key, type: 'string' }, verb)}:${inner(one)}`,
        )
        .join(' ')}]`;
    case 'list':
      return `[${value.items.map(inner).join(' ')}]`;
    case 'struct':
      return `{${[...value.fields].map(([name, one]) => (verb.plus && verb.letter === 'v' ? `${name}:` : '') + inner(one)).join(' ')}}`;
    default:
      return scalar(value, verb);
  }
}

function scalar(value: GoValue, verb: Verb): string {
  switch (value.kind) {
    case 'string':
      return writeString(value.value, value, verb);
    case 'bool':
      return 'tv'.includes(verb.letter) ? padded(String(value.value), verb) : bad(value, verb);
    case 'int':
      return writeInteger(value.value, value, verb);
    case 'float':
      return 'veEfFgGbxX'.includes(verb.letter) ? writeFloat(value.value, verb) : bad(value, verb);
    case 'complex':
      return 'veEfFgGbxX'.includes(verb.letter)
        ? `(${writeFloat(value.re, verb)}${writeImaginary(value.im, verb)}i)`
        : bad(value, verb);
    default:
      return verb.letter === 'v' ? plainText(value) : bad(value, verb);
  }
}

/** A verb that doesn't fit: Go shows the type and the value, in the same width. */
function bad(value: GoValue, verb: Verb): string {
  return `%!${verb.letter}(${goType(value)}=${scalar(value, { ...verb, letter: 'v' })})`;
}

function writeString(text: string, value: GoValue, verb: Verb): string {
  const { letter, precision, sharp, plus, space } = verb;
  const cut = precision === undefined ? text : Array.from(text).slice(0, precision).join('');
  switch (letter) {
    case 'v':
      return padded(sharp ? goQuote(text) : cut, verb);
    case 's':
      return padded(cut, verb);
    case 'q':
      return padded(sharp && canBackquote(cut) ? `\`${cut}\`` : goQuote(cut, { ascii: plus }), verb);
    case 'x':
    case 'X': {
      const bytes = [...bytesOf(text).slice(0, precision)].map((byte) => byte.toString(16).padStart(2, '0'));
      const prefix = sharp ? '0x' : '';
      const hex = space
        ? bytes.map((byte) => prefix + byte).join(' ')
        : bytes.length > 0
          ? prefix + bytes.join('')
          : '';
      return padded(letter === 'X' ? hex.toUpperCase() : hex, verb);
    }
    default:
      return bad(value, verb);
  }
}

function writeInteger(number: bigint, value: GoValue, verb: Verb): string {
  const { letter, plus } = verb;
  switch (letter) {
    case 'c':
      return padded(character(number), verb);
    case 'q':
      return padded(goQuote(character(number), { ascii: plus, mark: "'" }), verb);
    case 'U': {
      const code = `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;
      return padded(verb.sharp ? `${code} '${character(number)}'` : code, verb);
    }
    default:
      if (!'vdboOxX'.includes(letter)) return bad(value, verb);
      return paddedNumber(formatInteger(number, letter, signs(verb)), verb, verb.precision === undefined);
  }
}

function character(number: bigint): string {
  const isOne = number >= 0n && number <= 0x10ffffn && !(number >= 0xd800n && number <= 0xdfffn);
  return isOne ? String.fromCodePoint(Number(number)) : '\ufffd';
}

function writeFloat(value: number, verb: Verb): string {
  const text = formatFloat(value, verb.letter === 'v' ? 'g' : verb.letter, signs(verb));
  return paddedNumber(text, verb, Number.isFinite(value));
}

function writeImaginary(value: number, verb: Verb): string {
  return writeFloat(value, { ...verb, letter: verb.letter === 'v' ? 'g' : verb.letter, plus: true });
}

/** `%+v` and `%#v` ask for more about structs, not for signs. */
function signs(verb: Verb): NumberFormat {
  return verb.letter === 'v' ? { ...verb, plus: false, sharp: false } : verb;
}

/** Zeros stand behind the sign. */
function paddedNumber(text: string, verb: Verb, canZero: boolean): string {
  if (!verb.zero || !canZero) return padded(text, { ...verb, zero: false });
  const sign = /^[+\- ]/.test(text) ? text.charAt(0) : '';
  return sign + text.slice(sign.length).padStart(verb.width - sign.length, '0');
}

function padded(text: string, { width, minus, zero }: Pick<Verb, 'width' | 'minus' | 'zero'>): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  return minus ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text;
}
