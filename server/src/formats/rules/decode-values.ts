import { asInt, asString, DecodeFaults, headSpan, isNull, resolveAlias } from '../../languages/yaml/decode';
import type { AliasNode, MappingNode, ScalarNode, SequenceNode, YamlNode } from '../../languages/yaml/nodes';
import type { Fix } from '../../text/finding';
import { describeNode } from '../structure/describe';
import type { Decoding } from './context';
import { readDuration } from './duration';
import type { DurationModel, FieldEntry, NamedSpan } from './model';

/**
 * What a field holds. `absent` where it isn't written or null; `unknown` where it is templated or was reported, so that
 * nothing follows from it.
 */
export type Value<T extends object> = T | 'absent' | 'unknown';

export interface TextValue extends NamedSpan {
  readonly node: ScalarNode;
}

export function isKnown<T extends object>(value: Value<T>): value is T {
  return typeof value === 'object';
}

/** The text of a string field: any scalar, as written. */
export function readText(decoding: Decoding, field: FieldEntry | undefined): Value<TextValue> {
  const value = readNode(decoding, field);
  if (!isKnown(value)) return value;
  const { node, name } = value;
  if (node.kind !== 'scalar') return wrongType(decoding, name, node, 'text');
  const text = asString(node, decoding.yaml);
  return text === undefined ? 'unknown' : { text, node, span: node.span };
}

/** A duration field. */
export function readDurationField(
  decoding: Decoding,
  field: FieldEntry | undefined,
): DurationModel | undefined {
  const value = readText(decoding, field);
  if (!isKnown(value)) return undefined;
  const { text, span } = value;
  const reading = readDuration(text);
  if ('milliseconds' in reading) return { text, span, milliseconds: reading.milliseconds };
  const { fault, suggestion } = reading;
  const fixes =
    suggestion === undefined ? undefined : [rewrite(`Write ${suggestion}`, value.node, suggestion)];
  if (!decoding.isGuessed(span)) decoding.report('rules/invalid-duration', span, fault, { fixes });
  return { text, span };
}

/** A field for a whole number, read as go-yaml reads into an int: `1e3`, `0x10` and `5.5` are fine, `"5"` isn't. */
export function readInteger(decoding: Decoding, field: FieldEntry | undefined): ScalarNode | undefined {
  const value = readNode(decoding, field);
  if (!isKnown(value)) return undefined;
  const { node, name } = value;
  if (node.kind === 'scalar' && asInt(node, new DecodeFaults('v3')) !== undefined) return node;
  if (decoding.isGuessed(node.span)) return undefined;
  const isQuoted = node.kind === 'scalar' && node.style !== 'plain' && /^-?\d+$/.test(node.value);
  const message = `"${name}" takes a whole number${isQuoted ? ' without quotes' : `, not ${describeNode(node)}`}`;
  decoding.report('rules/invalid-limit', headSpan(node), message, {
    fixes: isQuoted ? [rewrite('Remove the quotes', node, node.value)] : undefined,
  });
  return undefined;
}

/** A field for a mapping. */
export function readMapping(decoding: Decoding, field: FieldEntry | undefined): Value<MappingNode> {
  const value = readNode(decoding, field);
  if (!isKnown(value)) return value;
  const { node, name } = value;
  return node.kind === 'mapping' ? node : wrongType(decoding, name, node, 'a mapping of names to text');
}

/** A field for a list. */
export function readSequence(decoding: Decoding, field: FieldEntry | undefined): Value<SequenceNode> {
  const value = readNode(decoding, field);
  if (!isKnown(value)) return value;
  const { node, name } = value;
  return node.kind === 'sequence' ? node : wrongType(decoding, name, node, 'a list, each item behind "- "');
}

interface NodeValue {
  readonly name: string;
  readonly node: Exclude<YamlNode, AliasNode>;
}

function readNode(decoding: Decoding, field: FieldEntry | undefined): Value<NodeValue> {
  if (!field) return 'absent';
  const { name, value } = field;
  const node = resolveAlias(value);
  if (!node || (node.kind === 'scalar' && decoding.isUnknown(node.span))) return 'unknown';
  return isNull(node) ? 'absent' : { name, node };
}

function wrongType(decoding: Decoding, name: string, node: YamlNode, wanted: string): 'unknown' {
  const message = `"${name}" takes ${wanted}, not ${describeNode(node)}`;
  decoding.report('rules/wrong-type', headSpan(node), message);
  return 'unknown';
}

function rewrite(title: string, { span }: YamlNode, newText: string): Fix {
  return { title, edits: [{ span, newText }], preferred: true };
}
