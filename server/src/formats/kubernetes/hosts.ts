import { resolveAlias } from '../../languages/yaml/decode';
import type { MappingNode, ScalarNode, YamlDocument, YamlNode } from '../../languages/yaml/nodes';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { Region } from '../../text/region';

/**
 * A rule file inside of another YAML file: in place, as the mapping that holds `groups`, or as the text of a scalar.
 */
export type EmbeddedRules = { readonly node: MappingNode } | { readonly region: Region };

/** Deeper than this nobody puts a rule file, and hostile files go on without end. */
const DEEPEST = 32;

/** Objects whose `spec` is a rule file whatever is in it: of the Prometheus operator, and of Google's. */
const RULE_KINDS = new Set(['PrometheusRule', 'Rules', 'ClusterRules', 'GlobalRules']);

/**
 * Finds the rule files in Kubernetes objects (PrometheusRule, ConfigMap, lists of them), Helm values and whatever else
 * holds `groups` of rules, in all documents of a file.
 * @param text what the documents were parsed from
 */
export function findEmbedded(documents: readonly YamlDocument[], text: string): EmbeddedRules[] {
  const found: EmbeddedRules[] = [];
  for (const { root } of documents) if (root) search(root, text, found, 0);
  return found;
}

function search(node: YamlNode, text: string, found: EmbeddedRules[], depth: number): void {
  if (depth > DEEPEST) return;
  if (node.kind === 'sequence') for (const item of node.items) search(item, text, found, depth + 1);
  if (node.kind === 'scalar' && looksLikeRules(node)) {
    found.push({ region: { ...scalarRegion(text, node), language: 'rules' } });
  }
  if (node.kind !== 'mapping') return;
  const isRuleObject = RULE_KINDS.has(scalarAt(node, 'kind') ?? '');
  for (const pair of node.pairs) {
    const { key, value } = pair;
    const name = key.kind === 'scalar' ? key.value : '';
    const spec = isRuleObject && name === 'spec' ? mappingOf(value) : undefined;
    if (spec) found.push({ node: onlyGroups(spec) });
    else if (name === 'groups' && holdsRules(value)) found.push({ node: onlyGroups(node) });
    else search(value, text, found, depth + 1);
  }
}

/** The mapping without the keys beside `groups`, which are the host's business. */
function onlyGroups(node: MappingNode): MappingNode {
  const pairs = node.pairs.filter(({ key }) => key.kind === 'scalar' && key.value === 'groups');
  const from = pairs[0]?.key.span.from ?? node.span.from;
  return { ...node, pairs, span: { from, to: pairs.at(-1)?.value.span.to ?? node.span.to } };
}

/** A list of groups of which one has a rule. */
function holdsRules(value: YamlNode): boolean {
  const groups = resolveAlias(value);
  if (groups?.kind !== 'sequence') return false;
  return groups.items.some((group) => {
    const rules = valueAt(group, 'rules');
    return rules?.kind === 'sequence' && rules.items.some(isRule);
  });
}

function isRule(node: YamlNode): boolean {
  return (valueAt(node, 'alert') ?? valueAt(node, 'record')) !== undefined;
}

function looksLikeRules({ style, value }: ScalarNode): boolean {
  const isBlock = style === 'literal' || style === 'folded' || value.includes('\n');
  return (
    isBlock && /^groups[ \t]*:/m.test(value) && /^[ \t]*(?:-[ \t]+)*(?:alert|record)[ \t]*:/m.test(value)
  );
}

function valueAt(node: YamlNode, name: string): YamlNode | undefined {
  const pair = mappingOf(node)?.pairs.find(({ key }) => key.kind === 'scalar' && key.value === name);
  return pair && resolveAlias(pair.value);
}

function scalarAt(node: MappingNode, name: string): string | undefined {
  const value = valueAt(node, name);
  return value?.kind === 'scalar' ? value.value : undefined;
}

function mappingOf(node: YamlNode): MappingNode | undefined {
  const target = resolveAlias(node);
  return target?.kind === 'mapping' ? target : undefined;
}
