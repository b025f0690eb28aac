import type { Suggestion } from '../../text/answers';
import { durationInWords } from '../../languages/promql/words';
import { readDuration } from './duration';
import { fieldDetail, fieldDocs } from './field-docs';
import type { FieldInfo, Level } from './field-info';
import { fieldsOf } from './schema';
import { spotsAt } from '../structure/spots-at';
import { yamlText } from '../structure/yaml-text';
import {
  rulesLayout,
  type Container,
  type RuleItemSpot,
  type RuleKeySpot,
  type RuleSpot,
  type RuleValueSpot,
} from './layout';
import { usualDurations, wellKnownAnnotations, wellKnownLabels, type WellKnownName } from './well-known';

/** Names in use elsewhere in the workspace, the more useful first; what is missing means fewer suggestions. */
export interface NamesInUse {
  labelNames?(): Iterable<string>;
  annotationNames?(): Iterable<string>;
  labelValues?(label: string): Iterable<string>;
}

export interface CompletionSettings {
  /** The target version; newer fields aren't offered. */
  readonly version: readonly [number, number];
}

/**
 * Suggestions for the structure of a rule file at `offset`: fields, whole rules and groups, labels and values; none
 * inside an expression or a template. Lines of an insertion after the first are indented relative to the line that it
 * is inserted in (LSP's `adjustIndentation`).
 */
export function completeStructure(
  text: string,
  offset: number,
  settings: CompletionSettings,
  names: NamesInUse = {},
): Suggestion[] {
  return spotsAt(text, offset, rulesLayout).flatMap((spot) => completeSpot(spot, text, settings, names));
}

function completeSpot(
  spot: RuleSpot,
  text: string,
  settings: CompletionSettings,
  names: NamesInUse,
): Suggestion[] {
  switch (spot.kind) {
    case 'key':
      return completeKeys(spot, settings, names);
    case 'item':
      return [...shapesOf(spot)];
    case 'value':
      return completeValues(spot, text, names);
    case 'item-value':
      return [];
  }
}

const levels: Partial<Record<Container, Level>> = { file: 'file', group: 'group', rule: 'rule' };

function completeKeys(spot: RuleKeySpot, settings: CompletionSettings, names: NamesInUse): Suggestion[] {
  const level = levels[spot.container];
  if (!level) return completeNames(spot, names);
  const fields = [...fieldsOf(level).values()].filter(
    (field) => !spot.present.has(field.name) && isKnownIn(field, settings) && fits(field, spot.present),
  );
  const isNew = spot.present.size === 0 && !spot.hasColon && !spot.flow;
  const shapes = isNew && level === 'rule' ? ruleShapes(spot) : [];
  return [...shapes, ...fields.map((field, index) => fieldSuggestion(field, index, spot))];
}

function isKnownIn({ since }: FieldInfo, { version }: CompletionSettings): boolean {
  return since[0] < version[0] || (since[0] === version[0] && since[1] <= version[1]);
}

/** A recording rule has no fields of alerting rules, and the other way round. */
function fits({ name, level, only }: FieldInfo, present: ReadonlySet<string>): boolean {
  if (level !== 'rule' || !only) return true;
  if (only === 'alert') return !present.has('record');
  return (
    name !== 'record' ||
    ![...fieldsOf('rule').values()].some((f) => f.only === 'alert' && present.has(f.name))
  );
}

function fieldSuggestion(field: FieldInfo, rank: number, spot: RuleKeySpot): Suggestion {
  return {
    label: field.name,
    kind: 'field',
    detail: fieldDetail(field),
    documentation: () => fieldDocs(field),
    replace: spot.replace,
    rank: 10 + rank,
    ...insertion(field, spot),
  };
}

