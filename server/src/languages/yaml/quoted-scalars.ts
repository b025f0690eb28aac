import {
  BACKSLASH,
  DOUBLE_QUOTE,
  SINGLE_QUOTE,
  hexValue,
  isBlank,
  isBreak,
  isSpaceOrEnd,
} from './characters';
import { SyntaxFault } from './faults';
import { foldLines } from './plain-scalars';
import type { ScalarSink } from './scalar-sink';
import type { Source } from './source';

/** What a backslash and one character stand for. `\/` isn't among them: go-yaml refuses it. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads a scalar in single or double quotes; leaves the source behind the closing quote.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_flow_scalar.
 */
export function readQuoted(source: Source, out: ScalarSink): void {
  const quote = source.peek();
  const start = source.pos++;
  for (;;) {
    if (source.atDocumentMarker()) throw unclosed(source, start, 'document indicator');
    if (source.atEnd) throw unclosed(source, start, 'end of stream');
    const escapedBreak = readWord(source, quote, out);
    if (source.peek() === quote) break;
    readSpace(source, escapedBreak, out);
  }
  source.pos++;
}

/** Reads up to white space or the closing quote; true if it stopped behind an escaped line break. */
function readWord(source: Source, quote: number, out: ScalarSink): boolean {
  let run = source.pos;
  for (;;) {
    const c = source.peek();
    if (c === quote) {
      if (quote === DOUBLE_QUOTE || source.peek(1) !== SINGLE_QUOTE) break;
      out.copy(run, source.pos);
      out.put("'", source.pos, source.pos + 2);
      run = source.pos += 2;
    } else if (c === BACKSLASH && quote === DOUBLE_QUOTE) {
      out.copy(run, source.pos);
      if (isBreak(source.peek(1))) {
        source.pos++;
        source.nextLine();
        return true;
      }
      readEscape(source, out);
      run = source.pos;
    } else if (isSpaceOrEnd(c)) {
      break;
    } else {
      source.pos++;
    }
  }
  out.copy(run, source.pos);
  return false;
}

/** Reads white space inside the quotes: blanks stay, line breaks are folded with the blanks around them. */
function readSpace(source: Source, afterEscapedBreak: boolean, out: ScalarSink): void {
  const from = source.pos;
  source.skipBlanks();
  if (!isBreak(source.peek())) {
    if (!afterEscapedBreak) out.copy(from, source.pos);
    return;
  }
  const breaks: number[] = [];
  while (isBlank(source.peek()) || isBreak(source.peek())) {
    if (isBreak(source.peek())) {
      breaks.push(source.pos);
      source.nextLine();
    } else {
      source.pos++;
    }
  }
  foldLines(source, { from, to: source.pos, breaks }, out, afterEscapedBreak);
}

function readEscape(source: Source, out: ScalarSink): void {
  const start = source.pos;
  const letter = source.text.charAt(start + 1);
  const value = ESCAPES[letter];
  if (value !== undefined) {
    source.pos += 2;
    out.put(value, start, source.pos);
    return;
  }
  const length = HEX_LENGTHS[letter];
  if (length === undefined) throw badEscape(source, start, 2, 'found unknown escape character');
  let code = 0;
  for (let i = 0; i < length; i++) {
    const digit = hexValue(source.peek(2 + i));
    if (digit < 0) throw badEscape(source, start, 2 + i, 'did not find expected hexadecimal digit');
    code = code * 16 + digit;
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw badEscape(source, start, 2 + length, 'found invalid Unicode character escape code');
  }
  source.pos += 2 + length;
  out.put(String.fromCodePoint(code), start, source.pos);
}

function badEscape(source: Source, start: number, width: number, problem: string): SyntaxFault {
  const to = Math.min(start + width, source.lineEnd(start));
  const escape = source.text.slice(start, to);
  return new SyntaxFault(
    'yaml/bad-escape',
    `${problem} \`${escape}\`: write \`\\\\\` for a backslash, or use single quotes`,
    start,
    to,
  );
}

function unclosed(source: Source, start: number, what: string): SyntaxFault {
  const to = source.lineEnd(start);
  const message = `found unexpected ${what} while scanning a quoted scalar: the quote opened here isn't closed`;
  return new SyntaxFault('yaml/unclosed-quote', message, start, to, source.pos);
}
