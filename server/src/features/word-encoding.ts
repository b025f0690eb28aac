import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import type { Span } from '../text/span';

type Encode = (edits: readonly TextEdit[]) => TextEdit[] | Refusal;

/** No notation has another way to write these. */
const WORD = /^[\w()]+$/;
const PROBE = 'x';
/** A text with one of these is text to YAML, whatever else is in it: no number, no null. */
const TEXT_ONLY = /[({[]/;

/**
 * `encode` for the many insertions of a list, which all go to the same place: writing one takes as long as the text is,
 * so of those that are but words only the first is tried, and the others go where it went.
 * @param text the fragment that the edits are of
 */
export function encodingWords(text: string, encode: Encode): Encode {
  const places = new Map<string, Span | undefined>();

  /** Where a word in place of `span` goes as it is; undefined if it needs more. */
  function placeOf(span: Span): Span | undefined {
    if (!TEXT_ONLY.test(text.slice(0, span.from) + text.slice(span.to))) return undefined;
    const edits = encode([{ span, newText: PROBE }]);
    const [edit] = Array.isArray(edits) && edits.length === 1 ? edits : [];
    return edit?.newText === PROBE ? edit.span : undefined;
  }

  return (edits) => {
    const [edit] = edits;
    if (edits.length !== 1 || !edit || !WORD.test(edit.newText)) return encode(edits);
    const key = `${edit.span.from} ${edit.span.to}`;
    if (!places.has(key)) places.set(key, placeOf(edit.span));
    const span = places.get(key);
    return span ? [{ span, newText: edit.newText }] : encode(edits);
  };
}
