import type { FieldInfo, FieldType, StructInfo } from '../../structure/types';

/**
 * A field of the operator's objects: the name alone where nothing but its spelling differs from Alertmanager's field,
 * else with what differs. `as`: Alertmanager's name, where it isn't the same in snake case.
 */
export type Row = string | (Partial<FieldInfo> & { readonly name: string; readonly as?: string });

/** What a struct of the operator's has of its own. */
interface Own extends Pick<StructInfo, 'rules' | 'snippet'> {
  /** The Go type, by which the documentation is found. */
  readonly type: string;
  readonly rows: readonly Row[];
}

/** The chapter of the operator's documentation about a Go type. */
export function operatorDocs(type: string): string {
  return `https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.${type}`;
}

/**
 * The operator's counterpart of a struct of Alertmanager's. It has the fields of `rows` only, each with the type and the
 * documentation of Alertmanager's field, without what is said there about versions, secrets and other fields' checks.
 */
export function derive(from: StructInfo, { type, rows, rules, snippet }: Own): StructInfo {
  const all = rows.map((row) => (typeof row === 'string' ? { name: row } : row));
  const names = new Map(all.map((row) => [originOf(row), row.name]));
  const rename = (text: string | undefined): string | undefined =>
    text?.replace(/`(\w+)`/g, (code, name: string) => {
      const renamed = names.get(name);
      return renamed === undefined ? code : `\`${renamed}\``;
    });
  return {
    id: from.id,
    title: from.title,
    link: operatorDocs(type),
    fields: all.map((row) => deriveField(from, row, rename)),
    rules,
    snippet,
  };
}

type FullRow = Exclude<Row, string>;

function originOf({ name, as }: FullRow): string {
  return as ?? name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
}

/** @param rename writes fields of the same struct in the operator's spelling */
function deriveField(
  { fields }: StructInfo,
  row: FullRow,
  rename: (text: string | undefined) => string | undefined,
): FieldInfo {
  const { as: origin = originOf(row), ...own } = row;
  const field = fields.find(({ name }) => name === origin);
  const since = field?.since && `Alertmanager has it since ${field.since.join('.')}.`;
  return {
    type: field?.type ?? { kind: 'any' },
    summary: rename(field?.summary) ?? '',
    details: [rename(field?.details), since].filter(Boolean).join('\n\n') || undefined,
    default: rename(field?.default),
    example: own.type ? undefined : field?.example?.replace(/^\w+/, own.name),
    templated: field?.templated,
    ...own,
  };
}

/** The struct that a field of Alertmanager's holds, by itself or in a list. */
export function heldBy(struct: StructInfo, name: string): StructInfo {
  const type = struct.fields.find((field) => field.name === name)?.type;
  const held = type?.kind === 'list' ? type.of : type;
  return held?.kind === 'struct' ? held.struct() : struct;
}

/** A struct as the type of a field. */
export function of(struct: () => StructInfo): FieldType {
  return { kind: 'struct', struct };
}

/** A list of structs. */
export function listOf(struct: () => StructInfo): FieldType {
  return { kind: 'list', of: of(struct), nullItems: 'refused' };
}
