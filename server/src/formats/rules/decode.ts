import { headSpan, isNull, resolveAlias } from '../../languages/yaml/decode';
import type { MappingNode, YamlNode } from '../../languages/yaml/nodes';
import type { Finding } from '../../text/finding';
import { describeNode } from '../structure/describe';
import { Decoding, type RulesContext } from './context';
import { readFields, type Fields } from './decode-fields';
import { readLabels } from './decode-labels';
import { decodeRuleFields } from './decode-rule';
import { isKnown, readDurationField, readInteger, readSequence, readText } from './decode-values';
import type { GroupModel, RuleFileModel, RuleModel } from './model';

export type { RulesContext } from './context';

/**
 * Decoding of rule files as Prometheus does it (model/rulefmt/rulefmt.go with go-yaml v3's KnownFields). Everything that
 * `promtool check rules` refuses is an error, except what needs the groups of the whole file: see duplicates.ts.
 */

export interface Decoded<T> {
  readonly model: T;
  readonly findings: Finding[];
}

/** A whole file: the root of its first document, or undefined for an empty one. */
export function decodeFile(root: YamlNode | undefined, context: RulesContext): Decoded<RuleFileModel> {
  const decoding = new Decoding(context);
  const model = fileModel(decoding, root);
  return { model, findings: decoding.findings() };
}

/** One item of `groups`; no model for a null or anything else that makes no group. */
export function decodeGroup(node: YamlNode, context: RulesContext): Decoded<GroupModel | undefined> {
  const decoding = new Decoding(context);
  const model = groupModel(decoding, node);
  return { model, findings: decoding.findings() };
}

/** One item of `rules`; no model for a null or anything else that makes no rule. */
export function decodeRule(node: YamlNode, context: RulesContext): Decoded<RuleModel | undefined> {
  const decoding = new Decoding(context);
  const model = ruleModel(decoding, node);
  return { model, findings: decoding.findings() };
}

function fileModel(decoding: Decoding, root: YamlNode | undefined): RuleFileModel {
  const mapping = root && itemMapping(decoding, root, 'a rule file is a mapping with the key "groups"');
  if (!mapping) return { fields: [], groups: [] };
  const file = decoding.at(mapping);
  const fields = readFields(file, mapping, 'file');
  const groups = readSequence(file, fields.get('groups'));
  return {
    fields: fields.entries,
    groups: isKnown(groups) ? groups.items.flatMap((item) => groupModel(decoding, item) ?? []) : [],
  };
}

function groupModel(decoding: Decoding, node: YamlNode): GroupModel | undefined {
  const mapping = itemMapping(decoding, node, 'a group is a mapping with "name" and "rules"');
  if (!mapping) return undefined;
  const group = decoding.at(mapping);
  const fields = readFields(group, mapping, 'group');
  const list = readSequence(group, fields.get('rules'));
  const rules = isKnown(list) ? list.items.flatMap((item) => ruleModel(decoding, item) ?? []) : [];
  const { from, to } = mapping.span;
  return {
    name: groupName(group, mapping, fields),
    span: { from, to: Math.max(to, rules.at(-1)?.span.to ?? to) },
    fields: fields.entries,
    interval: readDurationField(group, fields.get('interval')),
    queryOffset: readDurationField(group, fields.get('query_offset')),
    limit: readInteger(group, fields.get('limit')),
    labels: readLabels(group, fields.get('labels'), { of: 'label' }),
    rules,
    node: mapping,
  };
}

function groupName(decoding: Decoding, mapping: MappingNode, fields: Fields): GroupModel['name'] {
  const field = fields.get('name');
  const name = readText(decoding, field);
  if (isKnown(name) && name.text !== '') return { text: name.text, span: name.span };
  if (name !== 'unknown' && !fields.mayHave('name')) {
    const message = field ? 'the name of a group must not be empty' : 'a group needs a "name"';
    decoding.report('rules/missing-name', field?.keySpan ?? headSpan(mapping), message);
  }
  return undefined;
}

function ruleModel(decoding: Decoding, node: YamlNode): RuleModel | undefined {
  const mapping = itemMapping(decoding, node, 'a rule is a mapping with "alert" or "record", and "expr"');
  if (!mapping) return undefined;
  const { rules } = decoding.shared;
  const rule = rules.get(mapping) ?? decodeRuleFields(decoding.at(mapping), mapping);
  rules.set(mapping, rule);
  return rule;
}

/** The mapping that an item must be. Nulls are skipped, as go-yaml skips them. */
function itemMapping(decoding: Decoding, node: YamlNode, wanted: string): MappingNode | undefined {
  const target = resolveAlias(node);
  if (!target || isNull(target)) return undefined;
  if (target.kind === 'mapping') return target;
  decoding.at(target).report('rules/wrong-type', headSpan(target), `${wanted}, not ${describeNode(target)}`);
  return undefined;
}
