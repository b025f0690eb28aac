import { headSpan, resolveAlias } from '../../languages/yaml/decode';
import { entriesOf } from '../../languages/yaml/entries';
import type { AliasNode, MappingNode, ScalarNode, SequenceNode, YamlNode } from '../../languages/yaml/nodes';
import type { Finding, Fix } from '../../text/finding';
import { StructDecoding, type StructContext } from './context';
import { decodeAny } from './decode-any';
import { checkText, decodeScalar } from './decode-scalar';
import { describeNode } from './describe';
import { reportDeprecated } from './deprecated';
import { nullKind } from './nulls';
import { checkStruct } from './struct-rules';
import type { DecodedField, DecodedStruct, DecodedValue, FieldInfo, FieldType, StructInfo } from './types';
import { reportUnknown } from './unknown-fields';
import { isIn } from './versions';
import { yamlText } from './yaml-text';

export type { StructContext } from './context';

/**
 * Decoding of YAML into structs as go-yaml v2 does it with UnmarshalStrict, by tables: fields are matched exactly,
 * unknown and repeated ones refused, nulls leave what was there. Everything that is wrong is reported at once.
 */

export interface DecodedRoot {
  readonly value: DecodedValue;
  readonly findings: readonly Finding[];
}

/** Decodes a node into a struct. Spans are of `context.text`. */
export function decodeStruct(node: YamlNode, info: StructInfo, context: StructContext): DecodedRoot {
  const decoding = new StructDecoding(context);
  const value = decodeValue(decoding, node, { kind: 'struct', struct: () => info }, info.title);
  return { value, findings: decoding.findings() };
}

/** @param name of what is decoded, for messages */
function decodeValue(
  decoding: StructDecoding,
  written: YamlNode,
  type: FieldType,
  name: string,
): DecodedValue {
  const node = resolveAlias(written);
  if (!node || decoding.isTooDeep) return 'unknown';
  if (node.kind === 'scalar') {
    const { unknowns } = decoding;
    if (unknowns.isUnknown(node.span) || unknowns.isFilledLater(node)) return 'unknown';
    const isNull = nullKind(node);
    if (isNull) return decodeNull(decoding, node, type, isNull);
  }
  switch (type.kind) {
    case 'struct':
      return decodeStructValue(decoding, node, type, name);
    case 'list':
      return decodeList(decoding, node, type, name);
    case 'map':
      return decodeMap(decoding, node, type, name);
    case 'any':
      return decodeAny(decoding, node);
    case 'string':
    case 'bool':
    case 'int':
    case 'float':
    case 'go-duration':
      return node.kind === 'scalar'
        ? decodeScalar(decoding, node, type, name)
        : wrongType(decoding, node, name, WANTED[type.kind]);
  }
}

const WANTED = {
  struct: 'a mapping',
  list: 'a list, each item behind "- "',
  map: 'a mapping of names to values',
  string: 'text',
  bool: 'true or false',
  int: 'a whole number',
  float: 'a number',
  'go-duration': 'a duration such as 30s',
} as const;

/** A type that reads itself gets to see a null that isn't spelled as usual. */
function decodeNull(
  decoding: StructDecoding,
  node: ScalarNode,
  type: FieldType,
  isNull: 'plain' | 'word',
): DecodedValue {
  if (isNull === 'plain') return 'null';
  if (type.kind === 'struct') {
    return decodeMapping(
      decoding,
      { kind: 'mapping', flow: true, pairs: [], span: node.span },
      type.struct(),
    );
  }
  if (type.kind !== 'string' || type.check?.ignoresNulls) return 'null';
  return checkText(decoding, node, '', type) ? { kind: 'scalar', node, text: '' } : 'unknown';
}

function wrongType(
  decoding: StructDecoding,
  node: YamlNode,
  name: string,
  wanted: string,
  fixes?: readonly Fix[],
): 'unknown' {
  const message = `${name} takes ${wanted}, not ${describeNode(node)}`;
  decoding.inside(node).structural('wrong-type', headSpan(node), message, { fixes });
  return 'unknown';
}

type Resolved = Exclude<YamlNode, AliasNode>;

function decodeStructValue(
  decoding: StructDecoding,
  node: Resolved,
  type: FieldType & { kind: 'struct' },
  name: string,
): DecodedValue {
  const info = type.struct();
  if (node.kind === 'mapping') return decodeMapping(decoding, node, info);
  const short = info.fields.find((field) => field.name === type.shorthand);
  if (short && node.kind === 'scalar') return decodeValue(decoding, node, short.type, name);
  return wrongType(decoding, node, name, WANTED.struct);
}

