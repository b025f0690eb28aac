import type { TextEdit } from '../../text/finding';
import type { OffsetMap } from '../../text/region';
import type { ScalarNode, ScalarStyle } from './nodes';

/** A scalar whose value is being edited. */
export interface EditedScalar {
  /** The document. */
  readonly text: string;
  readonly node: ScalarNode;
  readonly map: OffsetMap;
  readonly value: string;
  /** Edits of the value, ordered and apart. */
  readonly edits: readonly TextEdit[];
  /** The value that they make. */
  readonly newValue: string;
}

/** One way to write the new value: edits of the document, and the style that the scalar then has. */
export interface Way {
  readonly style: ScalarStyle;
  readonly edits: TextEdit[];
}

/** `text` with all of `edits`, which are ordered and apart; `shift` is subtracted from their offsets. */
export function applyEdits(text: string, edits: readonly TextEdit[], shift = 0): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.from - shift) + newText;
    at = span.to - shift;
  }
  return result + text.slice(at);
}
