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

export interface Member {
  readonly type: TemplateType;
  /** Markdown. */
  readonly summary: string;
  /** A method, which may want arguments. */
  readonly method?: boolean;
}

/** A map from strings, for instance of labels. */
export interface MapType {
  readonly kind: 'map';
  readonly name: string;
  readonly of: TemplateType;
  readonly methods?: ReadonlyMap<string, Member>;
  /** Its keys are the names of the labels of the alert that the template belongs to. */
  readonly role?: 'alert labels';
}

export interface ListType {
  readonly kind: 'list';
  readonly name: string;
  readonly of: TemplateType;
  readonly methods?: ReadonlyMap<string, Member>;
}

export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: ReadonlyMap<string, Member>;
}

/** The type's name for people. */
export function typeName(type: TemplateType): string {
  if (typeof type !== 'string') return type.name;
  return type === 'any' ? 'any value' : type;
}

/** `a string`, `an int`, `labels`: a type's name in a sentence. */
export function withArticle(name: string): string {
  if (/^(?:any|labels|external|arguments|the|no)\b/.test(name)) return name;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/**
 * What `.name` of a value gives. `undefined` where it certainly fails (text/template `evalField`): a struct
 * without that field, a value that has no fields at all.
 */
export function fieldType(receiver: TemplateType, name: string): TemplateType | undefined {
  if (typeof receiver === 'string') {
    return ['any', 'nil', 'time', 'duration', 'sample value'].includes(receiver) ? 'any' : undefined;
  }
  switch (receiver.kind) {
    case 'struct':
      return receiver.fields.get(name)?.type;
    case 'map':
      return receiver.methods?.get(name)?.type ?? receiver.of;
    case 'list':
      return receiver.methods?.get(name)?.type;
  }
}

/** What `range` goes over, or `undefined` where it certainly fails (text/template `walkRange`). */
export function elementTypes(type: TemplateType): { key: TemplateType; element: TemplateType } | undefined {
  if (typeof type === 'string') {
    if (type === 'any' || type === 'nil') return { key: 'any', element: 'any' };
    return type === 'int' ? { key: 'nil', element: 'int' } : undefined;
  }
  switch (type.kind) {
    case 'map':
      return { key: 'string', element: type.of };
    case 'list':
      return { key: 'int', element: type.of };
    case 'struct':
      return undefined;
  }
}
