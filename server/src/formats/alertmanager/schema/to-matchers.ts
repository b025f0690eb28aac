import { formatMatcher } from '../../../languages/matchers/notation';
import type { TextEdit } from '../../../text/finding';
import { removeField } from '../../structure/remove-field';
import type { DecodedField, DecodedMap, DecodedStruct } from '../../structure/types';
import { yamlText } from '../../structure/yaml-text';

/**
 * The edits that write a map of labels, `match` or `match_re`, as a list of matchers, together with its counterpart;
 * none where there are matchers already, or where the map is written in a way that can't be kept.
 */
export function toMatchers(field: DecodedField, struct: DecodedStruct, text: string): TextEdit[] | undefined {
  const prefix = /^(?:source_|target_)?/.exec(field.info.name)?.[0] ?? '';
  if (struct.fields.has(`${prefix}matchers`)) return undefined;
  const map = plainMap(field);
  const other = struct.fields.get(
    field.info.name === `${prefix}match` ? `${prefix}match_re` : `${prefix}match`,
  );
  const otherMap = other && plainMap(other);
  if (!map || map.entries.length === 0 || (other && !otherMap)) return undefined;
  const removal = other && removeField(text, struct.node, other.info.name);
  if (other && !removal) return undefined;

  const items = [...matchersOf(field, map), ...(other && otherMap ? matchersOf(other, otherMap) : [])];
  const edits: TextEdit[] = [{ span: field.keySpan, newText: `${prefix}matchers` }];
  if (map.node.flow)
    edits.push({ span: map.node.span, newText: `[${items.map(({ yaml }) => yaml).join(', ')}]` });
  else edits.push(...blockItems(items, map, text));
  return removal ? [...edits, removal] : edits;
}

interface Item {
  readonly yaml: string;
  /** Of the entry that it is made of. */
  readonly from: number;
  readonly to: number;
}

function matchersOf({ info }: DecodedField, { node, entries }: DecodedMap): Item[] {
  const operator = info.name.endsWith('_re') ? '=~' : '=';
  return entries.flatMap(({ name, key, value }) => {
    const written = node.pairs.find((pair) => pair.key.span.from === key.span.from);
    if (!written || typeof value !== 'object' || value.kind !== 'scalar') return [];
    const yaml = yamlText(formatMatcher({ name, operator, value: value.text }));
    return [{ yaml, from: key.span.from, to: written.value.span.to }];
  });
}

/** A map whose entries all stand where it is written and have values. */
function plainMap({ value, node }: DecodedField): DecodedMap | undefined {
  if (typeof value !== 'object' || value.kind !== 'map' || node.kind !== 'mapping') return undefined;
  const isPlain = (entry: DecodedMap['entries'][number]): boolean => {
    const pair = node.pairs.find(({ key }) => key.span.from === entry.key.span.from);
    return typeof entry.value === 'object' && pair?.value.kind === 'scalar' && pair.value.block === undefined;
  };
  return value.entries.length === node.pairs.length && value.entries.every(isPlain) ? value : undefined;
}

/** Each entry becomes an item on its own line; those of the counterpart follow the last one. */
function blockItems(items: readonly Item[], { node }: DecodedMap, text: string): TextEdit[] {
  const { from, to } = node.span;
  const own = items.filter((item) => item.from >= from && item.to <= to);
  const others = items.filter((item) => !own.includes(item));
  const indent = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return own.map((item, index) => {
    const isLast = index === own.length - 1;
    const more = isLast ? others.map(({ yaml }) => `\n${indent}- ${yaml}`).join('') : '';
    return { span: { from: item.from, to: item.to }, newText: `- ${item.yaml}${more}` };
  });
}
