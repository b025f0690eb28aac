import { indexed } from './result-type';
import type { TemplateFunction } from './function-info';
import { typeName, withArticle, type ParameterType, type TemplateType } from './types';

/** The kinds of parameters that are no types, in words. */
const WANTED: Partial<Record<string, string>> = {
  number: 'a number',
  sequence: 'a string or a list',
  collection: 'a string, a list or a map',
};

/** The first argument that a function certainly can't take. */
export function argumentProblem(
  info: TemplateFunction,
  types: readonly TemplateType[],
): { index: number; message: string } | undefined {
  if (info.name === 'index') return indexProblem(types);
  for (const [index, type] of types.entries()) {
    const parameter = info.parameters[Math.min(index, info.parameters.length - 1)];
    if (!parameter || accepts(parameter.type, type)) continue;
    const wanted = typeof parameter.type === 'string' ? WANTED[parameter.type] : undefined;
    const named = wanted ?? withArticle(typeName(parameter.type as TemplateType));
    return { index, message: `${info.name} wants ${named}, not ${withArticle(typeName(type))}` };
  }
  return undefined;
}

function indexProblem([first = 'any', ...keys]: readonly TemplateType[]):
  { index: number; message: string } | undefined {
  let type = first;
  for (const [i, key] of keys.entries()) {
    const next = indexed(type, key);
    if (next === undefined) {
      const message = `${withArticle(typeName(type))} can't be indexed by ${withArticle(typeName(key))}`;
      return { index: i + 1, message };
    }
    type = next;
  }
  return undefined;
}

/** False where Go or Prometheus certainly refuses a value of `type` (text/template `validateType`). */
export function accepts(parameter: ParameterType, type: TemplateType): boolean {
  if (parameter === 'any' || type === 'any' || parameter === type) return true;
  switch (parameter) {
    case 'number':
      return ['int', 'float', 'string', 'sample value', 'duration'].includes(type as string);
    case 'sequence':
      return type === 'string' || (typeof type !== 'string' && type.kind === 'list');
    case 'collection':
      return type === 'string' || (typeof type !== 'string' && type.kind !== 'struct');
    default:
      if (typeof parameter === 'string') return false;
      if (parameter.kind === 'list' && typeof type !== 'string' && type.kind === 'list')
        return parameter.of === type.of;
      return type === 'nil';
  }
}

const ORDERINGS: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge']);

/** Why a comparison certainly fails: Go compares values of the same basic type only (text/template/funcs.go). */
export function comparisonProblem(
  name: string,
  [a = 'any', b = 'any']: readonly TemplateType[],
): { message: string; needsFloat: boolean } | undefined {
  const isOrdering = ORDERINGS.has(name);
  if (!isOrdering && name !== 'eq' && name !== 'ne') return undefined;
  const unordered = [a, b].find((type) => UNORDERED.has(basicType(type)));
  if (isOrdering && unordered !== undefined) {
    return { message: `${name} can't order ${withArticle(typeName(unordered))}`, needsFloat: false };
  }
  const basic = [basicType(a), basicType(b)];
  if (basic[0] === basic[1] || basic.includes('unknown')) return undefined;
  // A histogram can be compared with a sample, which gives false.
  if (basic.includes('compound') && (a === 'sample value' || b === 'sample value')) return undefined;
  const message = `${name} can't compare ${withArticle(typeName(a))} with ${withArticle(typeName(b))}`;
  return { message, needsFloat: basic.includes('float') };
}

const UNORDERED: ReadonlySet<string> = new Set(['bool', 'complex', 'compound']);

function basicType(type: TemplateType): string {
  if (typeof type !== 'string') return 'compound';
  if (type === 'sample value') return 'float';
  return ['string', 'bool', 'int', 'float', 'complex'].includes(type) ? type : 'unknown';
}
