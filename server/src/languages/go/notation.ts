import type { Escape, Notation } from '../code/string-region';

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);
const WRITTEN_ESCAPES = new Map([...SIMPLE_ESCAPES].map(([letter, text]) => [text, letter]));

const ESCAPE = /\\(?:[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^]|$)/g;

/** How Go writes text between double quotes: https://go.dev/ref/spec#String_literals */
export const INTERPRETED: Notation = {
  decode(raw) {
    if (/(?<!\\)(?:\\\\)*["\n]/.test(raw)) return undefined;
    const escapes: Escape[] = [];
    for (const { 0: written, index } of raw.matchAll(ESCAPE)) {
      const text = decodeEscape(written.slice(1));
      if (text === undefined) return undefined;
      escapes.push({ from: index, to: index + written.length, text });
    }
    return escapes;
  },
  encode: (text) =>
    text.replace(/["\\\p{Cc}\u2028\u2029\ufeff]/gu, (c) => {
      const letter = WRITTEN_ESCAPES.get(c);
      return letter === undefined ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : `\\${letter}`;
    }),
};

/** How Go writes text between back quotes: as it is, without carriage returns. */
export const RAW: Notation = {
  decode(raw) {
    if (raw.includes('`')) return undefined;
    return Array.from(raw.matchAll(/\r/g), ({ index }) => ({ from: index, to: index + 1, text: '' }));
  },
  encode: (text) => (/[`\r]/.test(text) ? undefined : text),
};

/** What stands behind a backslash, decoded. Bytes that are no characters by themselves aren't put together. */
function decodeEscape(written: string): string | undefined {
  const simple = SIMPLE_ESCAPES.get(written);
  if (simple !== undefined) return simple;
  const isOctal = /^[0-7]{3}$/.test(written);
  const code = isOctal ? parseInt(written, 8) : parseInt(/^[xuU](.+)$/.exec(written)?.[1] ?? '', 16);
  if (Number.isNaN(code) || code > 0x10_ff_ff) return undefined;
  const isByte = isOctal || written.startsWith('x');
  return isByte && code > 0x7f ? '\ufffd' : String.fromCodePoint(code);
}
