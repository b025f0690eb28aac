import type { Span } from '../../text/span';
import type { StringPart } from './string-region';
import type { CodeValue } from './tree';

/** What a value puts into a text at `span`: of a string or a whole number its text, of others a hole. */
export function putValue(value: CodeValue | undefined, span: Span): StringPart {
  if (value?.kind === 'string') {
    return { kind: 'put', span, text: value.text, holes: value.holes, fills: value.fills };
  }
  if (value?.kind === 'number' && Number.isSafeInteger(value.value)) {
    return { kind: 'put', span, text: String(value.value), holes: [] };
  }
  return { kind: 'hole', span, ...(value && { value }) };
}
