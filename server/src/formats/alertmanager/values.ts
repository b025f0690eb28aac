import { itemSpan } from '../structure/decode';
import type { DecodedList, DecodedNode, DecodedStruct, DecodedValue } from '../structure/types';
import type { NamedSpan } from './model';

/** The value of a field, if it is known and neither absent nor null. */
export function known(struct: DecodedStruct, name: string): DecodedNode | undefined {
  const value = struct.fields.get(name)?.value;
  return typeof value === 'object' ? value : undefined;
}

/** The text of a field, with its place; none where it is absent, unknown or empty. */
export function nameIn(struct: DecodedStruct, name: string): NamedSpan | undefined {
  const value = known(struct, name);
  if (value?.kind !== 'scalar' || value.text === '') return undefined;
  return { text: value.text, span: value.node.span };
}

/** The texts of a list, with their places; a null is an empty text. */
export function namesIn(struct: DecodedStruct, name: string): NamedSpan[] {
  const list = listIn(struct, name);
  return list ? list.items.flatMap((item, index) => nameOf(item, list, index) ?? []) : [];
}

function nameOf(item: DecodedValue, list: DecodedList, index: number): NamedSpan | undefined {
  if (item === 'null') return { text: '', span: itemSpan(list.node, index) };
  if (item === 'unknown' || item.kind !== 'scalar') return undefined;
  return { text: item.text, span: item.node.span };
}

export function listIn(struct: DecodedStruct, name: string): DecodedList | undefined {
  const value = known(struct, name);
  return value?.kind === 'list' ? value : undefined;
}

/** The structs of a list. */
export function structsIn(struct: DecodedStruct, name: string): DecodedStruct[] {
  const items = listIn(struct, name)?.items ?? [];
  return items.flatMap((item) => (typeof item === 'object' && item.kind === 'struct' ? item : []));
}

export function structIn(struct: DecodedStruct, name: string): DecodedStruct | undefined {
  const value = known(struct, name);
  return value?.kind === 'struct' ? value : undefined;
}

/** True where a list or map holds something that can't be known, or a struct may have the field unseen. */
export function isUnclear(struct: DecodedStruct, name: string): boolean {
  const value = struct.fields.get(name)?.value;
  if (value === undefined) return struct.isOpen || struct.suspects.has(name);
  if (value === 'unknown') return true;
  if (value === 'null') return false;
  if (value.kind === 'list') return value.isOpen || value.items.includes('unknown');
  return value.kind === 'map' && value.entries.some((entry) => entry.value === 'unknown');
}
