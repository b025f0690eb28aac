import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';

/** An insertion as the document has to hold it. */
export interface Insertion extends TextEdit {
  /** `newText` is an LSP snippet; else it's text as it stands. */
  readonly snippet: boolean;
}

type Encode = (edits: readonly TextEdit[]) => TextEdit[] | Refusal;

/** A stretch of a snippet: text, or the default text of a place to write at. */
interface Part {
  readonly text: string;
  /** The number of the place. */
  readonly stop?: string;
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
  const written = parts.map(({ text, stop }) => ({ text: text && (write(text)?.newText ?? ''), stop }));
  if (written.map(({ text }) => text).join('') !== whole.newText) return { ...whole, snippet: false };
  return { span: whole.span, newText: written.map(snippetOf).join(''), snippet: true };
}

/** Cuts an LSP snippet; places are written `$1`, `${1}` or `${1:text}`. */
function partsOf(snippet: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of snippet.matchAll(/\$(\d+)|\$\{(\d+)(?::([^{}]*))?\}/g)) {
    const [written, bare, braced, text = ''] = match;
    if (/(?<!\\)(?:\\\\)*\\$/.test(snippet.slice(end, match.index))) continue;
    parts.push({ text: unescaped(snippet.slice(end, match.index)) }, { text, stop: bare ?? braced });
    end = match.index + written.length;
  }
  return [...parts, { text: unescaped(snippet.slice(end)) }];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\$}])/g, '$1');
}

function snippetOf({ text, stop }: Part): string {
  const escaped = text.replaceAll(/[\\$}]/g, '\\$&');
  if (stop === undefined) return escaped;
  return escaped === '' ? `\${${stop}}` : `\${${stop}:${escaped}}`;
}
