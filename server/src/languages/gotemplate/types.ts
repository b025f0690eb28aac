/** Values in templates, as far as they matter for what can be done with them. */
export type TemplateType =
  | 'any'
  | 'string'
  | 'bool'
  | 'int'
  | 'float'
  | 'complex'
  | 'nil'
  /** Go's time.Time and time.Duration. */
  | 'time'
  | 'duration'
  /** The value of a sample: a float, or a native histogram. */
  | 'sample value'
  | MapType
  | ListType
  | StructType;

/**
 * What a parameter takes: a type, or `number`, which is what Prometheus converts to a float (a number, or a string
 * that holds one), `sequence` (a string or list), `collection` (that or a map).
 */
export type ParameterType = TemplateType | 'number' | 'sequence' | 'collection';

export interface TemplateParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly doc: string;
}

export interface Member {
  readonly type: TemplateType;
  /** Markdown. */
  readonly summary: string;
  /** Of a method: what it is given. */
  readonly parameters?: readonly TemplateParameter[];
  /** The program's version that has it first, where that matters. */
  readonly since?: string;
  /** The values that a string can have. */
  readonly values?: readonly string[];
}

/** What the keys of a map of strings are the names of. */
export type KeyRole =
  | 'alert labels' // the labels of the alert that a rule's template belongs to
  | 'labels'
  | 'group labels'
  | 'route labels'
  | 'annotations';

/** A map from strings, for instance of labels. */
export interface MapType {
  readonly kind: 'map';
  readonly name: string;
  readonly of: TemplateType;
  readonly methods?: ReadonlyMap<string, Member>;
  readonly role?: KeyRole;
}

export interface ListType {
  readonly kind: 'list';
  readonly name: string;
  /** As in `StructType`. */
  readonly assumed?: boolean;
  readonly of: TemplateType;
  readonly methods?: ReadonlyMap<string, Member>;
}

export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: ReadonlyMap<string, Member>;
  /** It is only likely to be this: a name that resembles none of its fields may still be one. */
  readonly assumed?: boolean;
}

/** The type's name for people. */
export function typeName(type: TemplateType): string {
  if (typeof type !== 'string') return type.name;
  return type === 'any' ? 'any value' : type;
}

/** `a string`, `an int`, `labels`: a type's name in a sentence. */
export function withArticle(name: string): string {
  if (/^(?:any|labels|external|arguments|the|no|annotations|\w+ (?:labels|annotations))\b/.test(name))
    return name;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
