import type { FieldInfo, FieldType, StructInfo } from './types';

/** What completion inserts for a field, an LSP snippet; its lines are indented two spaces a step. */
export function fieldSnippet({ name, type, snippet }: FieldInfo): string {
  return snippet ?? `${name}:${valueSnippet(type)}`;
}

/** What completion inserts for a new item of a list of structs, or for a new struct. */
export function itemSnippet(info: StructInfo): string {
  if (info.snippet !== undefined) return info.snippet;
  const required = info.fields.filter((field) => field.required === true);
  if (required.length === 0) return '$0';
  return required
    .map(({ name, type }, index) => {
      const stop = index + 1;
      return type.kind === 'list' || type.kind === 'map' || type.kind === 'struct'
        ? `${name}:\n  \${${stop}}`
        : `${name}: \${${stop}}`;
    })
    .join('\n');
}

function valueSnippet(type: FieldType): string {
  switch (type.kind) {
    case 'bool':
      return ' ${1|true,false|}';
    case 'list':
      return type.of.kind === 'struct'
        ? `\n  - ${itemSnippet(type.of.struct()).replaceAll('\n', '\n    ')}`
        : ' [$0]';
    case 'struct':
      return `\n  ${itemSnippet(type.struct()).replaceAll('\n', '\n  ')}`;
    case 'map':
    case 'any':
      return '\n  $0';
    case 'string':
    case 'int':
    case 'go-duration':
    case 'float':
      return ' $0';
  }
}
