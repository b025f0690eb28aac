import { LONGEST_CHAIN } from '../code/names';
import type { CodeEntry, CodeObject, CodeValue } from '../code/tree';
import type { Span } from '../../text/span';
import type { DeclaredBinding, Scopes } from './scopes';
import type { Node, Syntax } from './syntax';

/** The values of a program's expressions. */
export interface Values {
  readonly syntax: Syntax;
  readonly scopes: Scopes;
  /** The value of the expression at `node`; the same object each time. */
  valueOf(node: Node): CodeValue;
  /** What another module exports; undefined (and wanted) where the surroundings don't know it. */
  exportsOf(module: string): ReadonlyMap<string, CodeValue> | undefined;
  /** What another module exports as `name` (empty for its default), as far as the surroundings know it. */
  exportOf(module: string, name: string): CodeValue | undefined;
  /** The value of what `binding` declares. */
  declared(binding: DeclaredBinding): CodeValue;
  /** The type that the file gives to the object literal at `node`. */
  typeOfObject(node: Node): CodeValue | undefined;
}

/** A value that nothing is known of. */
export function unknown(span: Span): CodeValue {
  return { kind: 'unknown', span };
}

/** The value of the entry `name` of an object. */
export function entryOf(object: CodeObject, name: string): CodeValue | undefined {
  let index = indexes.get(object);
  if (!index) indexes.set(object, (index = new Map(object.entries.map((entry) => [entry.name, entry]))));
  return index.get(name)?.value;
}

/** The entries of objects by their names: constants with many members have many uses. */
const indexes = new WeakMap<CodeObject, ReadonlyMap<string, CodeEntry>>();

/**
 * True of what a type annotation tells more about than the value itself: what is unknown, a name of the file, and what
 * functions of the program (not of a library) give.
 */
export function isVague(value: CodeValue): boolean {
  if (value.kind !== 'call') return isProgramsOwn(value);
  let root: CodeValue = value;
  for (let length = 0; length < LONGEST_CHAIN && (root.kind === 'call' || root.kind === 'member'); length++) {
    root = root.kind === 'call' ? root.callee : root.object;
  }
  return !value.isNew && isProgramsOwn(root);
}

function isProgramsOwn(value: CodeValue): boolean {
  if (value.kind !== 'name') return value.kind === 'unknown';
  return value.local === true || value.module?.startsWith('.') === true;
}
