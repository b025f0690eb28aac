import type { CodeValue } from '../code/tree';
import type { Span } from '../../text/span';
import { quotedKey } from './nodes';
import type { ImportBinding } from './scopes';
import type { Node } from './syntax';
import { entryOf } from './values';
import type { Values } from './values';

/** The name behind `object.` or in `object[…]`. */
export interface MemberName {
  readonly name: string;
  readonly nameSpan: Span;
}

/** The object of a member expression, and the name of the member, if it is known. */
export function memberParts(values: Values, node: Node): { object: Node; member?: MemberName } | undefined {
  const { syntax } = values;
  const [object, ...behind] = syntax.children(node);
  if (object === undefined) return undefined;
  const [property, more] = behind.filter((child) => !MEMBER_SIGNS.has(syntax.name(child)));
  if (property === undefined || more !== undefined) return { object };
  const name = syntax.name(property);
  if (name === 'PropertyName' || name === 'PrivatePropertyName') {
    return { object, member: { name: syntax.text(property), nameSpan: syntax.span(property) } };
  }
  if (name === 'String') return { object, member: quotedKey(syntax, property) };
  const value = values.valueOf(property);
  if (value.kind === 'string' && !value.holes.length) {
    return { object, member: { name: value.text, nameSpan: syntax.span(property) } };
  }
  if (value.kind === 'number') {
    return { object, member: { name: String(value.value), nameSpan: syntax.span(property) } };
  }
  return { object };
}

const MEMBER_SIGNS = new Set(['.', '?.', '[', ']']);

/** The value of the member `name` of `object`, where that is known. */
export function memberOf(values: Values, object: CodeValue, name: string): CodeValue | undefined {
  switch (object.kind) {
    case 'object':
      return entryOf(object, name);
    case 'list':
      return object.open ? undefined : object.items[Number(name)];
    case 'name': {
      if (object.module === undefined || object.name !== '') return undefined;
      const found = values.exportOf(object.module, name === 'default' ? '' : name);
      if (found) return found;
      const whole = values.exportOf(object.module, '');
      return whole && whole.kind !== 'name' ? memberOf(values, whole, name) : undefined;
    }
    default:
      return undefined;
  }
}

/** The value of an imported name; of what isn't known the name itself. */
export function importedValue(
  values: Values,
  { module, name }: Omit<ImportBinding, 'kind'>,
  span: Span,
): CodeValue {
  if (name === '*') return { kind: 'name', span, module, name: '' };
  return values.exportOf(module, name) ?? { kind: 'name', span, module, name };
}

/** `object.name` at `node` as a value: what the object has there, or else the member itself. */
export function memberValue(values: Values, node: Node, objectNode: Node, member: MemberName): CodeValue {
  const object = values.valueOf(objectNode);
  const { name, nameSpan } = member;
  return (
    memberOf(values, object, name) ?? {
      kind: 'member',
      span: values.syntax.span(node),
      object,
      name,
      nameSpan,
    }
  );
}
