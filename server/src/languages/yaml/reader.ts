import type { YamlFault } from './nodes';

/** Everything outside of what YAML 1.1 allows in one UTF-16 code unit. */
const SUSPECT = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd]/g;

/** Stands in for a character that go-yaml refuses. */
const REPLACEMENT = '\ufffd';

/** Faults of characters are counted up to here; a binary file has no end of them. */
const MAX_FAULTS = 20;

export interface Reading {
  /** The text with every refused character replaced, offsets unchanged. */
  readonly text: string;
  /** The first of the refused characters, in order. */
  readonly faults: readonly YamlFault[];
}

/**
 * Finds the characters that go-yaml refuses anywhere: control characters, U+FFFE, U+FFFF and lone surrogates.
 * Source: go-yaml v3, readerc.go, yaml_parser_update_buffer.
 */
export function readCharacters(text: string): Reading {
  const faults: YamlFault[] = [];
  const pieces: string[] = [];
  let copied = 0;
  SUSPECT.lastIndex = 0;
  for (let match = SUSPECT.exec(text); match !== null; match = SUSPECT.exec(text)) {
    const at = match.index;
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) {
      SUSPECT.lastIndex = at + 2;
      continue;
    }
    if (faults.length < MAX_FAULTS) faults.push(characterFault(at, code));
    pieces.push(text.slice(copied, at), REPLACEMENT);
    copied = at + 1;
  }
  return copied === 0 ? { text, faults } : { text: pieces.join('') + text.slice(copied), faults };
}

function characterFault(at: number, code: number): YamlFault {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `control characters are not allowed: delete this one (${name})`;
  return { code: 'yaml/control-character', message, span: { from: at, to: at + 1 } };
}

/** How many bytes go-yaml reads at once. */
const CHUNK_BYTES = 512;

/**
 * Offset up to which go-yaml has read the text when it needs the character at `needed`: the end of a chunk.
 * A refused character before it is seen even where the document has ended.
 */
export function readAhead(text: string, needed: number): number {
  let at = 0;
  let room = CHUNK_BYTES;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (width > room) {
      if (at > needed) return at;
      room = CHUNK_BYTES;
    }
    room -= width;
    at += code > 0xffff ? 2 : 1;
  }
  return text.length;
}
