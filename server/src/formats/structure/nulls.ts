import { resolveScalar } from '../../languages/yaml/resolve';
import type { YamlNode } from '../../languages/yaml/nodes';

/**
 * How a node is null to go-yaml v2: `plain` leaves the Go value as it is or nil without asking its type; of `word`,
 * which is another spelling (`Null`, `NULL`, a tag), a type that reads itself gets to see an empty text or mapping.
 * Source: go-yaml v2, decode.go, decoder.prepare.
 */
export function nullKind(node: YamlNode): 'plain' | 'word' | undefined {
  if (node.kind !== 'scalar') return undefined;
  const { tag, style, value } = node;
  if (tag === undefined && style === 'plain' && ['', '~', 'null'].includes(value)) return 'plain';
  const { value: meaning, fault } = resolveScalar(node, 'v2');
  return meaning === null && fault === undefined ? 'word' : undefined;
}
