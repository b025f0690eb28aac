import { entriesOf } from '../../languages/yaml/entries';
import type { MappingNode } from '../../languages/yaml/nodes';
import { quoted } from '../../text/quoted';
import { closest } from '../../text/similar';
import type { Decoding } from './context';
import type { FieldEntry } from './model';
import type { Level } from './field-info';
import { foreignField } from './foreign-fields';
import { fieldsOf } from './schema';
import { wellKnownAnnotations, wellKnownLabels } from './well-known';

/** The fields of the file, a group or a rule. */
export interface Fields {
  readonly entries: readonly FieldEntry[];
  get(name: string): FieldEntry | undefined;
  /** True where nothing can be said of an absent field: it may be templated, or it is misspelt, which is said already. */
  mayHave(name: string): boolean;
}

/**
 * The fields of `mapping` as go-yaml finds them for a struct: merged ones included, null keys ignored, others refused
 * (rulefmt decodes with KnownFields). Reports what is unknown at `level`.
 */
export function readFields(decoding: Decoding, mapping: MappingNode, level: Level): Fields {
  const fields = new Map<string, FieldEntry>();
  for (const { name, key, value } of entriesOf(mapping, decoding.yaml, wholes[level]) ?? []) {
    fields.set(name, { name, keySpan: key.span, value });
  }
  const misspelt = new Set<string | undefined>();
  for (const field of fields.values()) {
    const info = fieldsOf(level).get(field.name);
    if (info && decoding.isSince(info.since)) continue;
    misspelt.add(reportUnknown(decoding, field, level, fields));
  }
  return {
    entries: [...fields.values()],
    get: (name) => fields.get(name),
    mayHave: (name) => misspelt.has(name) || decoding.isOpen(mapping),
  };
}

/** Gives the name that was most likely meant. */
function reportUnknown(
  decoding: Decoding,
  { name, keySpan }: FieldEntry,
  level: Level,
  present: ReadonlyMap<string, FieldEntry>,
): string | undefined {
  const elsewhere = placeOf(decoding, name, level);
  const known = [...fieldsOf(level).keys()];
  const free = known.filter((field) => !present.has(field));
  const meant = elsewhere === undefined ? closest(name, free) : undefined;
  if (meant !== undefined) {
    decoding.report(
      'rules/unknown-field',
      keySpan,
      `unknown field ${quoted(name)}; did you mean "${meant}"?`,
      {
        fixes: [{ title: `Rename to ${meant}`, edits: [{ span: keySpan, newText: meant }], preferred: true }],
      },
    );
    return meant;
  }
  const hint = elsewhere ?? `${wholes[level]} has only ${known.join(', ')}`;
  decoding.report('rules/unknown-field', keySpan, `unknown field ${quoted(name)}; ${hint}`);
  return undefined;
}

const wholes: Record<Level, string> = { file: 'a rule file', group: 'a group', rule: 'a rule' };

/** Where a field of that name belongs, if it isn't a misspelling. */
function placeOf(decoding: Decoding, name: string, level: Level): string | undefined {
  const newer = fieldsOf(level).get(name);
  if (newer) {
    const { version } = decoding.context.dialect;
    return `it is new in Prometheus ${newer.since.join('.')}, and the target version is ${version.join('.')}`;
  }
  const foreign = foreignField(level, name);
  if (foreign) return `it is a field of ${foreign.of}, and Prometheus refuses it`;
  const other = (['file', 'group', 'rule'] as const).find((l) => fieldsOf(l).has(name));
  if (other) return `it belongs to ${wholes[other]}, not to ${wholes[level]}; check the indentation`;
  if (level !== 'rule') return undefined;
  if (wellKnownLabels.some((label) => label.name === name)) return 'put it under "labels"';
  if (wellKnownAnnotations.some((label) => label.name === name)) return 'put it under "annotations"';
  return undefined;
}