function decodeMapping(outer: StructDecoding, node: MappingNode, info: StructInfo): DecodedStruct {
  const { structs } = outer.shared;
  const known = structs.get(info) ?? new Map<MappingNode, DecodedStruct>();
  structs.set(info, known);
  const before = known.get(node);
  if (before) return before;

  const decoding = outer.inside(node);
  const { version } = decoding.context;
  const fields = new Map<string, DecodedField>();
  const unknown = new Map<string, YamlNode>();
  for (const { name, key, value } of entriesOf(node, decoding.yaml, info.title) ?? []) {
    const field = fieldOf(info, name, (candidate) => isIn(candidate, version));
    if (field) fields.set(name, decodeField(decoding, field, key, value));
    else unknown.set(name, key);
  }
  const suspects = reportUnknown(decoding, info, fields, unknown);
  const isOpen = decoding.unknowns.isOpen(node);
  const struct: DecodedStruct = { kind: 'struct', info, node, fields, isOpen, suspects };
  reportDeprecated(decoding, struct);
  checkStruct(decoding, struct);
  known.set(node, struct);
  return struct;
}

function fieldOf(
  info: StructInfo,
  name: string,
  isFit: (field: FieldInfo) => boolean,
): FieldInfo | undefined {
  return info.fields.find((field) => field.name === name && isFit(field));
}

function decodeField(decoding: StructDecoding, info: FieldInfo, key: YamlNode, node: YamlNode): DecodedField {
  return { info, keySpan: key.span, node, value: decodeValue(decoding, node, info.type, `"${info.name}"`) };
}

function decodeList(
  decoding: StructDecoding,
  node: Resolved,
  type: FieldType & { kind: 'list' },
  name: string,
): DecodedValue {
  if (node.kind !== 'sequence') return wrongType(decoding, node, name, WANTED.list, asList(node, type.of));
  const inside = decoding.inside(node);
  const items = node.items.map((item, index) => {
    const value = decodeValue(inside, item, type.of, `an item of ${name}`);
    if (value !== 'null' || type.nullItems !== 'refused') return value;
    const message = `an item of ${name} must not be null; remove the dash or write something behind it`;
    inside.structural('null-item', itemSpan(node, index), message);
    return 'unknown';
  });
  return { kind: 'list', node, items, isOpen: decoding.unknowns.isOpen(node) };
}

/** The repair of a single text where a list is due. */
function asList(node: Resolved, of: FieldType): Fix[] | undefined {
  if (node.kind !== 'scalar' || node.block !== undefined || of.kind !== 'string') return undefined;
  const newText = `[${yamlText(node.value)}]`;
  return [{ title: 'Make it a list', edits: [{ span: node.span, newText }], preferred: true }];
}

/** Where an item that may be empty can be shown: itself, or its dash. */
export function itemSpan(list: SequenceNode, index: number): { from: number; to: number } {
  const item = list.items[index];
  const dash = list.dashes[index];
  if (item && (item.span.to > item.span.from || dash === undefined)) return headSpan(item);
  const from = dash ?? list.span.from;
  return { from, to: from + 1 };
}

function decodeMap(
  decoding: StructDecoding,
  node: Resolved,
  type: FieldType & { kind: 'map' },
  name: string,
): DecodedValue {
  if (node.kind !== 'mapping') return wrongType(decoding, node, name, WANTED.map);
  const inside = decoding.inside(node);
  const entries = new Map<string, { key: ScalarNode; name: string; value: DecodedValue }>();
  for (const entry of entriesOf(node, inside.yaml, 'map[string]string', 'map') ?? []) {
    const key = resolveAlias(entry.key);
    if (key?.kind !== 'scalar') continue;
    const placed = { ...key, span: entry.key.span };
    if (type.keys) checkText(inside, placed, entry.name, { check: type.keys });
    let value = decodeValue(inside, entry.value, type.values, `"${entry.name}"`);
    if (value === 'null' && type.nullValues === 'refused') {
      inside.structural('null-item', placed.span, `"${entry.name}" must not be null`);
      value = 'unknown';
    }
    entries.set(entry.name, { key: placed, name: entry.name, value });
  }
  return { kind: 'map', node, entries: [...entries.values()] };
}
