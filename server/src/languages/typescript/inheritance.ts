import type { CodeValue } from '../code/tree';
import type { Node, Syntax } from './syntax';
import type { Values } from './values';

/** The expression behind `extends` of a class. */
export function superclassNode(syntax: Syntax, classNode: Node): Node | undefined {
  const keyword = syntax.child(classNode, 'extends');
  return keyword === undefined ? undefined : syntax.next(keyword);
}

/** The value of the superclass, where that isn't declared in the file itself. */
export function foreignSuperclass(values: Values, classNode: Node): CodeValue | undefined {
  const { syntax } = values;
  const node = superclassNode(syntax, classNode);
  if (node === undefined) return undefined;
  const value = values.valueOf(node);
  if (value.kind === 'member') return value;
  return value.kind === 'name' && !value.local ? value : undefined;
}

/** The class of the file that a class extends, if it is one. */
export function localSuperclass(values: Values, classNode: Node): Node | undefined {
  const { syntax, scopes } = values;
  const node = superclassNode(syntax, classNode);
  if (node === undefined || syntax.name(node) !== 'VariableName') return undefined;
  const binding = scopes.lookup(syntax.text(node), node);
  return binding?.kind === 'class' ? syntax.parent(binding.node) : undefined;
}
