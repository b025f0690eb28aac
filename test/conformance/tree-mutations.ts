/** A scalar as it is to stand in the file, without quotes. */
export class Raw {
  constructor(readonly text: string) {}
}

/** A file as a tree: what JSON has, and `Raw`. Undefined entries are left out. */
export type Tree =
  string | number | boolean | null | Raw | readonly Tree[] | { readonly [key: string]: Tree | undefined };

type Path = readonly (string | number)[];

export interface Variant {
  /** What was changed, and where. */
  readonly title: string;
  readonly text: string;
}

/** YAML in flow style. */
export function render(tree: Tree): string {
  if (tree instanceof Raw) return tree.text;
  if (isList(tree)) return `[${tree.map(render).join(', ')}]`;
  if (typeof tree === 'object' && tree !== null) {
    const entries = Object.entries(tree).flatMap(([key, value]) =>
      value === undefined ? [] : [`${JSON.stringify(key)}: ${render(value)}`],
    );
    return `{${entries.join(', ')}}`;
  }
  return JSON.stringify(tree);
}

function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** What any value is replaced by: every kind of thing that YAML has, and texts that are easily got wrong. */
export const REPLACEMENTS: readonly string[] = [
  ...[
    'null',
    '~',
    'Null',
    '""',
    '"null"',
    'true',
    '"true"',
    'yes',
    'off',
    '0',
    '-1',
    '1.5',
    '"1"',
    '1e3',
    '0x10',
  ],
  ...['x', '"x y"', '"ü"', '[]', '[null]', '[x]', '[[]]', '[{}]', '{}', '{x: y}', '{x: null}', '{x: [y]}'],
  ...['5m', '0s', '-5m', '1d', '1.5h', '1m1h', '"5 m"', '2024-01-01', '!!str 1', '!!int x', '!!binary eA=='],
  ...[
    'http://x',
    '"http://x y/"',
    '"{{ .x }}"',
    '"{{ x }}"',
    '"{{"',
    '"<secret>"',
    '"x:1"',
    '":1"',
    '"x:"',
    '"[::1]:1"',
  ],
];

/** The tree with each of its parts missing, misspelt, repeated, or replaced by each of `replacements`. */
export function variants(seed: Tree, replacements: readonly string[] = REPLACEMENTS): Variant[] {
  return pathsOf(seed).flatMap((path) => {
    const at = path.join('.');
    const made = replacements.map((text) => ({
      title: `${at} = ${text}`,
      tree: replaced(seed, path, new Raw(text)),
    }));
    made.push({ title: `${at} dropped`, tree: replaced(seed, path, undefined) });
    if (typeof path.at(-1) === 'string') made.push({ title: `${at} misspelt`, tree: misspelt(seed, path) });
    return made.map(({ title, tree }) => ({ title, text: render(tree) }));
  });
}

function pathsOf(tree: Tree, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (tree instanceof Raw || typeof tree !== 'object' || tree === null) return own;
  const entries: [string | number, Tree | undefined][] = isList(tree)
    ? [...tree.entries()]
    : Object.entries(tree);
  return [
    ...own,
    ...entries.flatMap(([step, value]) => (value === undefined ? [] : pathsOf(value, [...path, step]))),
  ];
}

/** The tree with something else at `path`, or nothing. */
export function replaced(tree: Tree, path: Path, value: Tree | undefined): Tree {
  return changed(tree, path, () => value) ?? {};
}

function changed(
  tree: Tree,
  [step, ...rest]: Path,
  change: (old: Tree) => Tree | undefined,
): Tree | undefined {
  if (step === undefined) return change(tree);
  if (isList(tree)) {
    return tree.flatMap((item, index) => {
      const now = index === step ? changed(item, rest, change) : item;
      return now === undefined ? [] : [now];
    });
  }
  const entries = Object.entries(tree as Record<string, Tree>);
  return Object.fromEntries(
    entries.map(([key, old]) => [key, key === step ? changed(old, rest, change) : old]),
  );
}

function misspelt(tree: Tree, path: Path): Tree {
  const name = String(path.at(-1));
  const rename = (old: Tree): Tree => {
    const entries = Object.entries(old as Record<string, Tree>);
    return Object.fromEntries(
      entries.map(([key, value]) => [key === name ? `${key.slice(0, -1)}_x` : key, value]),
    );
  };
  return changed(tree, path.slice(0, -1), rename) ?? {};
}
