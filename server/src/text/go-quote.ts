/** Strings as Go writes them (package strconv), which is how messages and expressions print them. */

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

/** What Go prints as it is (`IsPrint`): letters, marks, numbers, punctuation, symbols and the space. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

const HALF = /[\ud800-\udfff]/u;

/** How a literal is written: within which quotes, and whether in ASCII only (`QuoteToASCII`). */
export interface GoQuoting {
  readonly mark?: string;
  readonly ascii?: boolean;
}

/** A Go string literal of `text` (`Quote`). */
export function goQuote(text: string, quoting: GoQuoting = {}): string {
  const { mark = '"' } = quoting;
  return mark + goEscape(text, quoting) + mark;
}

/** `text` as it stands in a Go string literal. Half of a surrogate pair is U+FFFD, as in any text that Go gets. */
export function goEscape(text: string, { mark = '"', ascii = false }: GoQuoting = {}): string {
  let escaped = '';
  for (const character of text) {
    if (character === mark) escaped += `\\${mark}`;
    else escaped += ESCAPES[character] ?? escapeCharacter(character, ascii);
  }
  return escaped;
}

function escapeCharacter(character: string, ascii: boolean): string {
  const shown = HALF.test(character) ? '\ufffd' : character;
  const code = shown.codePointAt(0) ?? 0;
  if (PRINTABLE.test(shown) && (!ascii || code < 0x80)) return shown;
  if (code < 0x80) return goByte(code);
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** The escape of a byte, which is how a literal writes one that is no UTF-8. */
export function goByte(byte: number): string {
  return `\\x${hex(byte, 2)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** True if `text` can stand between backquotes (`CanBackquote`). */
export function canBackquote(text: string): boolean {
  return !/[`\ufeff]|(?![\t\u0080-\u009f])\p{Cc}/u.test(text);
}
