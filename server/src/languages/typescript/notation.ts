import type { Escape, Notation } from '../code/string-region';

/** Escapes of one character (ECMAScript, SingleEscapeCharacter). */
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['v', '\v'],
  ['f', '\f'],
]);
const LETTERS: ReadonlyMap<string, string> = new Map([...ESCAPED].map(([letter, text]) => [text, letter]));

const ESCAPE_SOURCE = String.raw`\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{0*(?:10|[\da-fA-F])?[\da-fA-F]{1,4}\}|[0-3]?[0-7]{1,2}|[^])`;
const QUOTED_ESCAPE = new RegExp(ESCAPE_SOURCE, 'g');
/** Line breaks of a template are line feeds, however the file breaks its lines (ECMAScript, "TV"). */
const TEMPLATE_ESCAPE = new RegExp(String.raw`${ESCAPE_SOURCE}|\r\n?`, 'g');
const RAW_ESCAPE = /\r\n?/g;

const NO_ESCAPES: readonly Escape[] = [];

function escapes(raw: string, pattern: RegExp): readonly Escape[] {
  return Array.from(raw.matchAll(pattern), (match) => {
    const [written] = match;
    return { from: match.index, to: match.index + written.length, text: unescaped(written) };
  });
}

/** What an escape, or a line break of a template, stands for (ECMAScript, "Static Semantics: SV"). */
function unescaped(written: string): string {
  if (!written.startsWith('\\')) return '\n';
  const name = written.slice(1);
  const code = /^(?:x|u\{?)([\da-fA-F]+)\}?$/.exec(name)?.[1];
  if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
  if (/^[0-7]+$/.test(name)) return String.fromCharCode(parseInt(name, 8));
  if (/^[\r\n\u2028\u2029]/.test(name)) return '';
  return ESCAPED.get(name) ?? name;
}

/** A notation whose raw text can't hold `ends` but as a part of an escape. */
function notation(pattern: RegExp, hasEscapes: RegExp, ends: RegExp, encode: Notation['encode']): Notation {
  return {
    decode: (raw) => {
      const bare = raw.includes('\\') ? raw.replace(QUOTED_ESCAPE, '') : raw;
      if (ends.test(bare)) return undefined;
      return hasEscapes.test(raw) ? escapes(raw, pattern) : NO_ESCAPES;
    },
    encode,
  };
}

function quoted(quote: '"' | "'"): Notation {
  return notation(QUOTED_ESCAPE, /\\/, new RegExp(String.raw`[${quote}\r\n\\]`), (text) =>
    escapeControls(text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`), /[\p{Cc}\u2028\u2029]/gu),
  );
}

/** Writes what can't stand in a literal, or can't be seen there, as escapes. */
function escapeControls(text: string, controls: RegExp): string {
  return text.replace(controls, (character) => {
    const letter = LETTERS.get(character);
    return letter ? `\\${letter}` : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** `'…'` */
export const SINGLE_QUOTED = quoted("'");
/** `"…"` */
export const DOUBLE_QUOTED = quoted('"');

/** Control characters other than line feeds and tabs, which a template may well have. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

const TEMPLATE_END = /`|\$\{|\\/;

/** `` `…` ``, of each stretch between its holes. */
export const TEMPLATE = notation(TEMPLATE_ESCAPE, /[\\\r]/, TEMPLATE_END, (text, before, after) => {
  let written = text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
  // A dollar and a brace that the edit brings together would begin a hole.
  if (written.endsWith('$') && after.startsWith('{')) written = `${written.slice(0, -1)}\\$`;
  if (written.startsWith('{') && before.endsWith('$')) written = `\\${written}`;
  const escaped = escapeControls(written, CONTROLS);
  return lineBreaksLike(before + after, escaped);
});

/** `` String.raw`…` ``, of each stretch between its holes. */
export const RAW_TEMPLATE = notation(RAW_ESCAPE, /\r/, TEMPLATE_END, (text, before, after) =>
  text.search(CONTROLS) >= 0 ? undefined : lineBreaksLike(before + after, text),
);

function lineBreaksLike(around: string, text: string): string {
  return around.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}
