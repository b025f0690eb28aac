import { fieldDetail, fieldDocs } from './field-docs';
import type { StructPlace } from './locate';

/**
 * The documentation of the field at a place, and of the value that is chosen there; undefined where neither is known.
 * @param program whose file it is
 */
export function hoverStruct(place: StructPlace, program: string): string | undefined {
  const { field, path } = place;
  const of = path.at(-1)?.info;
  if (!of) return undefined;
  if (place.kind === 'key') {
    return `**\`${field.info.name}\`** – ${fieldDetail(field.info)}\n\n${fieldDocs(field.info, of, program)}`;
  }
  if (place.kind !== 'value' || place.type.kind !== 'string') return undefined;
  const { text } = place.value;
  const choice = place.type.values?.find(({ value }) => value === text);
  return choice && `**\`${choice.value}\`** – ${choice.summary}`;
}