function insertion({ name, type, snippet }: FieldInfo, spot: RuleKeySpot): Partial<Suggestion> {
  if (spot.hasColon) return { insertText: name };
  if (spot.flow) {
    const isList = type === 'groups' || type === 'rules';
    const isMapping = type === 'labels' || type === 'annotations';
    return { insertText: `${name}: ${isList ? '[$0]' : isMapping ? '{ $0 }' : '$0'}`, snippet: true };
  }
  return { insertText: indented(snippet, spot.deeper), snippet: true };
}

function indented(snippet: string, deeper: number): string {
  return snippet.replaceAll('\n', `\n${' '.repeat(deeper)}`);
}

const alertShape = [
  'alert: ${1:Name}',
  'expr: ${2:up == 0}',
  'for: ${3:5m}',
  'labels:',
  '  severity: ${4:warning}',
  'annotations:',
  '  summary: ${0:What is wrong}',
].join('\n');
const recordShape = 'record: ${1:level:metric:operation}\nexpr: ${0:sum by (job) (up)}';
const groupShape = 'name: ${1:example}\nrules:\n  - $0';

function shape(label: string, detail: string, text: string, replace: RuleKeySpot['replace']): Suggestion {
  return { label, kind: 'snippet', detail, replace, rank: 0, insertText: text, snippet: true };
}

function ruleShapes({ replace, deeper }: RuleKeySpot): Suggestion[] {
  return [
    shape('alert: …', 'a whole alerting rule', indented(alertShape, deeper), replace),
    shape('record: …', 'a whole recording rule', indented(recordShape, deeper), replace),
  ];
}

function shapesOf({ of, replace }: RuleItemSpot): Suggestion[] {
  if (of === 'groups') {
    return [shape('- name: …', 'a new group', `- ${indented(groupShape, 2)}`, replace)];
  }
  return [
    shape('- alert: …', 'a new alerting rule', `- ${indented(alertShape, 2)}`, replace),
    shape('- record: …', 'a new recording rule', `- ${indented(recordShape, 2)}`, replace),
  ];
}

function completeNames(spot: RuleKeySpot, names: NamesInUse): Suggestion[] {
  const isAnnotation = spot.container === 'annotations';
  const known = isAnnotation ? wellKnownAnnotations : wellKnownLabels;
  const inUse = (isAnnotation ? names.annotationNames?.() : names.labelNames?.()) ?? [];
  const all = new Map<string, WellKnownName | undefined>(known.map((entry) => [entry.name, entry]));
  for (const name of inUse) if (!all.has(name)) all.set(name, undefined);
  return [...all]
    .filter(([name]) => !spot.present.has(name))
    .map(([name, entry], index) => ({
      label: name,
      kind: 'label',
      detail: isAnnotation ? 'annotation' : 'label',
      documentation: entry?.summary,
      replace: spot.replace,
      rank: index,
      insertText: spot.hasColon ? yamlText(name) : `${yamlText(name)}: `,
      retrigger: !spot.hasColon && !isAnnotation,
    }));
}

function completeValues(spot: RuleValueSpot, text: string, names: NamesInUse): Suggestion[] {
  const { container, field, replace, needsSpace } = spot;
  const isQuoted = /["']/.test(text.charAt(replace.from - 1));
  const suggest = (value: string, index: number): Suggestion => ({
    label: value,
    kind: 'value',
    replace,
    rank: index,
    insertText: `${needsSpace ? ' ' : ''}${isQuoted ? value : yamlText(value)}`,
  });
  if (container === 'labels' || container === 'group-labels') {
    const usual = wellKnownLabels.find(({ name }) => name === field)?.values ?? [];
    return [...new Set([...(names.labelValues?.(field) ?? []), ...usual])].map(suggest);
  }
  const level = levels[container];
  if (!level || fieldsOf(level).get(field)?.type !== 'duration') return [];
  return usualDurations.map((duration, index) => {
    const reading = readDuration(duration);
    const detail = 'milliseconds' in reading ? durationInWords(reading.milliseconds / 1000) : undefined;
    return { ...suggest(duration, index), kind: 'duration', detail };
  });
}
