import { resolveAlias } from '../../languages/yaml/decode';
import type { ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import { touches, type Span } from '../../text/span';
import type { DecodedField, DecodedScalar, DecodedStruct, DecodedValue, FieldType } from './types';

/** What stands at an offset of a file that was decoded into structs. */
export type StructPlace = {
  /** The structs around it, the outermost first. */
  readonly path: readonly DecodedStruct[];
  readonly field: DecodedField;
} & (
  | { readonly kind: 'key' }
  /** The text of a field, of an item of its list, or of an entry of its map. */
  | { readonly kind: 'value'; readonly value: DecodedScalar; readonly type: FieldType }
  /** A name in a map. */
  | { readonly kind: 'entry-key'; readonly node: ScalarNode; readonly name: string }
);

/** What stands at `offset`, or undefined between things. Takes a cursor behind a word's last character as on the word. */
export function locateStruct(root: DecodedStruct, offset: number): StructPlace | undefined {
  return inStruct(root, offset, []);
}

function inStruct(
  struct: DecodedStruct,
  offset: number,
  outer: readonly DecodedStruct[],
): StructPlace | undefined {
  const path = [...outer, struct];
  for (const field of struct.fields.values()) {
    if (touches(field.keySpan, offset)) return { kind: 'key', path, field };
    const place = inValue(
      field,
      { value: field.value, node: field.node, type: field.info.type },
      offset,
      path,
    );
    if (place) return place;
  }
  return undefined;
}

/** A value with what it was decoded from, and as. */
interface Decoded {
  readonly value: DecodedValue;
  readonly node: YamlNode | undefined;
  readonly type: FieldType;
}

function inValue(
  field: DecodedField,
  { value, node, type }: Decoded,
  offset: number,
  path: readonly DecodedStruct[],
): StructPlace | undefined {
  if (value === 'null') return undefined;
  if (value === 'unknown') return inRefused(field, { node, type }, offset, path);
  if (!touches(value.node.span, offset)) return undefined;
  switch (value.kind) {
    case 'scalar':
      return { kind: 'value', path, field, value, type: scalarType(type) };
    case 'struct':
      return inStruct(value, offset, path);
    case 'list': {
      const of = type.kind === 'list' ? type.of : type;
      for (const [index, item] of value.items.entries()) {
        const decoded = { value: item, node: value.node.items[index], type: of };
        const place = inValue(field, decoded, offset, path);
        if (place) return place;
      }
      return undefined;
    }
    case 'map': {
      const values = type.kind === 'map' ? type.values : type;
      for (const entry of value.entries) {
        if (touches(entry.key.span, offset)) {
          return { kind: 'entry-key', path, field, node: entry.key, name: entry.name };
        }
        const written = value.node.pairs.find(({ key }) => key === entry.key)?.value;
        const place = inValue(field, { value: entry.value, node: written, type: values }, offset, path);
        if (place) return place;
      }
      return undefined;
    }
    case 'any':
      return undefined;
  }
}

/** Text that was refused is most likely half written, and wants to be completed. */
function inRefused(
  field: DecodedField,
  { node, type }: Omit<Decoded, 'value'>,
  offset: number,
  path: readonly DecodedStruct[],
): StructPlace | undefined {
  const scalar = node && resolveAlias(node);
  if (scalar?.kind !== 'scalar' || type.kind !== 'string' || !touches(scalar.span, offset)) return undefined;
  return { kind: 'value', path, field, value: { kind: 'scalar', node: scalar, text: scalar.value }, type };
}

/** The span that names a place, for hovers and highlights. */
export function structPlaceSpan(place: StructPlace): Span {
  switch (place.kind) {
    case 'key':
      return place.field.keySpan;
    case 'value':
      return place.value.node.span;
    case 'entry-key':
      return place.node.span;
  }
}

/** Every struct in `value`, itself included, outer ones first; each once, however many aliases lead to it. */
export function* walkStructs(value: DecodedValue, seen = new Set<DecodedValue>()): Iterable<DecodedStruct> {
  if (value === 'null' || value === 'unknown' || seen.has(value)) return;
  seen.add(value);
  if (value.kind === 'struct') {
    yield value;
    for (const field of value.fields.values()) yield* walkStructs(field.value, seen);
  } else if (value.kind === 'list') {
    for (const item of value.items) yield* walkStructs(item, seen);
  } else if (value.kind === 'map') {
    for (const entry of value.entries) yield* walkStructs(entry.value, seen);
  }
}

/** A scalar of a struct with the field that holds it. */
export interface PlacedScalar {
  readonly field: DecodedField;
  readonly struct: DecodedStruct;
  readonly type: FieldType;
  readonly value: DecodedScalar;
  /** The name in the map that holds it, if one does. */
  readonly entry?: string;
}

/** Every scalar of `root`, field by field. */
export function* walkScalars(root: DecodedStruct): Iterable<PlacedScalar> {
  for (const struct of walkStructs(root)) {
    for (const field of struct.fields.values()) yield* scalarsOf(field.value, field.info.type, struct, field);
  }
}

/** What a scalar is read as: in place of a struct it may be one of its fields. */
function scalarType(type: FieldType): FieldType {
  if (type.kind !== 'struct' || type.shorthand === undefined) return type;
  return type.struct().fields.find(({ name }) => name === type.shorthand)?.type ?? type;
}

function* scalarsOf(
  value: DecodedValue,
  type: FieldType,
  struct: DecodedStruct,
  field: DecodedField,
  entry?: string,
): Iterable<PlacedScalar> {
  if (value === 'null' || value === 'unknown') return;
  if (value.kind === 'scalar') yield { field, struct, type: scalarType(type), value, entry };
  else if (value.kind === 'list' && type.kind === 'list') {
    for (const item of value.items) yield* scalarsOf(item, type.of, struct, field, entry);
  } else if (value.kind === 'map' && type.kind === 'map') {
    for (const { name, value: of } of value.entries) yield* scalarsOf(of, type.values, struct, field, name);
  }
}
