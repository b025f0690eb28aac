import { asBool, asFloat, asInt, asString, DecodeFaults } from '../../languages/yaml/decode';
import type { ScalarNode } from '../../languages/yaml/nodes';
import { resolveScalar } from '../../languages/yaml/resolve';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { Fix } from '../../text/finding';
import { quoted } from '../../text/quoted';
import { hostSpan } from '../../text/region';
import type { Span } from '../../text/span';
import type { StructDecoding } from './context';
import { describeNode } from './describe';
import { readGoDuration } from './go-duration';
import type { DecodedScalar, ScalarType, StringFault } from './types';

/** A scalar that isn't null, as a value of `type`. */
export function decodeScalar(
  decoding: StructDecoding,
  node: ScalarNode,
  type: ScalarType,
  name: string,
): DecodedScalar | 'unknown' {
  if (type.kind !== 'string') return decodeNumber(decoding, node, type, name);
  const text = asString(node, decoding.yaml);
  if (text === undefined || !checkText(decoding, node, text, type)) return 'unknown';
  return { kind: 'scalar', node, text };
}

function decodeNumber(
  decoding: StructDecoding,
  node: ScalarNode,
  type: Exclude<ScalarType, { kind: 'string' }>,
  name: string,
): DecodedScalar | 'unknown' {
  const parsed = parse(node, type);
  if (parsed !== undefined) return { kind: 'scalar', node, text: node.value, parsed };
  if (decoding.unknowns.isGuessed(node.span)) return 'unknown';
  const isQuoted = node.style !== 'plain' && parse({ ...node, style: 'plain' }, type) !== undefined;
  const wanted = { bool: 'true or false', int: 'a whole number', float: 'a number', 'go-duration': DURATION };
  const negative = type.kind === 'int' && type.unsigned ? ' that is not negative' : '';
  const other = isQuoted ? ' without quotes' : `, not ${describeNode(node)}`;
  const message = `${name} takes ${wanted[type.kind]}${negative}${other}`;
  const fix: Fix = {
    title: 'Remove the quotes',
    edits: [{ span: node.span, newText: node.value }],
    preferred: true,
  };
  decoding.structural('wrong-type', node.span, message, { fixes: isQuoted ? [fix] : undefined });
  return 'unknown';
}

const DURATION = 'a duration such as 30s';

function parse(
  node: ScalarNode,
  type: Exclude<ScalarType, { kind: 'string' }>,
): boolean | number | undefined {
  const sink = new DecodeFaults('v2');
  switch (type.kind) {
    case 'bool':
      return asBool(node, sink);
    case 'float':
      return asFloat(node, sink);
    case 'int':
      return type.unsigned ? unsigned(node, sink) : asInt(node, sink);
    case 'go-duration':
      return goDuration(node, sink);
  }
}

/** A Go `uint64`; go-yaml lets negative floats through. */
function unsigned(node: ScalarNode, sink: DecodeFaults): number | undefined {
  const { value } = resolveScalar(node, 'v2');
  if (typeof value === 'bigint') return value < 0n ? undefined : Number(value);
  return asFloat(node, sink);
}

function goDuration(node: ScalarNode, sink: DecodeFaults): number | undefined {
  const { value, tag } = resolveScalar(node, 'v2');
  if (typeof value !== 'string' || tag === '!!timestamp') return asInt(node, sink);
  const reading = readGoDuration(value);
  return 'nanoseconds' in reading ? reading.nanoseconds : undefined;
}

/**
 * Reports what a check says against a text, at the part of the scalar that it names. False where the text is refused.
 * @param text as it was decoded from `node`
 */
export function checkText(
  decoding: StructDecoding,
  node: ScalarNode,
  text: string,
  { check }: Pick<ScalarType & { kind: 'string' }, 'check'>,
): boolean {
  const fault = check?.fault(text, decoding.context);
  if (!fault) return true;
  const { code, message, severity = 'error' } = fault;
  if (!decoding.unknowns.isGuessed(node.span)) {
    const fixes = repairs(decoding, node, text, fault);
    const span = spanOf(decoding, node, fault);
    decoding.add({ code, message, severity, span, fixes: fixes.length > 0 ? fixes : undefined });
  }
  return severity !== 'error';
}

function spanOf({ context }: StructDecoding, node: ScalarNode, { part }: StringFault): Span {
  if (!part || part.to <= part.from) return node.span;
  const span = hostSpan(scalarRegion(context.text, node).map, part);
  return span.to > span.from ? span : node.span;
}

/** The repairs that the scalar's notation can hold. */
function repairs({ context }: StructDecoding, node: ScalarNode, text: string, fault: StringFault): Fix[] {
  const { suggestion, fixes = [] } = fault;
  if (suggestion === undefined && fixes.length === 0) return [];
  const whole = { from: 0, to: text.length };
  const region = scalarRegion(context.text, node);
  const suggested: Fix[] =
    suggestion === undefined
      ? []
      : [
          {
            title: `Write ${quoted(suggestion)}`,
            edits: [{ span: whole, newText: suggestion }],
            preferred: true,
          },
        ];
  return [...suggested, ...fixes].flatMap((fix) => {
    const edits = region.encode(fix.edits);
    return 'refused' in edits ? [] : { ...fix, edits };
  });
}
