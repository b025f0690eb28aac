import { resolveAlias } from '../../languages/yaml/decode';
import type { MappingNode, ScalarNode, YamlDocument, YamlNode } from '../../languages/yaml/nodes';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { Region } from '../../text/region';
import type { Span } from '../../text/span';
import type { OperatorApi } from '../alertmanager/operator/api';

/**
 * A rule file or an Alertmanager configuration inside of another YAML file: in place, or as the text of a scalar.
 * `operator`: what stands under `spec` of an AlertmanagerConfig object, which has its own spelling.
 */
export type Embedded =
  | ({ readonly of: 'rules' | 'alertmanager' } & (EmbeddedNode | EmbeddedText))
  | ({ readonly of: 'operator'; readonly api: OperatorApi } & EmbeddedNode);

/** In place: the mapping that holds `groups` or `route`. */
export interface EmbeddedNode {
  readonly node: YamlNode;
  /** The keys that lead to it from the outside in, `-` for an item of a list. */
  readonly at: readonly string[];
  /** To the beginning of what follows, so that it holds what is about to be written at the end. */
  readonly extent: Span;
}

export interface EmbeddedText {
  readonly region: Region;
}

/** Deeper than this nobody puts a rule file, and hostile files go on without end. */
const DEEPEST = 32;

/** Objects whose `spec` is a rule file whatever is in it: of the Prometheus operator, and of Google's. */
const RULE_KINDS = new Set(['PrometheusRule', 'Rules', 'ClusterRules', 'GlobalRules']);

/**
 * Finds the rule files and Alertmanager configurations in Kubernetes objects (PrometheusRule, AlertmanagerConfig,
 * ConfigMap, Secret, lists of them), Helm values and whatever else holds `groups` of rules, or `route` and `receivers`, in
 * all documents of a file.
 * @param text what the documents were parsed from
 */
export function findEmbedded(documents: readonly YamlDocument[], text: string): Embedded[] {
  const found: Embedded[] = [];
  for (const [index, { root }] of documents.entries()) {
    const end = documents[index + 1]?.span.from ?? text.length;
    if (root) search(root, { text, at: [], end, found });
  }
  return found;
}

interface Search {
  readonly text: string;
  readonly at: readonly string[];
  /** Where what follows the node begins. */
  readonly end: number;
  readonly found: Embedded[];
}

function search(node: YamlNode, around: Search): void {
  const { text, at, end, found } = around;
  if (at.length > DEEPEST) return;
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      search(item, { ...around, at: [...at, '-'], end: node.dashes[index + 1] ?? end });
    }
  }
  if (node.kind === 'scalar') {
    const of = looksLikeRules(node) ? 'rules' : looksLikeConfig(node) ? 'alertmanager' : undefined;
    if (of) found.push({ of, region: { ...scalarRegion(text, node), language: of } });
  }
  if (node.kind !== 'mapping') return;
  if (holdsConfig(node, at)) {
    found.push({
      of: 'alertmanager',
      node: withoutSwitch(node),
      at,
      extent: { from: node.span.from, to: end },
    });
    return;
  }
  searchFields(node, around);
}

function searchFields(node: MappingNode, around: Search): void {
  const { at, found } = around;
  const isRuleObject = RULE_KINDS.has(scalarAt(node, 'kind') ?? '');
  const api = operatorApi(node);
  for (const [index, { key, value }] of node.pairs.entries()) {
    const name = key.kind === 'scalar' ? key.value : '';
    const end = node.pairs[index + 1]?.key.span.from ?? around.end;
    const inside = { ...around, at: [...at, name], end };
    const spec = isRuleObject && name === 'spec' ? mappingOf(value) : undefined;
    const extent = { from: Math.min(key.span.to, value.span.from), to: end };
    if (spec) found.push({ of: 'rules', node: onlyGroups(spec), at: inside.at, extent });
    else if (api && name === 'spec') found.push({ of: 'operator', api, node: value, at: inside.at, extent });
    else if (name === 'groups' && holdsRules(value)) {
      const rules = onlyGroups(node);
      found.push({ of: 'rules', node: rules, at, extent: { from: rules.span.from, to: around.end } });
    } else search(value, inside);
  }
}

/** The version of an AlertmanagerConfig object of the Prometheus operator; undefined for other objects. */
function operatorApi(object: MappingNode): OperatorApi | undefined {
  if (scalarAt(object, 'kind') !== 'AlertmanagerConfig') return undefined;
  const version = scalarAt(object, 'apiVersion') ?? '';
  const isOthers = version.includes('/') && !version.startsWith('monitoring.coreos.com/');
  if (isOthers) return undefined;
  return version.endsWith('/v1beta1') ? 'v1beta1' : 'v1alpha1';
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

function looksLikeConfig({ style, value }: ScalarNode): boolean {
  const isBlock = style === 'literal' || style === 'folded' || value.includes('\n');
  return isBlock && /^route[ \t]*:/m.test(value) && /^receivers[ \t]*:/m.test(value);
}

/** Keys of a configuration, one of which makes the `config` of a chart's Alertmanager one, however little it says. */
const CONFIG_KEYS = [
  'global',
  'route',
  'receivers',
  'inhibit_rules',
  'time_intervals',
  'mute_time_intervals',
  'templates',
];

/** The `config` of a chart's Alertmanager, or any mapping with a route and receivers in Alertmanager's own spelling. */
function holdsConfig(node: MappingNode, at: readonly string[]): boolean {
  const isCharts = at.at(-1) === 'config' && at.at(-2) === 'alertmanager';
  if (isCharts && CONFIG_KEYS.some((name) => valueAt(node, name) !== undefined)) return true;
  const receivers = valueAt(node, 'receivers');
  return (
    valueAt(node, 'route')?.kind === 'mapping' &&
    receivers?.kind === 'sequence' &&
    receivers.items.every((item) => isConfigsReceiver(item))
  );
}

/** The mapping without the key by which the chart of Alertmanager leaves the configuration out. */
function withoutSwitch(node: MappingNode): MappingNode {
  return { ...node, pairs: node.pairs.filter(({ key }) => key.kind !== 'scalar' || key.value !== 'enabled') };
}

/** The operator's own objects write `slackConfigs`. */
function isConfigsReceiver(item: YamlNode): boolean {
  return (
    mappingOf(item)?.pairs.every(({ key }) => key.kind !== 'scalar' || !/[a-z]Configs$/.test(key.value)) ??
    true
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
