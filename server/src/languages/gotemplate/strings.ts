import { lastAtOrBefore } from '../../text/line-index';
import type { OffsetMap, Refusal } from '../../text/region';
import type { Span } from '../../text/span';

/** A string constant's value, with the map between it and its literal, quotes included. */
export interface Unquoted {
  readonly value: string;
  readonly map: OffsetMap;
}

/** Where a literal is no valid string, from its first character on. */
export interface BadEscape {
  readonly refused: string;
  readonly from: number;
  readonly to: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const CODE = /x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}/y;

/**
 * Decodes a Go string literal (`"…"` or `` `…` ``), as strconv.Unquote does. A byte escape beyond ASCII
 * (`\xe9`) stands for a byte that is no character by itself; it reads as U+FFFD here.
 */
export function unquote(literal: string): Unquoted | BadEscape {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) return replaceEach(body, 1, '\r', () => ['', 1]);
  let bad: BadEscape | undefined;
  const decoded = replaceEach(body, 1, '\\', (at) => {
    const escape = readEscape(body, at);
    if (!('refused' in escape)) return escape;
    bad ??= escape;
    return ['', 2];
  });
  return bad ?? decoded;
}

/**
 * The text that a format of Go's package fmt stands for, where `%%` is a percent sign and every verb stays as
 * it is: the verbs are holes in it.
 */
export function expandFormat(format: string): Unquoted & { readonly holes: readonly Span[] } {
  const verb = /%[^%a-zA-Z]*[%a-zA-Z]?/y;
  const holes: Span[] = [];
  let removed = 0;
  const decoded = replaceEach(format, 0, '%', (at) => {
    verb.lastIndex = at;
    const written = verb.exec(format)?.[0] ?? '%';
    if (written === '%%') {
      removed++;
      return ['%', 2];
    }
    holes.push({ from: at - removed, to: at - removed + written.length });
    return [written, written.length];
  });
  return { ...decoded, holes };
}

/** `text`, as it is written between the quotes of `literal`'s kind; or why it can't be. */
export function quote(text: string, raw: boolean): string | Refusal {
  if (!raw) return JSON.stringify(text).slice(1, -1);
  return text.includes('`') ? { refused: 'a string in backquotes holds no backquote' } : text;
}

/** Reads a character constant such as `'a'` or `'\n'`: exactly one character between the quotes. */
export function checkCharacter(literal: string): BadEscape | undefined {
  const body = literal.slice(1, -1);
  let length = (body.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  if (body.startsWith('\\')) {
    const escape = readEscape(body, 0, "'");
    if ('refused' in escape) return escape;
    length = escape[1];
  }
  if (body.length === length) return undefined;
  return { refused: 'a character constant holds one character', from: 0, to: literal.length };
}

type Escape = readonly [value: string, length: number];

/** Copies `body`, which begins at `base` of its literal, but for what `read` makes of each `special`. */
function replaceEach(body: string, base: number, special: string, read: (at: number) => Escape): Unquoted {
  // Where the stretches start, in the value and in the literal; the last are the ends.
  const inValue = [0];
  const inLiteral = [base];
  let value = '';
  let at = 0;
  for (;;) {
    const next = body.indexOf(special, at);
    value += body.slice(at, next < 0 ? undefined : next);
    if (next < 0) break;
    const [text, length] = read(next);
    if (text !== '') {
      inValue.push(value.length);
      inLiteral.push(next + base);
      value += text;
    }
    at = next + length;
    inValue.push(value.length);
    inLiteral.push(at + base);
  }
  inValue.push(value.length);
  inLiteral.push(body.length + base);
  return { value, map: stretches(inValue, inLiteral) };
}

function readEscape(body: string, at: number, quote = '"'): Escape | BadEscape {
  const letter = body[at + 1] ?? '';
  const simple = letter === quote ? quote : SIMPLE[letter];
  if (simple !== undefined) return [simple, 2];
  CODE.lastIndex = at + 1;
  const code = CODE.exec(body)?.[0];
  const from = at + 1;
  if (code === undefined) {
    return {
      refused: `"\\${letter}" is no escape that Go knows; write "\\\\" for a backslash`,
      from,
      to: from + 2,
    };
  }
  const isByte = code.startsWith('x') || /^[0-7]/.test(code);
  const value = /^[0-7]/.test(code) ? parseInt(code, 8) : parseInt(code.slice(1), 16);
  const limit = isByte ? 0xff : 0x10ffff;
  if (value > limit || (!isByte && value >= 0xd800 && value <= 0xdfff)) {
    return { refused: `"\\${code}" is no character`, from, to: from + code.length + 1 };
  }
  return [isByte && value > 0x7f ? '\ufffd' : String.fromCodePoint(value), code.length + 1];
}

/** Exact within stretches; what is longer on one side is reached at its start or its end only. */
function stretches(inValue: readonly number[], inLiteral: readonly number[]): OffsetMap {
  const [start = 0] = inLiteral;
  const ends = { value: inValue.at(-1) ?? 0, literal: inLiteral.at(-1) ?? 0 };
  return {
    toHost: (offset, side = 'start') => {
      const at = Math.max(0, Math.min(offset, ends.value));
      // An end stays behind the character before it, whatever was dropped after that.
      return along(inValue, inLiteral, at, lastAtOrBefore(inValue, side === 'end' ? at - 0.5 : at));
    },
    toFragment: (offset) => {
      const at = Math.max(start, Math.min(offset, ends.literal));
      return along(inLiteral, inValue, at, lastAtOrBefore(inLiteral, at));
    },
  };
}

/** The offset on the other side of `at`, which lies in the stretch `index`. */
function along(from: readonly number[], to: readonly number[], at: number, index: number): number {
  const stretch = Math.max(0, index);
  const start = to[stretch] ?? 0;
  const end = to[stretch + 1] ?? start;
  return at >= (from[stretch + 1] ?? Infinity) ? end : Math.min(start + at - (from[stretch] ?? 0), end);
}
