import type { CodeEntry, CodeList, CodeObject, CodeString, CodeValue } from '../../languages/code/tree';
import { hostSpan } from '../../text/region';
import type { Span } from '../../text/span';
import type { WrittenName } from '../metrics/definition';

/** The text of a string of which every part is known. */
export function textOf(value: CodeValue | undefined): string | undefined {
  return knownString(value)?.text;
}

/** A string of which every part is known. */
export function knownString(value: CodeValue | undefined): CodeString | undefined {
  return value?.kind === 'string' && value.holes.length === 0 ? value : undefined;
}

/** Where a string stands in its file, without quotes: from its first part to its last where it is put together. */
export function innerSpan(string: CodeString): Span {
  return hostSpan(string.region('promql').map, { from: 0, to: string.text.length });
}

/** Longer names are not looked at closely. */
const LONGEST_NAME = 300;

/**
 * How a name is written, for those that want to change it: the last stretch of it that stands literally in one place,
 * without escapes. Absent where its end is computed.
 */
export function writtenName(string: CodeString): WrittenName | undefined {
  const { text, from } = string;
  if (text.length > LONGEST_NAME) return undefined;
  const region = string.region('promql');
  for (let start = 0; start < text.length; start++) {
    const newText = text.slice(start);
    const encoded = region.encode([{ span: { from: start, to: text.length }, newText }]);
    const [edit, more] = Array.isArray(encoded) ? encoded : [];
    if (!edit || more || edit.newText !== newText || edit.span.to - edit.span.from !== newText.length)
      continue;
    const written = { span: edit.span, prefix: text.slice(0, start), suffix: '' };
    return from === undefined ? written : { ...written, from };
  }
  return undefined;
}

/** The last entry of a name, as it counts where a name is given twice. */
export function entryOf(object: CodeObject, name: string): CodeEntry | undefined {
  return object.entries.findLast((entry) => entry.name === name);
}

/** The value at a path of names in nested objects. */
export function valueAt(value: CodeValue | undefined, ...path: readonly string[]): CodeValue | undefined {
  return path.reduce<CodeValue | undefined>(
    (outer, name) => (outer?.kind === 'object' ? entryOf(outer, name)?.value : undefined),
    value,
  );
}

/** The object, where the value is one. */
export function objectOf(value: CodeValue | undefined): CodeObject | undefined {
  return value?.kind === 'object' ? value : undefined;
}

/** The list, where the value is one, and no part of it is unknown. */
export function closedList(value: CodeValue | undefined): CodeList | undefined {
  return value?.kind === 'list' && !value.open ? value : undefined;
}
