import type { Suggestion } from '../../text/answers';
import { fieldDetail, fieldDocs } from './field-docs';
import { fieldSnippet, itemSnippet } from './snippets';
import type { ItemSpot, ItemValueSpot, KeySpot, Spot, ValueSpot } from './spot';
import { spotsAt } from './spots-at';
import { structLayout, type StructContainer, type StructList } from './struct-layout';
import type { FieldInfo, FieldType, StructInfo, Version } from './types';
import { isIn } from './versions';
import { yamlText } from './yaml-text';

/** A value that a field may have, and what it is. */
export interface OfferedValue {
  readonly value: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** What is known beyond the tables. What is missing means fewer suggestions. */
export interface StructNames {
  /** Values of the field, or of the entry of its map, the more useful first: what it refers to, what is in use. */
  values?(field: FieldInfo, type: FieldType, entry?: string): Iterable<OfferedValue>;
  /** Names for a map of the field. */
  keys?(field: FieldInfo): Iterable<OfferedValue>;
}

export interface StructCompletion {
  readonly root: StructInfo;
  /** The path of the root in the text, where it isn't all of it. */
  readonly at?: readonly string[];
  readonly version: Version;
  /** The program's name, for documentation. */
  readonly program: string;
  readonly names: StructNames;
}

/**
 * Suggestions for the structure of a file at `offset`: fields that are still allowed there, new items, values. Lines of
 * an insertion after the first are indented relative to the line that it is inserted in (LSP's `adjustIndentation`).
 */
export function completeStruct(text: string, offset: number, completion: StructCompletion): Suggestion[] {
  return spotsAt(text, offset, structLayout(completion.root, completion.at)).flatMap((spot) =>
    completeSpot(spot, text, completion),
  );
}

function completeSpot(
  spot: Spot<StructContainer, StructList>,
  text: string,
  completion: StructCompletion,
): Suggestion[] {
  switch (spot.kind) {
    case 'key':
      return spot.container.kind === 'struct'
        ? completeFields(spot, spot.container.info, completion)
        : completeNames(spot, spot.container.field, completion);
    case 'item':
      return completeItem(spot, completion);
    case 'value':
      return completeValue(spot, text, completion);
    case 'item-value':
      return completeItemValue(spot, text, completion);
  }
}

type Key = KeySpot<StructContainer>;

function completeFields(spot: Key, info: StructInfo, { version, program }: StructCompletion): Suggestion[] {
  const excluded = excludedFields(info, spot.present);
  const fields = info.fields.filter(
    (field) => isIn(field, version) && !spot.present.has(field.name) && !excluded.has(field.name),
  );
  return fields.map((field, index) => ({
    label: field.name,
    kind: 'field',
    detail: fieldDetail(field),
    documentation: () => fieldDocs(field, info, program),
    replace: spot.replace,
    rank: index + (field.required ? 0 : 1000) + (field.deprecated ? 2000 : 0),
    deprecated: field.deprecated !== undefined,
    ...fieldInsertion(field, spot),
  }));
}

/** Fields that those present rule out. */
function excludedFields({ rules = [] }: StructInfo, present: ReadonlySet<string>): ReadonlySet<string> {
  const excluded = new Set<string>();
  for (const rule of rules) {
    if (rule.kind === 'exclusive' && rule.fields.some((name) => present.has(name))) {
      for (const name of rule.fields) excluded.add(name);
    }
  }
  return excluded;
}

function fieldInsertion(field: FieldInfo, spot: Key): Partial<Suggestion> {
  const { name, type } = field;
  if (spot.hasColon) return { insertText: name };
  const retrigger = type.kind === 'string' && (type.refers !== undefined || type.values !== undefined);
  if (spot.flow) {
    const value =
      type.kind === 'list' ? '[$0]' : type.kind === 'struct' || type.kind === 'map' ? '{ $0 }' : '$0';
    return { insertText: `${name}: ${value}`, snippet: true, retrigger };
  }
  return { insertText: indented(fieldSnippet(field), spot.deeper), snippet: true, retrigger };
}

function indented(snippet: string, deeper: number): string {
  return snippet.replaceAll('\n', `\n${' '.repeat(deeper)}`);
}

function completeNames(spot: Key, field: FieldInfo, { names }: StructCompletion): Suggestion[] {
  return Array.from(names.keys?.(field) ?? [])
    .filter(({ value }) => !spot.present.has(value))
    .map(({ value, ...more }, rank) => ({
      label: value,
      kind: 'label',
      ...more,
      replace: spot.replace,
      rank,
      insertText: spot.hasColon ? yamlText(value) : `${yamlText(value)}: `,
    }));
}

function completeItem({ of, replace }: ItemSpot<StructList>, completion: StructCompletion): Suggestion[] {
  const { type, field } = of;
  const item = type.of;
  if (item.kind === 'struct') {
    const info = item.struct();
    return [
      {
        label: `- ${info.fields[0]?.name ?? ''}: …`,
        kind: 'snippet',
        detail: info.title,
        replace,
        rank: 0,
        insertText: `- ${indented(itemSnippet(info), 2)}`,
        snippet: true,
      },
    ];
  }
  return offeredValues(field, item, completion).map((offered, rank) => ({
    ...valueSuggestion(offered, rank, replace),
    label: `- ${offered.value}`,
    insertText: `- ${yamlText(offered.value)}`,
  }));
}

function completeValue(
  spot: ValueSpot<StructContainer>,
  text: string,
  completion: StructCompletion,
): Suggestion[] {
  const { container, replace, needsSpace } = spot;
  const field =
    container.kind === 'struct'
      ? container.info.fields.find(({ name }) => name === spot.field)
      : container.field;
  if (!field) return [];
  const type = container.kind === 'struct' ? field.type : container.type.values;
  const entry = container.kind === 'map' ? spot.field : undefined;
  return suggestValues(offeredValues(field, type, completion, entry), replace, text, needsSpace ? ' ' : '');
}

function completeItemValue(
  { of, replace }: ItemValueSpot<StructList>,
  text: string,
  completion: StructCompletion,
): Suggestion[] {
  return suggestValues(offeredValues(of.field, of.type.of, completion), replace, text, '');
}

function suggestValues(
  offered: readonly OfferedValue[],
  replace: Suggestion['replace'],
  text: string,
  before: string,
): Suggestion[] {
  const isQuoted = /["']/.test(text.charAt(replace.from - 1));
  return offered.map((value, rank) => ({
    ...valueSuggestion(value, rank, replace),
    insertText: `${before}${isQuoted ? value.value : yamlText(value.value)}`,
  }));
}

function valueSuggestion(
  { value, detail, documentation }: OfferedValue,
  rank: number,
  replace: Suggestion['replace'],
): Suggestion {
  return { label: value, kind: 'value', detail, documentation, replace, rank };
}

/** What the field takes: known names first, then the values of the tables. */
function offeredValues(
  field: FieldInfo,
  type: FieldType,
  { names, version }: StructCompletion,
  entry?: string,
): OfferedValue[] {
  const offered = new Map<string, OfferedValue>();
  for (const value of names.values?.(field, type, entry) ?? []) offered.set(value.value, value);
  if (type.kind === 'bool') {
    for (const value of ['true', 'false']) offered.set(value, { value });
    return [...offered.values()];
  }
  if (type.kind !== 'string') return [...offered.values()];
  for (const { value, summary, since } of type.values ?? []) {
    if (isIn({ since }, version)) offered.set(value, { value, documentation: summary });
  }
  for (const value of type.check?.examples ?? []) if (!offered.has(value)) offered.set(value, { value });
  return [...offered.values()];
}
