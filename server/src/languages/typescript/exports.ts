import { exported, imported } from '../code/detach';
import type { CodeValue } from '../code/tree';
import { importedValue } from './members';
import { exportName, specifiers, unquoted } from './patterns';
import type { Node, Syntax } from './syntax';
import { unknown } from './values';
import type { Values } from './values';

/** The values of what the file exports, for other files: by `export`, and by `module.exports` and `exports`. */
export function exportsOf(values: Values): ReadonlyMap<string, CodeValue> {
  const found = new Map<string, CodeValue>();
  const { syntax } = values;
  for (const statement of syntax.size ? syntax.children(0) : []) {
    if (syntax.name(statement) === 'ExportDeclaration') addExport(values, statement, found);
    else if (syntax.name(statement) === 'ExpressionStatement') addCommonJs(values, statement, found);
  }
  return found;
}

function addExport(values: Values, statement: Node, found: Map<string, CodeValue>): void {
  const { syntax } = values;
  const keyword = syntax.child(statement, 'from');
  const source = keyword === undefined ? undefined : syntax.next(keyword);
  const module = source === undefined ? undefined : unquoted(syntax.text(source));
  const group = syntax.child(statement, 'ExportGroup');
  if (group !== undefined) addGroup(values, group, module, found);
  else if (module !== undefined) addAll(values, statement, module, found);
  else addDeclared(values, statement, found);
}

function addDeclared(values: Values, statement: Node, found: Map<string, CodeValue>): void {
  const { syntax } = values;
  const children = syntax.children(statement);
  const isDefault = children.some((child) => DEFAULTS.has(syntax.name(child)));
  const declared = children.find((child) => !SIGNS.has(syntax.name(child)));
  if (declared === undefined) return;
  const names = declaredNames(syntax, declared);
  if (isDefault) {
    const [name] = names;
    found.set('default', outside(name === undefined ? values.valueOf(declared) : named(values, name)));
  } else {
    for (const name of names) found.set(syntax.text(name), outside(named(values, name)));
  }
}

const DEFAULTS = new Set(['default', 'Equals']);
const SIGNS = new Set(['export', 'type', ';', ...DEFAULTS]);

/** The nodes of the names that a declaration declares, of all of its patterns. */
function declaredNames(syntax: Syntax, declaration: Node): Node[] {
  if (syntax.name(declaration) === 'EnumDeclaration') {
    const name = syntax.child(declaration, 'TypeDefinition');
    return name === undefined ? [] : [name];
  }
  if (!syntax.name(declaration).endsWith('Declaration')) return [];
  const names: Node[] = [];
  for (let node = declaration + 1; node < syntax.end(declaration);) {
    const name = syntax.name(node);
    if (name === 'VariableDefinition') names.push(node);
    node = OPENED.has(name) ? node + 1 : syntax.end(node);
  }
  return names;
}

const OPENED = new Set([
  'ObjectPattern',
  'ArrayPattern',
  'PatternProperty',
  'VariableDeclaration',
  'EnumDeclaration',
]);

/** `export { a, b as c }`, `export { a } from './other'` */
function addGroup(
  values: Values,
  group: Node,
  module: string | undefined,
  found: Map<string, CodeValue>,
): void {
  const { syntax } = values;
  for (const { name, nameNode, alias } of specifiers(syntax, group)) {
    const value =
      module === undefined
        ? named(values, nameNode)
        : importedValue(values, { module, name: exportName(name) }, syntax.span(nameNode));
    found.set(unquoted(syntax.text(alias)), outside(value));
  }
}

/** `export * from './other'`, `export * as other from './other'` */
function addAll(values: Values, statement: Node, module: string, found: Map<string, CodeValue>): void {
  const { syntax } = values;
  const alias = syntax.child(statement, 'VariableName');
  if (alias !== undefined) {
    found.set(syntax.text(alias), { kind: 'name', span: syntax.span(alias), module, name: '' });
    return;
  }
  for (const [name, value] of values.exportsOf(module) ?? []) {
    if (name !== 'default' && !found.has(name)) found.set(name, imported(value, module));
  }
}

/** The value of a name of the file's outermost scope. */
function named(values: Values, node: Node): CodeValue {
  const { syntax, scopes } = values;
  const binding = scopes.lookup(syntax.text(node), node);
  if (!binding) return unknown(syntax.span(node));
  return binding.kind === 'import'
    ? importedValue(values, binding, syntax.span(node))
    : values.declared(binding);
}

/** What other files see of a value: nothing of functions and the like, which have a meaning in the file alone. */
function outside(value: CodeValue): CodeValue {
  return value.kind === 'name' && value.local ? unknown(value.span) : exported(value);
}

/** `module.exports = { a, b }`, `exports.a = …`, `module.exports = exports = …` */
function addCommonJs(values: Values, statement: Node, found: Map<string, CodeValue>): void {
  const { syntax } = values;
  const targets: string[] = [];
  let at = syntax.first(statement);
  while (at !== undefined && syntax.name(at) === 'AssignmentExpression') {
    const children = syntax.children(at);
    targets.push(children[0] === undefined ? '' : syntax.text(children[0]));
    at = children[2];
  }
  if (at === undefined) return;
  for (const target of targets) {
    const [, name] = EXPORTS.exec(target) ?? [];
    if (name !== undefined) found.set(name, outside(values.valueOf(at)));
    else if (target === 'module.exports') {
      const value = outside(values.valueOf(at));
      found.set('default', value);
      if (value.kind === 'object') for (const entry of value.entries) found.set(entry.name, entry.value);
    }
  }
}

const EXPORTS = /^(?:module\.)?exports\.([\w$]+)$/;
