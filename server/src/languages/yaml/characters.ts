/** Character classes of YAML 1.1 as go-yaml reads them, for UTF-16 code units. */

export const END = 0;
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const ASTERISK = 42;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const ZERO = 48;
export const COLON = 58;
export const LESS = 60;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
export const NEXT_LINE = 0x85;
export const LINE_SEPARATOR = 0x2028;
export const PARAGRAPH_SEPARATOR = 0x2029;
export const BYTE_ORDER_MARK = 0xfeff;

const WORD_END = 1;
const FLOW_INDICATOR = 2;
const NO_PLAIN_START = 4;
const WORD = 8;
const TAG_URI = 16;

const classes = new Uint8Array(128);
function mark(characters: string, flag: number): void {
  for (const c of characters) classes[c.charCodeAt(0)] = (classes[c.charCodeAt(0)] ?? 0) | flag;
}
mark('\0\t\n\r ', WORD_END);
mark(',?[]{}', FLOW_INDICATOR);
mark('-?:,[]{}#&*!|>\'"%@`', NO_PLAIN_START);
mark('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-', WORD | TAG_URI);
mark(";/?:@&=+$,.!~*'()[]%", TAG_URI);

function has(c: number, flag: number): boolean {
  return c < 128 && ((classes[c] ?? 0) & flag) !== 0;
}

/** Space or tab. */
export function isBlank(c: number): boolean {
  return c === SPACE || c === TAB;
}

/** LF, CR, NEL, LS or PS. */
export function isBreak(c: number): boolean {
  return c === LF || c === CR || c === NEXT_LINE || c === LINE_SEPARATOR || c === PARAGRAPH_SEPARATOR;
}

export function isBreakOrEnd(c: number): boolean {
  return c === END || isBreak(c);
}

/** What separates words: a blank, a line break or the end of the text. */
export function isSpaceOrEnd(c: number): boolean {
  return c < 128
    ? ((classes[c] ?? 0) & WORD_END) !== 0
    : c === NEXT_LINE || c === LINE_SEPARATOR || c === PARAGRAPH_SEPARATOR;
}

/** `,?[]{}`: what ends a plain scalar in a flow collection. */
export function isFlowIndicator(c: number): boolean {
  return has(c, FLOW_INDICATOR);
}

/** The indicators, which a plain scalar can't start with (`-`, `?` and `:` can, before a non-space). */
export function isIndicator(c: number): boolean {
  return has(c, NO_PLAIN_START);
}

/** What names of anchors, tag handles and directives are made of. */
export function isWord(c: number): boolean {
  return has(c, WORD);
}

export function isTagCharacter(c: number): boolean {
  return has(c, TAG_URI);
}

export function isDigit(c: number): boolean {
  return c >= ZERO && c <= 57;
}

/** The value of a hexadecimal digit; -1 for anything else. */
export function hexValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const lower = c | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
