import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import type { Span } from '../text/span';

type Encode = (edits: readonly TextEdit[]) => TextEdit[] | Refusal;

/** Texts that a notation writes as they are, if it does so with a probe of their kind, in a given place. */
const KINDS = [
  { kind: /^[\w()]+$/, probe: 'x' },
  // With the ranges of selectors, and the colons of recording rules inside.
  { kind: /^\w(?:[\w()[\]:]*[\w()\]])?$/, probe: 'x:x[x]' },
];
/** A text with one of these is text to YAML, whatever else is in it: no number, no null. */
const TEXT_ONLY = /[({[]/;

/**
 * `encode` for the many insertions of a list, which all go to the same place: writing one takes as long as the text is,
 * so of those that are but words only a probe is tried, and they go where it went.
 * @param text the fragment that the edits are of
 */
export function encodingWords(text: string, encode: Encode): Encode {
  const places = new Map<string, Span | undefined>();

  /** Where words such as `probe` in place of `span` go as they are; undefined if they need more. */
  function placeOf(span: Span, probe: string): Span | undefined {
    if (!TEXT_ONLY.test(text.slice(0, span.from) + text.slice(span.to))) return undefined;
    const edits = encode([{ span, newText: probe }]);
    const [edit] = Array.isArray(edits) && edits.length === 1 ? edits : [];
    return edit?.newText === probe ? edit.span : undefined;
  }

  return (edits) => {
    const [edit] = edits;
    const probe = edit && edits.length === 1 && KINDS.find(({ kind }) => kind.test(edit.newText))?.probe;
    if (!edit || !probe) return encode(edits);
    const key = `${edit.span.from} ${edit.span.to} ${probe}`;
    if (!places.has(key)) places.set(key, placeOf(edit.span, probe));
    const span = places.get(key);
    return span ? [{ span, newText: edit.newText }] : encode(edits);
  };
}
