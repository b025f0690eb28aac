import type { FieldInfo, FieldType, StringCheck, StructInfo } from '../../structure/types';

/** What may be said of a field besides its name, type and summary. */
export type More = Omit<Partial<FieldInfo>, 'name' | 'type' | 'summary'>;

/** The chapter of the documentation with that anchor. */
export function docs(anchor: string): string {
  return `https://prometheus.io/docs/alerting/latest/configuration/#${anchor}`;
}

/** A text that is taken as it is. */
export function text(name: string, summary: string, more?: More): FieldInfo {
  return { name, type: { kind: 'string' }, summary, ...more };
}

/** A text that is executed as a Go template when a notification is sent. */
export function template(name: string, summary: string, more?: More): FieldInfo {
  return { ...text(name, summary, more), templated: true };
}

/** A text that `check` reads. */
export function checked(name: string, check: StringCheck, summary: string, more?: More): FieldInfo {
  return { name, type: { kind: 'string', check }, summary, ...more };
}

export function flag(name: string, summary: string, more?: More): FieldInfo {
  return { name, type: { kind: 'bool' }, summary, ...more };
}

export function int(name: string, summary: string, more?: More): FieldInfo {
  return { name, type: { kind: 'int' }, summary, ...more };
}

/** A file that holds what another field would. */
export function file(name: string, summary: string, more?: More): FieldInfo {
  return { ...text(name, summary, more), path: 'file' };
}

export function struct(name: string, info: () => StructInfo, summary: string, more?: More): FieldInfo {
  return { name, type: { kind: 'struct', struct: info }, summary, ...more };
}

export function list(name: string, of: FieldType, summary: string, more?: More): FieldInfo {
  return { name, type: { kind: 'list', of }, summary, ...more };
}
