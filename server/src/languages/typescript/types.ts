import { codeString } from '../code/string-region';
import type { CodeValue } from '../code/tree';
import type { Span } from '../../text/span';
import { foreignSuperclass } from './inheritance';
import { importedValue } from './members';
import { literalString } from './strings';
import type { Node } from './syntax';
import { ABSENT, resolved, unionMembers } from './type-syntax';
import { unknown } from './values';
import type { Values } from './values';

/**
 * A value, written at `span`, of the type at `node`: of a literal type the literal itself, of a union of literals one of
 * these, of anything else an instance.
 */
export function valueOfType(values: Values, node: Node, span: Span): CodeValue {
  const type = resolved(values, node);
  const texts = literals(values, type);
  const only = texts?.[0];
  if (texts?.length === 1 && only !== undefined) {
    return codeString(span, [{ kind: 'put', span, text: only, holes: [] }]);
  }
  return { kind: 'instance', span, of: typeName(values, type), ...(texts && { oneOf: texts }) };
}

/** The name of the type at `node`, as a value: where it is imported from, or what the file calls it. */
export function typeName(values: Values, node: Node): CodeValue {
  const { syntax } = values;
  const span = syntax.span(node);
  switch (syntax.name(node)) {
    case 'TypeName':
      return namedType(values, node);
    case 'ParameterizedType': {
      const head = syntax.first(node);
      return head === undefined ? unknown(span) : typeName(values, head);
    }
    case 'IndexedType':
      return memberType(values, node);
    case 'ImportType': {
      const source = syntax.child(node, 'String');
      if (source === undefined) return unknown(span);
      return { kind: 'name', span, module: literalString(syntax, source).text, name: '' };
    }
    default:
      return unknown(span);
  }
}

function namedType(values: Values, node: Node): CodeValue {
  const { syntax, scopes } = values;
  const [name, span] = [syntax.text(node), syntax.span(node)];
  if (scopes.lookupType(name, node) !== undefined) return { kind: 'name', span, name, local: true };
  const binding = scopes.lookup(name, node);
  if (!binding) return { kind: 'name', span, name };
  if (binding.kind === 'class') {
    const declaration = syntax.parent(binding.node);
    const base = declaration === undefined ? undefined : foreignSuperclass(values, declaration);
    if (base) return base;
  }
  if (binding.kind !== 'import') return { kind: 'name', span, name, local: true };
  const found = importedValue(values, binding, span);
  if (found.kind === 'name' || found.kind === 'member') return found;
  return { kind: 'name', span, module: binding.module, name: binding.name };
}

/** `client.Counter`; also of `import('prom-client').Counter`. */
function memberType(values: Values, node: Node): CodeValue {
  const { syntax } = values;
  const [head, ...members] = syntax.children(node);
  let value = head === undefined ? unknown(syntax.span(node)) : typeName(values, head);
  for (const member of members) {
    if (syntax.name(member) === '[') return unknown(syntax.span(node));
    if (syntax.name(member) !== 'TypeName') continue;
    const nameSpan = syntax.span(member);
    const span = { from: syntax.from(node), to: nameSpan.to };
    value = { kind: 'member', span, object: value, name: syntax.text(member), nameSpan };
  }
  return value;
}

/** The texts that a type allows; undefined where it is not one of strings that are all known. */
function literals(values: Values, node: Node): string[] | undefined {
  const { syntax } = values;
  const found = new Set<string>();
  const pending = [node];
  const seen = new Set(pending);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (syntax.name(at) === 'UnionType') {
      for (const member of unionMembers(syntax, at).reverse()) {
        const type = resolved(values, member);
        if (ABSENT.has(syntax.text(member)) || seen.has(type)) continue;
        seen.add(type);
        pending.push(type);
      }
    } else {
      const texts = literalsOfOne(values, at);
      if (!texts) return undefined;
      for (const text of texts) found.add(text);
    }
  }
  return found.size ? [...found] : undefined;
}

function literalsOfOne(values: Values, node: Node): string[] | undefined {
  const { syntax } = values;
  switch (syntax.name(node)) {
    case 'LiteralType': {
      const string = syntax.child(node, 'String');
      return string === undefined ? undefined : [literalString(syntax, string).text];
    }
    case 'TypeName': {
      const binding = values.scopes.lookup(syntax.text(node), node);
      return binding?.kind === 'enum' ? texts(values.declared(binding)) : undefined;
    }
    case 'TypeofType': {
      const of = syntax.children(node)[1];
      const value = of === undefined ? undefined : values.valueOf(of);
      return value?.kind === 'string' && !value.holes.length ? [value.text] : undefined;
    }
    case 'IndexedType':
      return memberLiterals(values, node);
    default:
      return undefined;
  }
}

/** `(typeof NAMES)[keyof typeof NAMES]`, `(typeof LIST)[number]`: the strings of a constant. */
function memberLiterals(values: Values, node: Node): string[] | undefined {
  const { syntax } = values;
  const [head, , index] = syntax.children(node);
  const of = head === undefined ? undefined : resolved(values, head);
  if (of === undefined || index === undefined || syntax.name(of) !== 'TypeofType') return undefined;
  if (syntax.name(index) !== 'KeyofType' && syntax.text(index) !== 'number') return undefined;
  const operand = syntax.children(of)[1];
  return operand === undefined ? undefined : texts(values.valueOf(operand));
}

/** The strings that a list or object holds; undefined where it may hold something else. */
function texts(value: CodeValue): string[] | undefined {
  const open = value.kind === 'list' || value.kind === 'object' ? value.open : true;
  if (open) return undefined;
  const items =
    value.kind === 'list' ? value.items : value.kind === 'object' ? value.entries.map((e) => e.value) : [];
  const found: string[] = [];
  for (const item of items) {
    if (item.kind !== 'string' || item.holes.length) return undefined;
    found.push(item.text);
  }
  return found.length ? found : undefined;
}
