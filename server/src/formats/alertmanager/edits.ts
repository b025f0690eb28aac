import type { TextEdit } from '../../text/finding';
import { removeField } from '../structure/remove-field';
import type { DecodedField } from '../structure/types';
import { yamlText } from '../structure/yaml-text';
import type { ConfigModel, RouteModel } from './model';

/** The lists that things are added to, each with the lines of a new item behind its name. */
const NEW_ITEMS = {
  receivers: [],
  time_intervals: [
    'time_intervals:',
    "  - weekdays: ['monday:friday']",
    "    times: [{ start_time: '09:00', end_time: '17:00' }]",
  ],
} as const satisfies Record<string, readonly string[]>;

/**
 * The edit that adds an item of that name at the end of a list of the configuration `text`; undefined where the list
 * is written in a way that can't be added to.
 */
export function addNamed(
  text: string,
  { root }: ConfigModel,
  list: keyof typeof NEW_ITEMS,
  name: string,
): TextEdit | undefined {
  const field = root?.fields.get(list);
  const lines = [`name: ${yamlText(name)}`, ...NEW_ITEMS[list]];
  if (!field) return insertAt(text, text.length, `${list}:\n${item('  ', lines)}`);
  if (field.value === 'null') return insertAt(text, endOfLine(text, field.keySpan.to), item('  ', lines));
  if (field.value === 'unknown' || field.value.kind !== 'list' || field.value.node.flow) return undefined;
  const { dashes, items } = field.value.node;
  const [dash] = dashes;
  const last = items.at(-1);
  if (dash === undefined || !last) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', dash - 1) + 1, dash);
  if (indent.trim() !== '') return undefined;
  return insertAt(text, endOfLine(text, lastWritten(text, last.span.to)), item(indent, lines));
}

function item(indent: string, lines: readonly string[]): string {
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

/** Behind the last character before `offset` that is no white space. */
function lastWritten(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function endOfLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}

function insertAt(text: string, at: number, lines: string): TextEdit {
  const before = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return { span: { from: at, to: at }, newText: before + lines };
}

/** Settings that a route hands on to its children. */
const INHERITED = ['receiver', 'group_by', 'group_wait', 'group_interval', 'repeat_interval'] as const;

/** A setting that all children of a route repeat, with the edits that write it once, at the route. */
export interface SharedSetting {
  readonly name: string;
  /** As written. */
  readonly value: string;
  readonly edits: readonly TextEdit[];
}

/** The settings that every child of `route` has with the same text, and that the route itself lacks. */
export function sharedSettings(text: string, { struct, routes }: RouteModel): SharedSetting[] {
  const list = struct.fields.get('routes');
  if (!list || routes.length < 2) return [];
  return INHERITED.flatMap((name) => {
    if (struct.fields.has(name)) return [];
    const fields = routes.map((child) => child.struct.fields.get(name));
    const [first] = fields;
    const value = first && valueText(text, first);
    if (value === undefined || fields.some((field) => !field || valueText(text, field) !== value)) return [];
    const removals = routes.map((child) => removeField(text, child.struct.node, name));
    const lineStart = text.lastIndexOf('\n', list.keySpan.from - 1) + 1;
    const indent = text.slice(lineStart, list.keySpan.from);
    if (indent.trim() !== '' || removals.some((edit) => !edit)) return [];
    const insertion = { span: { from: lineStart, to: lineStart }, newText: `${indent}${name}: ${value}\n` };
    return [{ name, value, edits: [insertion, ...removals.flatMap((edit) => edit ?? [])] }];
  });
}

/** The value of a field of one line, as written. */
function valueText(text: string, { node }: DecodedField): string | undefined {
  const value = text.slice(node.span.from, node.span.to);
  return value === '' || value.includes('\n') ? undefined : value;
}
