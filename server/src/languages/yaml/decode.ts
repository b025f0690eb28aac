import type { Span } from '../../text/span';
import type { AliasNode, MappingNode, YamlFault, YamlNode } from './nodes';
import type { Dialect, Resolved } from './resolve';
import { resolveScalar, shortTag, yesOrNo } from './resolve';

export type DecodeCode =
  'yaml/bad-merge' | 'yaml/bad-tagged-value' | 'yaml/duplicate-key' | 'yaml/wrong-type';

/** Collects what go-yaml refuses to decode; a fault that is found again, through a second alias, is kept once. */
export class DecodeFaults {
  readonly faults: YamlFault[] = [];
  readonly #known = new Set<string>();

  /** @param dialect which go-yaml decodes */
  constructor(readonly dialect: Dialect = 'v3') {}

  report(code: DecodeCode, message: string, span: Span, related?: Span): void {
    const id = `${code} ${span.from} ${span.to}`;
    if (this.#known.has(id)) return;
    this.#known.add(id);
    this.faults.push(related === undefined ? { code, message, span } : { code, message, span, related });
  }
}

/** The node that `node` stands for: what an alias refers to, or itself. Nothing for an alias that is a fault. */
export function resolveAlias(node: YamlNode): Exclude<YamlNode, AliasNode> | undefined {
  return node.kind === 'alias' ? node.target && resolveAlias(node.target) : node;
}

/** Whether `node` is a null, which go-yaml decodes into anything by leaving it at its zero value. */
export function isNull(node: YamlNode, dialect: Dialect = 'v3'): boolean {
  const actual = resolveAlias(node);
  return actual?.kind === 'scalar' && resolveScalar(actual, dialect).value === null;
}

/** The smallest span that shows a node: all of a scalar or flow collection, the first key or dash of a block one. */
export function headSpan(node: YamlNode): Span {
  if (node.kind === 'mapping' && !node.flow) return node.pairs[0]?.key.span ?? node.span;
  if (node.kind === 'sequence' && !node.flow) {
    const from = node.dashes[0] ?? node.span.from;
    return { from, to: from + 1 };
  }
  return node.span;
}

/** Reports that `node` can't be decoded into the Go type `into`. */
function refuse(node: YamlNode, into: string, sink: DecodeFaults): void {
  const message = `cannot unmarshal ${describe(node, sink.dialect)} into ${into}`;
  sink.report('yaml/wrong-type', message, headSpan(node));
}

function describe(node: YamlNode, dialect: Dialect): string {
  const actual = resolveAlias(node) ?? node;
  const tag = actual.tag === undefined || actual.tag === '!' ? undefined : shortTag(actual.tag);
  if (actual.kind === 'mapping') return tag ?? '!!map';
  if (actual.kind !== 'scalar') return tag ?? '!!seq';
  const value = actual.value.length > 10 ? `${actual.value.slice(0, 7)}...` : actual.value;
  return `${tag ?? resolveScalar(actual, dialect).tag} \`${value}\``;
}

/** A scalar with its meaning. Anything else is reported. */
function scalarOf(
  node: YamlNode,
  into: string,
  sink: DecodeFaults,
): (Resolved & { readonly written: string }) | undefined {
  const actual = resolveAlias(node);
  if (actual === undefined) return undefined;
  if (actual.kind !== 'scalar') {
    refuse(node, into, sink);
    return undefined;
  }
  const resolved = resolveScalar(actual, sink.dialect);
  if (resolved.fault === undefined) {
    return { tag: resolved.tag, value: resolved.value, written: actual.value };
  }
  sink.report('yaml/bad-tagged-value', resolved.fault, node.span);
  return undefined;
}

/**
 * Decodes into a Go `string`: any scalar as it is written, null as the empty string.
 * Nothing if go-yaml refuses the node, which is then reported, here as in the functions below.
 * Source: go-yaml v3 (and v2), decode.go, decoder.scalar.
 * @param into the Go type, for the message
 */
export function asString(node: YamlNode, sink: DecodeFaults, into = 'string'): string | undefined {
  const scalar = scalarOf(node, into, sink);
  if (scalar === undefined) return undefined;
  const { tag, value, written } = scalar;
  if (value === null) return '';
  return tag === '!!binary' && typeof value === 'string' ? value : written;
}

const MAX_INT64 = 2n ** 63n - 1n;

/**
 * Decodes into a Go `int` of 64 bits: integers in any notation, and floats, which lose their fraction; null as 0.
 * Beyond 2^53 the number is only near.
 */
export function asInt(node: YamlNode, sink: DecodeFaults, into = 'int'): number | undefined {
  const scalar = scalarOf(node, into, sink);
  if (scalar === undefined) return undefined;
  const { value } = scalar;
  if (value === null) return 0;
  if (typeof value === 'bigint' && value <= MAX_INT64) return Number(value);
  if (typeof value === 'number' && value <= Number(MAX_INT64)) return Math.trunc(value);
  refuse(node, into, sink);
  return undefined;
}

/** Decodes into a Go `float64`; null as 0. */
export function asFloat(node: YamlNode, sink: DecodeFaults, into = 'float64'): number | undefined {
  const scalar = scalarOf(node, into, sink);
  if (scalar === undefined) return undefined;
  const { value } = scalar;
  if (value === null) return 0;
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  refuse(node, into, sink);
  return undefined;
}

/** Decodes into a Go `bool`: `true`, `false` and what YAML 1.1 has (`yes`, `off`, …); null as false. */
export function asBool(node: YamlNode, sink: DecodeFaults, into = 'bool'): boolean | undefined {
  const scalar = scalarOf(node, into, sink);
  if (scalar === undefined) return undefined;
  const { value } = scalar;
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' && sink.dialect !== 'v2' ? yesOrNo(value) : undefined;
  if (word === undefined) refuse(node, into, sink);
  return word;
}

/** The items of a node that is decoded into a Go slice: none for null. */
export function itemsOf(
  node: YamlNode,
  sink: DecodeFaults,
  into = '[]string',
): readonly YamlNode[] | undefined {
  const actual = resolveAlias(node);
  if (actual?.kind === 'sequence') return actual.items;
  return isNullInstead(node, into, sink) ? [] : undefined;
}

/** The mapping that is decoded into a Go struct or map; `null` for a null. */
export function mappingOf(node: YamlNode, sink: DecodeFaults, into: string): MappingNode | null | undefined {
  const actual = resolveAlias(node);
  if (actual?.kind === 'mapping') return actual;
  return isNullInstead(node, into, sink) ? null : undefined;
}

/** Whether `node` is a null where a collection is due. Anything else is reported. */
function isNullInstead(node: YamlNode, into: string, sink: DecodeFaults): boolean {
  const scalar = scalarOf(node, into, sink);
  if (scalar !== undefined && scalar.value !== null) refuse(node, into, sink);
  return scalar?.value === null;
}
