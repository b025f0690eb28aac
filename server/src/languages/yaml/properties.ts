import {
  DOT,
  EXCLAMATION,
  GREATER,
  HASH,
  LESS,
  PERCENT,
  hexValue,
  isBlank,
  isDigit,
  isSpaceOrEnd,
  isTagCharacter,
  isWord,
} from './characters';
import { utf8Width } from './bytes';
import type { SyntaxCode } from './faults';
import { SyntaxFault } from './faults';
import type { Source } from './source';

/** What may follow the name of an anchor or alias without white space. */
const AFTER_ANCHOR = '?:,]}%@`';

/**
 * Reads `&name` or `*name`; gives the name.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_anchor.
 */
export function readAnchor(source: Source, what: 'anchor' | 'alias'): string {
  const start = source.pos++;
  const name = readWord(source);
  const c = source.peek();
  if (name === '' || !(isSpaceOrEnd(c) || AFTER_ANCHOR.includes(String.fromCharCode(c)))) {
    const message = `did not find expected alphabetic or numeric character while scanning an ${what}: its name takes letters, digits, - and _`;
    throw wordFault(source, `yaml/${what}`, message, start);
  }
  return name;
}

function readWord(source: Source): string {
  const from = source.pos;
  while (isWord(source.peek())) source.pos++;
  return source.text.slice(from, source.pos);
}

/** A fault of the word that starts at `start`, which reaches to the next white space. */
function wordFault(source: Source, code: SyntaxCode, message: string, start: number): SyntaxFault {
  let to = Math.max(start + 1, source.pos);
  while (!isSpaceOrEnd(source.at(to))) to++;
  return new SyntaxFault(code, message, start, Math.min(to, source.length), source.pos);
}

/** A tag as written: `!!str` has the handle `!!` and the suffix `str`; `!<uri>` and `!` have an empty handle. */
export interface Tag {
  readonly handle: string;
  readonly suffix: string;
}

/**
 * Reads `!<uri>`, `!handle!suffix`, `!suffix` or `!`.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_tag.
 */
export function readTag(source: Source): Tag {
  const start = source.pos;
  const tag = source.peek(1) === LESS ? readVerbatimTag(source, start) : readShortTag(source, start);
  if (!isSpaceOrEnd(source.peek())) {
    throw wordFault(
      source,
      'yaml/tag',
      'did not find expected whitespace or line break behind the tag',
      start,
    );
  }
  return tag;
}

function readVerbatimTag(source: Source, start: number): Tag {
  source.pos += 2;
  const suffix = readTagUri(source, start, false);
  if (source.peek() !== GREATER) {
    throw wordFault(source, 'yaml/tag', "did not find the expected '>' of the tag", start);
  }
  source.pos++;
  return { handle: '', suffix };
}

function readShortTag(source: Source, start: number): Tag {
  const head = readTagHandle(source);
  if (head.length > 1 && head.endsWith('!')) {
    return { handle: head, suffix: readTagUri(source, start, false) };
  }
  const suffix = head.slice(1) + readTagUri(source, start, true);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** Reads `!`, `!word` or `!word!`. */
function readTagHandle(source: Source): string {
  source.pos++;
  const word = readWord(source);
  if (source.peek() !== EXCLAMATION) return `!${word}`;
  source.pos++;
  return `!${word}!`;
}

function readTagUri(source: Source, start: number, mayBeEmpty: boolean): string {
  const from = source.pos;
  let run = from;
  let uri = '';
  while (isTagCharacter(source.peek())) {
    if (source.peek() === PERCENT) {
      uri += source.text.slice(run, source.pos) + readUriEscape(source, start);
      run = source.pos;
    } else {
      source.pos++;
    }
  }
  if (source.pos === from && !mayBeEmpty) {
    throw wordFault(source, 'yaml/tag', 'did not find expected tag URI', start);
  }
  return uri + source.text.slice(run, source.pos);
}

/** Reads the `%xx` octets of one UTF-8 character. */
function readUriEscape(source: Source, start: number): string {
  const octets: number[] = [];
  let width = 1;
  while (octets.length < width) {
    const high = hexValue(source.peek(1));
    const low = hexValue(source.peek(2));
    if (source.peek() !== PERCENT || high < 0 || low < 0) {
      throw wordFault(source, 'yaml/tag', 'did not find URI escaped octet', start);
    }
    const octet = high * 16 + low;
    if (octets.length === 0) width = utf8Width(octet);
    if (width === 0 || (octets.length > 0 && (octet & 0xc0) !== 0x80)) {
      throw wordFault(source, 'yaml/tag', 'found an incorrect UTF-8 octet in the tag', start);
    }
    octets.push(octet);
    source.pos += 3;
  }
  return new TextDecoder().decode(Uint8Array.from(octets));
}

export type Directive =
  | { readonly name: 'YAML'; readonly major: number; readonly minor: number }
  | { readonly name: 'TAG'; readonly handle: string; readonly prefix: string };

/**
 * Reads a `%YAML` or `%TAG` line and its line break.
 * Rules: go-yaml v3, scannerc.go, yaml_parser_scan_directive.
 */
export function readDirective(source: Source): Directive {
  const start = source.pos++;
  const fail = (message: string): never => {
    throw new SyntaxFault('yaml/directive', message, start, source.lineEnd(start), source.pos);
  };
  const name = readWord(source);
  if (name === '') fail("could not find expected directive name: put a value that starts with '%' in quotes");
  if (!isSpaceOrEnd(source.peek())) fail('found unexpected non-alphabetical character in the directive name');
  const directive = readDirectiveValue(source, name, start, fail);
  source.skipBlanks();
  if (source.peek() === HASH) source.skipToLineEnd();
  if (!isSpaceOrEnd(source.peek())) fail('did not find expected comment or line break behind the directive');
  source.skipBreak();
  return directive;
}

function readDirectiveValue(
  source: Source,
  name: string,
  start: number,
  fail: (message: string) => never,
): Directive {
  source.skipBlanks();
  switch (name) {
    case 'YAML': {
      const major = readVersionNumber(source, fail);
      if (source.peek() !== DOT) fail("did not find expected digit or '.' character in the YAML version");
      source.pos++;
      return { name, major, minor: readVersionNumber(source, fail) };
    }
    case 'TAG': {
      if (source.peek() !== EXCLAMATION) fail("did not find expected '!' of the tag handle");
      const handle = readTagHandle(source);
      if (handle !== '!' && !handle.endsWith('!')) fail("did not find expected '!' behind the tag handle");
      if (!isBlank(source.peek())) fail('did not find expected whitespace behind the tag handle');
      source.skipBlanks();
      const prefix = readTagUri(source, start, false);
      if (!isSpaceOrEnd(source.peek()))
        fail('did not find expected whitespace or line break behind the prefix');
      return { name, handle, prefix };
    }
    default:
      return fail(`found unknown directive name \`%${name}\`: quote a value that starts with \`%\``);
  }
}

function readVersionNumber(source: Source, fail: (message: string) => never): number {
  const from = source.pos;
  while (isDigit(source.peek())) source.pos++;
  const digits = source.text.slice(from, source.pos);
  if (digits === '') fail('did not find expected version number');
  if (digits.length > 2) fail('found extremely long version number');
  return Number(digits);
}
