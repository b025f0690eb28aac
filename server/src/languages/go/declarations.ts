import type { Token } from './tokens';

/** Where the package's own names, and fields of structures, get their values: indexes of the tokens there. */
export interface Declarations {
  /** Of constants and variables outside of functions; undefined for what has no value or more than one. */
  readonly names: ReadonlyMap<string, number | undefined>;
  /** Of fields: `x.name = …`, `T{name: …}`. Only those that are set once. */
  readonly fields: ReadonlyMap<string, number>;
}

/** Finds the names of the package and the fields that are set, in one walk over the tokens. */
export function findDeclarations(tokens: readonly Token[]): Declarations {
  const names = new Map<string, number | undefined>();
  const declared = new Set<number>();
  let depth = 0;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === 'sign' && /^[({[]$/.test(text)) depth++;
    else if (kind === 'sign' && /^[)}\]]$/.test(text)) depth = Math.max(0, depth - 1);
    if (depth > 0 || kind !== 'keyword' || (text !== 'const' && text !== 'var')) continue;
    for (const { name, at, value } of readDeclaration(tokens, index + 1)) {
      names.set(name, value);
      declared.add(at);
    }
  }
  const fields = new Map<string, number | undefined>();
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'name' || declared.has(index)) continue;
    const before = tokens[index - 1]?.text ?? '';
    const behind = tokens[index + 1]?.text;
    const isAssigned = behind === '=';
    if (isAssigned && before !== '.' && names.has(text)) {
      names.set(text, names.get(text) === undefined ? index + 2 : undefined);
    } else if ((isAssigned && before === '.') || (behind === ':' && /^[{,]$/.test(before))) {
      fields.set(text, fields.has(text) ? undefined : index + 2);
    }
  }
  const once = [...fields].flatMap(([name, at]): [string, number][] =>
    at === undefined ? [] : [[name, at]],
  );
  return { names, fields: new Map(once) };
}

/** A name that is declared: the index of its token and, if it has a value of its own, that of its value. */
export interface Declared {
  readonly name: string;
  readonly at: number;
  readonly value?: number;
}

/**
 * The names behind `const` or `var`, one declaration or several in brackets. `start` is the index behind the keyword.
 * A declaration of several names at once gives them no values here.
 */
function readDeclaration(tokens: readonly Token[], start: number): Declared[] {
  if (tokens[start]?.text !== '(') return readSpec(tokens, start);
  const found: Declared[] = [];
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    const { kind, text } = tokens[index] ?? {};
    if (kind === 'sign' && text && /^[({[]$/.test(text)) depth++;
    else if (kind === 'sign' && text && /^[)}\]]$/.test(text) && --depth === 0) break;
    const before = tokens[index - 1]?.text;
    if (depth === 1 && kind === 'name' && (before === '(' || before === ';')) {
      found.push(...readSpec(tokens, index));
    }
  }
  return found;
}

/** `name = value`, `name Type = value`, `a, b Type = 1, 2`. */
function readSpec(tokens: readonly Token[], start: number): Declared[] {
  const found: Declared[] = [];
  let index = start;
  for (; tokens[index]?.kind === 'name'; index += 2) {
    found.push({ name: tokens[index]?.text ?? '', at: index });
    if (tokens[index + 1]?.text !== ',') break;
  }
  const [only, ...others] = found;
  const isOne = only !== undefined && others.length === 0;
  const value = isOne ? valueBehind(tokens, start + 1) : undefined;
  return isOne && value !== undefined ? [{ ...only, value }] : found;
}

/** The index behind the `=` of a declaration whose type, if it has one, starts at `index`. */
function valueBehind(tokens: readonly Token[], index: number): number | undefined {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ';';
    if (/^[({[]$/.test(text)) depth++;
    else if (/^[)}\]]$/.test(text)) depth--;
    if (depth === 0 && text === '=') return at + 1;
    if (depth < 0 || (depth === 0 && text === ';')) return undefined;
  }
  return undefined;
}
