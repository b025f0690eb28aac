import type { SyntaxNode } from '@lezer/common';
import type { CodeName } from '../code/tree';
import { children } from './nodes';

/** A name that an import statement binds. */
export interface ImportedName {
  readonly local: string;
  readonly value: CodeName;
}

/**
 * The names that `import a.b`, `import a.b as c`, `from .a import b as c` bind. A module that is imported without `as`
 * is known by its first part.
 * https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
 */
export function importedNames(text: string, statement: SyntaxNode): ImportedName[] {
  const tokens = children(statement).filter(({ type, name }) => !type.isError && name !== 'Comment');
  const slice = ({ from, to }: SyntaxNode): string => text.slice(from, to);
  const isFrom = tokens[0]?.name === 'from';
  const at = tokens.findIndex(({ name }) => name === 'import');
  if (at < 0) return [];
  const module = isFrom ? tokens.slice(1, at).map(slice).join('') : undefined;
  return splitAt(tokens.slice(at + 1), ',').flatMap((item) => {
    const as = item.findIndex(({ name }) => name === 'as');
    const path = item.slice(0, as < 0 ? item.length : as).filter(({ name }) => !/^[()]$/.test(name));
    const [first] = path;
    const last = path.at(-1);
    if (!first || !last || first.name !== 'VariableName') return [];
    const span = { from: first.from, to: last.to };
    const alias = as < 0 ? undefined : item[as + 1];
    const local = slice(alias ?? first);
    const name = path.map(slice).join('');
    if (module !== undefined) return [{ local, value: { kind: 'name', name, module, span } }];
    return [{ local, value: { kind: 'name', name: '', module: alias ? name : slice(first), span } }];
  });
}

function splitAt(tokens: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const items: SyntaxNode[][] = [[]];
  for (const token of tokens) {
    if (token.name === separator) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}
