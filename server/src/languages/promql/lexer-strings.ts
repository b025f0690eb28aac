import type { Span } from '../../text/span';
import type { PromqlCode } from './codes';

/** How far a string reaches, and the first thing that is wrong with it. */
export interface ScannedString {
  /** Behind the closing quote; the text's end where there is none. */
  readonly end: number;
  readonly problem?: { readonly code: PromqlCode; readonly message: string };
}

const BACKSLASH = 92;
const LINE_FEED = 10;
/** What a decoder makes of bytes that aren't UTF-8; upstream can't tell it from them and refuses it. */
const REPLACEMENT = 0xfffd;

/**
 * The string in single or double quotes that starts at `from`, as `lexString` and `lexEscape` in Prometheus'
 * promql/parser/lex.go read it. Placeholders in `holes` are jumped over, whatever they hold.
 */
export function scanString(text: string, from: number, holes: readonly Span[]): ScannedString {
  const quote = text.charCodeAt(from);
  let problem: ScannedString['problem'];
  let hole = 0;
  for (let at = from + 1; at < text.length;) {
    const c = text.charCodeAt(at);
    const ahead = holes[hole];
    if (ahead && at >= ahead.from) {
      at = Math.max(at, ahead.to);
      hole++;
    } else if (c === quote) {
      return { end: at + 1, problem };
    } else if (c === LINE_FEED) {
      break;
    } else if (c === BACKSLASH) {
      const message = escapeProblem(text, at + 1, quote);
      if (message !== undefined) problem ??= { code: 'promql/string-escape', message };
      // The character behind the backslash is never the closing quote, except where it doesn't belong to the escape.
      at += 2;
    } else {
      if (c === REPLACEMENT) problem ??= NOT_UTF8;
      at++;
    }
  }
  const shown = String.fromCharCode(quote);
  const unclosed = {
    code: 'promql/unclosed',
    message: `unterminated quoted string: write the closing ${shown}`,
  } as const;
  return { end: text.length, problem: problem ?? unclosed };
}

/** The string in back quotes that starts at `from`: no escapes, and it may hold line breaks. */
export function scanRawString(text: string, from: number, holes: readonly Span[]): ScannedString {
  let close = text.indexOf('`', from + 1);
  for (const hole of holes) {
    if (close < 0 || close < hole.from) break;
    if (close < hole.to) close = text.indexOf('`', hole.to);
  }
  if (close < 0) {
    const message = 'unterminated raw string: write the closing `';
    return { end: text.length, problem: { code: 'promql/unclosed', message } };
  }
  const bad = text.indexOf('\ufffd', from);
  return { end: close + 1, problem: bad >= 0 && bad < close ? NOT_UTF8 : undefined };
}

const NOT_UTF8 = {
  code: 'promql/string-escape',
  message:
    'invalid UTF-8 rune in a string: U+FFFD stands for bytes that could not be decoded; write "\\ufffd" if it is meant',
} as const;

const SHORT_ESCAPES = 'abfnrtv\\';

/** Number escapes: how many digits of which base follow, and whether the letter itself is the first of them. */
const NUMBER_ESCAPES: Readonly<
  Record<string, { readonly digits: number; readonly base: 8 | 16 } | undefined>
> = {
  x: { digits: 2, base: 16 },
  u: { digits: 4, base: 16 },
  U: { digits: 8, base: 16 },
};

/** What is wrong with the escape whose backslash is before `at`. */
function escapeProblem(text: string, at: number, quote: number): string | undefined {
  const letter = text.charAt(at);
  if (letter === '') return 'escape sequence not terminated';
  if (SHORT_ESCAPES.includes(letter) || letter.charCodeAt(0) === quote) return undefined;
  const isOctal = letter >= '0' && letter <= '7';
  const escape = isOctal ? { digits: 3, base: 8 } : NUMBER_ESCAPES[letter];
  if (!escape) {
    const shown = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return `unknown escape sequence '\\${shown}': write '\\\\${shown}' for a backslash`;
  }
  const first = isOctal ? at : at + 1;
  for (let i = first; i < first + escape.digits; i++) {
    const digit = text.charAt(i);
    if (digit === '') return 'escape sequence not terminated';
    if (!/[0-9a-f]/i.test(digit) || parseInt(digit, 16) >= escape.base) {
      return `illegal character '${digit}' in escape sequence: ${escape.digits} ${escape.base === 8 ? 'octal' : 'hexadecimal'} digits are due`;
    }
  }
  const value = parseInt(text.slice(first, first + escape.digits), escape.base);
  const most = letter === 'u' || letter === 'U' ? 0x10ffff : 255;
  const isSurrogate = value >= 0xd800 && value < 0xe000;
  return value > most || isSurrogate ? 'escape sequence is an invalid Unicode code point' : undefined;
}
