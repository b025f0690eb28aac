import { asString, headSpan, resolveAlias } from '../../languages/yaml/decode';
import { entriesOf } from '../../languages/yaml/entries';
import type { AliasNode, MappingNode, YamlNode } from '../../languages/yaml/nodes';
import { resolveScalar } from '../../languages/yaml/resolve';
import type { StructDecoding } from './context';
import type { DecodedAny } from './types';

/** What a Go `any` takes: everything that go-yaml v2 itself can read. */
export function decodeAny(decoding: StructDecoding, node: Exclude<YamlNode, AliasNode>): DecodedAny {
  visit(decoding, node);
  return { kind: 'any', node };
}

function visit(decoding: StructDecoding, written: YamlNode): void {
  const node = resolveAlias(written);
  if (!node || decoding.isTooDeep) return;
  if (node.kind === 'scalar') {
    asString(node, decoding.yaml);
    return;
  }
  const inside = decoding.inside(node);
  for (const value of node.kind === 'sequence' ? node.items : valuesOf(inside, node)) visit(inside, value);
}

/** The values of a map whose keys may be anything but lists and maps; `1` and `"1"` are different ones. */
function valuesOf(decoding: StructDecoding, node: MappingNode): readonly YamlNode[] {
  if (node.pairs.some(({ key }) => key.kind === 'scalar' && key.value === '<<')) {
    return (entriesOf(node, decoding.yaml, 'any', 'map') ?? []).map(({ value }) => value);
  }
  const firsts = new Map<string, YamlNode>();
  for (const { key } of node.pairs) {
    const actual = resolveAlias(key);
    if (!actual) continue;
    if (actual.kind !== 'scalar') {
      decoding.structural('wrong-type', headSpan(key), 'a key must be text, a number or a boolean');
      continue;
    }
    const { tag, value } = resolveScalar(actual, 'v2');
    const identity = typeof value === 'string' ? `text ${value}` : `${tag} ${String(value)}`;
    const first = firsts.get(identity);
    if (first)
      decoding.yaml.report(
        'yaml/duplicate-key',
        `key ${actual.value} already set in map`,
        key.span,
        first.span,
      );
    else firsts.set(identity, key);
  }
  return node.pairs.map(({ value }) => value);
}
