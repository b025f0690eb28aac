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

/** What Go prints as it is (package unicode `IsPrint`): letters, marks, numbers, punctuation, symbols and the space. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** A Go string literal of `text` (package strconv `Quote`, `QuoteToASCII`); `mark` is the quote. */
export function goQuote(text: string, ascii = false, mark = '"'): string {
  let quoted = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === mark) quoted += `\\${mark}`;
    else if (ESCAPES[character] !== undefined) quoted += ESCAPES[character];
    else if (PRINTABLE.test(character) && (!ascii || code < 0x80)) quoted += character;
    else if (code < 0x20 || code === 0x7f) quoted += `\\x${hex(code, 2)}`;
    else quoted += code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  }
  return mark + quoted + mark;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** True if `text` can stand between backquotes (package strconv `CanBackquote`). */
export function canBackquote(text: string): boolean {
  return !/[`\ufeff]|(?![\t\u0080-\u009f])\p{Cc}/u.test(text);
}
