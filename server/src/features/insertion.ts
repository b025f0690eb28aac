import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';

/** An insertion as the document has to hold it. */
export interface Insertion extends TextEdit {
  /** `newText` is an LSP snippet; else it's text as it stands. */
  readonly snippet: boolean;
}

type Encode = (edits: readonly TextEdit[]) => TextEdit[] | Refusal;

/** A stretch of a snippet: text, or a place to write at. */
interface Part {
  /** Of a place, what stands there at first. */
  readonly text: string;
  /** The number of the place. */
  readonly stop?: string;
  /** The texts to choose from, `text` first. */
  readonly choices?: readonly string[];
}

/**
 * `newText` in place of `span`, in the notation of the host. The signs of a snippet aren't escaped, but what stands
 * between them; where its parts can't be written one by one, the text goes in without places to write at. Nothing if
 * the host can't hold it.
 */
export function encodeInsertion(
  { span, newText }: TextEdit,
  isSnippet: boolean,
  encode: Encode,
): Insertion | undefined {
  const write = (text: string): TextEdit | undefined => {
    const edits = encode([{ span, newText: text }]);
    return Array.isArray(edits) && edits.length === 1 ? edits[0] : undefined;
  };
  const parts = isSnippet ? partsOf(newText) : [{ text: newText }];
  const plain = parts.map(({ text }) => text).join('');
  const whole = write(plain);
  if (!whole || !isSnippet) return whole && { ...whole, snippet: false };
  if (whole.newText === plain) return { span: whole.span, newText, snippet: true };
  const piece = (text: string): string => text && (write(text)?.newText ?? '');
  const written = parts.map(({ text, stop, choices }) => ({
    text: piece(text),
    stop,
    choices: choices?.map(piece),
  }));
  if (written.map(({ text }) => text).join('') !== whole.newText) return { ...whole, snippet: false };
  return { span: whole.span, newText: written.map(snippetOf).join(''), snippet: true };
}

const PLACE = /\$(\d+)|\$\{(\d+)(?::([^{}]*)|\|((?:[^\\|]|\\[^])*)\|)?\}/g;

/** Cuts an LSP snippet; places are written `$1`, `${1}`, `${1:text}` or `${1|text,text|}`. */
function partsOf(snippet: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of snippet.matchAll(PLACE)) {
    const [written, bare, braced, text, list] = match;
    if (/(?<!\\)(?:\\\\)*\\$/.test(snippet.slice(end, match.index))) continue;
    const choices = list === undefined ? undefined : choicesOf(list);
    const place = { text: text ?? choices?.[0] ?? '', stop: bare ?? braced, choices };
    parts.push({ text: unescaped(snippet.slice(end, match.index)) }, place);
    end = match.index + written.length;
  }
  return [...parts, { text: unescaped(snippet.slice(end)) }];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\$}])/g, '$1');
}

function choicesOf(list: string): string[] {
  const choices = list.match(/(?<=^|,)(?:[^\\,]|\\[^])*/g) ?? [];
  return choices.map((choice) => choice.replaceAll(/\\([\\,|])/g, '$1'));
}

function snippetOf({ text, stop, choices }: Part): string {
  const escaped = text.replaceAll(/[\\$}]/g, '\\$&');
  if (stop === undefined) return escaped;
  if (choices) {
    return `\${${stop}|${choices.map((choice) => choice.replaceAll(/[\\,|]/g, '\\$&')).join(',')}|}`;
  }
  return escaped === '' ? `\${${stop}}` : `\${${stop}:${escaped}}`;
}
