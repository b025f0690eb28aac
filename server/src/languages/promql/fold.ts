import type { Expr } from './ast';

/**
 * A value of every node of a tree, made from the values of its children, which `of` gives. Works without
 * recursion, so a tree may be as deep as its text is long.
 *
 * @param parts the children of a node that count; `of` answers for these only.
 */
export function fold<T>(
  root: Expr,
  parts: (node: Expr) => readonly Expr[],
  combine: (node: Expr, of: (child: Expr) => T) => T,
): Map<Expr, T> {
  const values = new Map<Expr, T>();
  const of = (child: Expr): T => {
    const value = values.get(child);
    if (value === undefined) throw new Error(`fold: ${child.kind} is not among the parts of its parent`);
    return value;
  };
  const parentsFirst = [root];
  for (const node of parentsFirst) for (const part of parts(node)) parentsFirst.push(part);
  for (const node of parentsFirst.reverse()) values.set(node, combine(node, of));
  return values;
}
