import {
  classOf,
  globalPath,
  importedPath,
  LONGEST_CHAIN,
  type ImportedPath,
} from '../../../languages/code/names';
import type { CodeCall, CodeValue } from '../../../languages/code/tree';
import type { QueryPlace } from './places';
import type { QueryCall } from './settings';

/** True when `call` is of a function, or of a method of an object, that the row names. */
export function isCallOf(call: CodeCall, { module, of, names }: QueryPlace): boolean {
  const { callee } = call;
  if (of === undefined) {
    const path = importedPath(callee);
    return path !== undefined && names.some((name) => isExport(path, module, name));
  }
  if (callee.kind !== 'member' || !names.includes(callee.name)) return false;
  const maker = makerOf(callee.object);
  return maker !== undefined && of.some((name) => isExport(maker, module, name));
}

/** True when `path` is `name` of `module`, or of a module below it. */
export function isExport({ module, path }: ImportedPath, of: string, name: string): boolean {
  if (path.at(-1) !== name) return false;
  const whole = [module, ...path.slice(0, -1)].join('/').replaceAll('.', '/');
  return `${whole}/`.startsWith(`${of.replaceAll('.', '/')}/`);
}

/** What made an object: its class, the function that gave it, or what is imported itself. Builders give themselves on. */
function makerOf(value: CodeValue): ImportedPath | undefined {
  let object = value;
  for (let length = 0; length < LONGEST_CHAIN; length++) {
    if (object.kind !== 'call' || object.callee.kind !== 'member' || importedPath(object.callee)) break;
    object = object.callee.object;
  }
  return classOf(object) ?? importedPath(object);
}

/** The import that a value is reached from: `axios.create` for `axios.create().get`. */
export function reachedFrom(value: CodeValue): ImportedPath | undefined {
  let at = value;
  for (let length = 0; length < LONGEST_CHAIN; length++) {
    const path = importedPath(at);
    if (path) return path;
    if (at.kind === 'member') at = at.object;
    else if (at.kind === 'call') at = at.callee;
    else if (at.kind === 'instance') at = at.of;
    else break;
  }
  return undefined;
}

/** The last name of what is called: `get` of `client.get(…)`. */
export function calledName({ callee }: CodeCall): string | undefined {
  if (callee.kind === 'member') return callee.name;
  return callee.kind === 'name' ? callee.name : undefined;
}

/** True when `call` is of what a user's setting names. */
export function isCallOfSetting(call: CodeCall, { module, function: name }: QueryCall): boolean {
  const wanted = name.split('.');
  return (
    [importedPath(call.callee), methodPath(call.callee)].some(
      (path) => path !== undefined && isModule(path.module, module) && endsWith(path.path, wanted),
    ) ||
    (module === undefined && endsWith(namesOf(call.callee), wanted))
  );
}

/** A method by its object's class: `Client`, `query`. */
function methodPath(callee: CodeValue): ImportedPath | undefined {
  const maker = callee.kind === 'member' ? makerOf(callee.object) : undefined;
  return maker && callee.kind === 'member' ? { ...maker, path: [...maker.path, callee.name] } : undefined;
}

/** The names that the file calls it by, as far as they are written behind one another. */
function namesOf(callee: CodeValue): string[] {
  const names: string[] = [];
  let at = callee;
  for (; at.kind === 'member'; at = at.object) names.unshift(at.name);
  return at.kind === 'name' ? [at.name, ...names] : names;
}

function isModule(module: string, wanted: string | undefined): boolean {
  return (
    wanted === undefined ||
    module === wanted ||
    module.endsWith(`/${wanted}`) ||
    module.endsWith(`.${wanted}`)
  );
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return path.length >= end.length && end.every((name, i) => path[path.length - end.length + i] === name);
}

/** True for `names` of the global scope, be it of `window` and the like. */
export function isGlobal(callee: CodeValue, names: ReadonlySet<string>): boolean {
  const path = globalPath(callee);
  const [first = '', second = ''] = path ?? [];
  return names.has(first) || (SCOPES.has(first) && names.has(second));
}

const SCOPES = new Set(['window', 'globalThis', 'self', 'global']);
