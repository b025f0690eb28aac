import type { TemplateFunction } from './function-info';
import type { TemplateType } from './types';

/** What a call gives: for Go's generic functions that depends on what they are given. */
export function resultType(info: TemplateFunction, types: readonly TemplateType[]): TemplateType {
  const [first = 'any', ...keys] = types;
  switch (info.name) {
    case 'index':
      return keys.reduce<TemplateType>((type, key) => indexed(type, key) ?? 'any', first);
    case 'slice':
      return first === 'string' || isList(first) ? first : 'any';
    case 'and':
    case 'or':
      return types.every((type) => type === first) ? first : 'any';
    default:
      return info.returns;
  }
}

/** An element of `type`; `undefined` where indexing certainly fails (text/template `index`). */
export function indexed(type: TemplateType, key: TemplateType): TemplateType | undefined {
  if (type === 'any') return 'any';
  const isPosition = key === 'int' || key === 'any';
  if (type === 'string') return isPosition ? 'int' : undefined;
  if (typeof type === 'string') return undefined;
  switch (type.kind) {
    case 'map':
      return key === 'string' || key === 'any' ? type.of : undefined;
    case 'list':
      return isPosition ? type.of : undefined;
    case 'struct':
      return undefined;
  }
}

function isList(type: TemplateType): boolean {
  return typeof type !== 'string' && type.kind === 'list';
}
