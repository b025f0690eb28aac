/** The value of a string literal. */
export interface Unquoted {
  readonly value: string;
  /** False where `\x` and octal escapes make bytes that aren't UTF-8, which a string here can't hold. */
  readonly isUtf8: boolean;
}

const SHORT: Readonly<Record<string, number | undefined>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
};

/**
 * What a string literal stands for, as Prometheus' util/strutil/quote.go has it. `source` is the literal with its
 * quotes of any of the three kinds; without a closing quote it is read to its end. Escapes that are wrong stay as
 * they are.
 */
export function unquote(source: string): Unquoted {
  const quote = source.charAt(0);
  const isClosed = source.length > 1 && source.endsWith(quote);
  const inside = source.slice(1, isClosed ? -1 : undefined);
  if (quote === '`' || !inside.includes('\\')) return { value: inside, isUtf8: true };
  return unescape(inside);
}

const ESCAPE = /\\(?:x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gsu;

function unescape(inside: string): Unquoted {
  let value = '';
  let isUtf8 = true;
  /** Bytes of number escapes in a row, which may be one character together. */
  let bytes: number[] = [];
  const flush = (): void => {
    if (bytes.length === 0) return;
    const decoded = decode(bytes);
    value += decoded.value;
    isUtf8 &&= decoded.isUtf8;
    bytes = [];
  };
  let last = 0;
  for (const match of inside.matchAll(ESCAPE)) {
    const [all, hex, octal, u4, u8, letter] = match;
    const byte = hex === undefined ? octal && parseInt(octal, 8) & 0xff : parseInt(hex, 16);
    if (match.index > last || typeof byte !== 'number') flush();
    value += inside.slice(last, match.index);
    last = match.index + all.length;
    if (typeof byte === 'number') bytes.push(byte);
    else value += escaped(all, u4 ?? u8, letter);
  }
  flush();
  return { value: value + inside.slice(last), isUtf8 };
}

function escaped(all: string, point: string | undefined, letter: string | undefined): string {
  if (point !== undefined) {
    const code = parseInt(point, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  }
  const code = letter === undefined ? undefined : SHORT[letter];
  if (code !== undefined) return String.fromCharCode(code);
  return letter === '\\' || letter === '"' || letter === "'" ? letter : all;
}

function decode(bytes: readonly number[]): Unquoted {
  const array = Uint8Array.from(bytes);
  try {
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(array), isUtf8: true };
  } catch {
    return { value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(array), isUtf8: false };
  }
}

/**
 * `value` as it is written between two of `quote`; undefined for what has no way to be: a backquote between backquotes.
 * Another character than a quote asks for the value as it is.
 */
export function escapeFor(quote: string, value: string): string | undefined {
  if (quote === '`') return value.includes('`') ? undefined : value;
  if (quote !== '"' && quote !== "'") return value;
  return value.replaceAll(/[\\"'\n]/g, (c) =>
    c === '\n' ? '\\n' : c === '\\' || c === quote ? `\\${c}` : c,
  );
}
