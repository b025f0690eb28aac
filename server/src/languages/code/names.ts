import type { CodeValue } from './tree';

/** No chain of members and calls that means something to us is longer; values may even lead back to themselves. */
export const LONGEST_CHAIN = 64;

/** What is imported, and the way to it from the module: `Counter`, or `metrics`, `getMeter`. */
export interface ImportedPath {
  readonly module: string;
  /** Empty for the module itself, which is its default too. */
  readonly path: readonly string[];
}

/**
 * The way from an imported module to `value`: path `['Counter']` for `Counter` of `import { Counter } from …`, and for
 * `client.Counter` whatever kind of import `client` is. Undefined for what is not imported.
 */
export function importedPath(value: CodeValue): ImportedPath | undefined {
  const { root, path } = memberPath(value);
  if (root.kind !== 'name' || root.module === undefined) return undefined;
  const whole = root.name === '' ? path : [root.name, ...path];
  return { module: root.module, path: whole[0] === 'default' ? whole.slice(1) : whole };
}

/** The imported class that `value` is an instance of: by `new`, by a call of it (Python), or by its declared type. */
export function classOf(value: CodeValue): ImportedPath | undefined {
  if (value.kind === 'call') return importedPath(value.callee);
  return value.kind === 'instance' ? importedPath(value.of) : undefined;
}

/** The names of a global and its members: `['axios', 'get']`. Undefined for what is imported, or the file declares. */
export function globalPath(value: CodeValue): readonly string[] | undefined {
  const { root, path } = memberPath(value);
  if (root.kind !== 'name' || root.module !== undefined || root.local) return undefined;
  return [root.name, ...path];
}

function memberPath(value: CodeValue): { root: CodeValue; path: string[] } {
  const path: string[] = [];
  let root = value;
  for (let length = 0; root.kind === 'member' && length < LONGEST_CHAIN; length++) {
    path.push(root.name);
    root = root.object;
  }
  return { root, path: path.reverse() };
}
