import type { Fix } from '../../text/finding';
import type { StructDecoding } from './context';
import type { DecodedField, DecodedStruct } from './types';
import { isSince } from './versions';

/** Hints at fields that have a successor, with a quick fix where it takes the same or the table has a conversion. */
export function reportDeprecated(decoding: StructDecoding, struct: DecodedStruct): void {
  const { version } = decoding.context;
  for (const field of struct.fields.values()) {
    const { deprecated, name } = field.info;
    if (!deprecated || !isSince(version, deprecated.since)) continue;
    const message = `"${name}" is deprecated; ${deprecated.note}`;
    const fixes = conversion(decoding, struct, field);
    decoding.structural('deprecated-field', field.keySpan, message, {
      severity: 'hint',
      tag: 'deprecated',
      fixes,
    });
  }
}

function conversion(
  { context }: StructDecoding,
  struct: DecodedStruct,
  field: DecodedField,
): Fix[] | undefined {
  const { deprecated, type } = field.info;
  if (!deprecated) return undefined;
  const edits = deprecated.convert?.(field, struct, context.text);
  if (edits) return [{ title: `Convert to ${deprecated.use ?? 'the new form'}`, edits, preferred: true }];
  const successor = struct.info.fields.find(({ name }) => name === deprecated.use);
  const isSame = successor?.type.kind === type.kind && !struct.fields.has(successor.name);
  if (!isSame || deprecated.convert) return undefined;
  const edit = { span: field.keySpan, newText: successor.name };
  return [{ title: `Rename to ${successor.name}`, edits: [edit], preferred: true }];
}
