import type { CodeEntry, CodeValue } from '../code/tree';
import { memberOf } from './members';
import { stepsInto } from './object-type';
import type { Step } from './object-type';
import { patternHolder } from './patterns';
import type { DeclaredBinding } from './scopes';
import type { Node, Syntax } from './syntax';
import { annotated } from './type-syntax';
import { valueOfType } from './types';
import { isVague, unknown } from './values';
import type { Values } from './values';

/** The value of what `binding` declares: of a constant what it is set to, else what its type tells, else its name. */
export function declaredValue(values: Values, binding: DeclaredBinding): CodeValue {
  const { syntax } = values;
  switch (binding.kind) {
    case 'variable':
    case 'parameter':
      return variableValue(values, binding);
    case 'enum':
      return enumValue(values, syntax.parent(binding.node) ?? binding.node);
    default:
      return localName(syntax, binding.node);
  }
}

function localName(syntax: Syntax, node: Node): CodeValue {
  return { kind: 'name', span: syntax.span(node), name: syntax.text(node), local: true };
}

function variableValue(values: Values, binding: DeclaredBinding): CodeValue {
  const { syntax } = values;
  const { node } = binding;
  const declared = declarator(syntax, node);
  const isParameter = binding.kind === 'parameter';
  const value = isParameter ? undefined : constantValue(values, declared, binding);
  if (value && !(isVague(value) && declared.type !== undefined)) return value;
  const type = declared.type === undefined ? undefined : typeInside(values, declared.type, declared.path);
  if (type !== undefined) return valueOfType(values, type, syntax.span(node));
  return localName(syntax, node);
}

/** The type of what a pattern takes out of values of `type`. */
function typeInside(values: Values, type: Node, path: Declarator['path']): Node | undefined {
  const steps: Step[] = [];
  for (const key of path) {
    if (key === undefined) return undefined;
    steps.push(/^\d+$/.test(key) ? true : key);
  }
  return steps.length ? stepsInto(values, type, steps) : type;
}

/** What a variable that is set once is set to, whether where it is declared or later. */
function constantValue(
  values: Values,
  declared: Declarator,
  binding: DeclaredBinding,
): CodeValue | undefined {
  const set = declared.initial === undefined ? binding.writes : [declared.initial, ...binding.writes];
  const [only, ...others] = set;
  if (only === undefined || others.length) return undefined;
  let value: CodeValue | undefined = values.valueOf(only);
  for (const key of declared.path) {
    if (value === undefined || key === undefined) return undefined;
    const { syntax } = values;
    const nameSpan = syntax.span(binding.node);
    value = memberOf(values, value, key) ?? {
      kind: 'member',
      span: nameSpan,
      object: value,
      name: key,
      nameSpan,
    };
  }
  return value;
}

interface Declarator {
  /** The way into the value: `a`, `b` for `const { a: { b } } = value`; undefined for what has no known name. */
  readonly path: readonly (string | undefined)[];
  readonly initial: Node | undefined;
  readonly type: Node | undefined;
}

/** What is said where the name at `node` is declared. */
function declarator(syntax: Syntax, node: Node): Declarator {
  const path: (string | undefined)[] = [];
  const holder = patternHolder(syntax, node);
  let at = node;
  for (
    let parent = syntax.parent(at);
    parent !== undefined && parent !== holder;
    parent = syntax.parent(at)
  ) {
    if (syntax.name(parent) === 'PatternProperty') path.unshift(patternKey(syntax, parent));
    if (syntax.name(parent) === 'ArrayPattern') path.unshift(patternIndex(syntax, parent, at));
    at = parent;
  }
  if (syntax.name(holder) === 'ImportDeclaration')
    return { path, initial: equated(syntax, holder), type: undefined };
  let type: Node | undefined;
  for (let next = syntax.next(at); next !== undefined; next = syntax.next(next)) {
    const name = syntax.name(next);
    if (name === 'TypeAnnotation') type = annotated(syntax, next);
    else if (name === 'Equals') return { path, initial: syntax.next(next), type };
    else if (name !== 'Optional' && name !== 'LogicOp') break;
  }
  return { path, initial: undefined, type };
}

/** What stands behind `import name =`, which Lezer takes for a statement of its own. */
function equated(syntax: Syntax, declaration: Node): Node | undefined {
  const statement = syntax.next(declaration);
  if (statement === undefined || syntax.name(statement) !== 'ExpressionStatement') return undefined;
  const between = syntax.source.slice(syntax.to(declaration), syntax.from(statement));
  return between.trim() === '' ? syntax.first(statement) : undefined;
}

function patternKey(syntax: Syntax, property: Node): string | undefined {
  const first = syntax.first(property);
  const name = first === undefined ? '' : syntax.name(first);
  if (first === undefined || name === 'Spread' || name === '[') return undefined;
  return name === 'String' ? syntax.text(first).slice(1, -1) : syntax.text(first);
}

function patternIndex(syntax: Syntax, pattern: Node, item: Node): string | undefined {
  let index = 0;
  let before: Node | undefined;
  for (const child of syntax.children(pattern)) {
    if (child === item) break;
    if (syntax.name(child) === ',') index++;
    before = child;
  }
  return before !== undefined && syntax.name(before) === 'Spread' ? undefined : String(index);
}

/** An enum as an object of its members. */
function enumValue(values: Values, declaration: Node): CodeValue {
  const { syntax } = values;
  const span = syntax.span(declaration);
  const body = syntax.child(declaration, 'EnumBody');
  if (body === undefined) return unknown(span);
  const entries: CodeEntry[] = [];
  let next: number | undefined = 0;
  for (const member of syntax.children(body)) {
    if (syntax.name(member) !== 'PropertyName') continue;
    const value = enumMemberValue(values, member, next);
    next = value.kind === 'number' ? value.value + 1 : undefined;
    entries.push({ name: syntax.text(member), nameSpan: syntax.span(member), value });
  }
  return { kind: 'object', span, entries, open: false };
}

/** What a member is set to, or else the number behind that of the member before. */
function enumMemberValue(values: Values, member: Node, counted: number | undefined): CodeValue {
  const { syntax } = values;
  const span = syntax.span(member);
  const equals = syntax.next(member);
  if (equals !== undefined && syntax.name(equals) === 'Equals') {
    const initial = syntax.next(equals);
    return initial === undefined ? unknown(span) : values.valueOf(initial);
  }
  return counted === undefined ? unknown(span) : { kind: 'number', span, value: counted };
}
