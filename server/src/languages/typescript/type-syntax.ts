import type { Node, Syntax } from './syntax';
import type { Values } from './values';

/** Aliases of aliases, and the like, that are followed. */
const DEEPEST = 16;

/** Types that are, for us, their first argument: awaiting, or reading, gives it. */
const WRAPPERS = new Set(['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited', 'Ref']);
const ARRAYS = new Set(['Array', 'ReadonlyArray', 'Set', 'Iterable']);
/** What a union has beside the type of its values. */
export const ABSENT = new Set(['undefined', 'null', 'void']);

/** The type of an annotation, without its colon. */
export function annotated(syntax: Syntax, annotation: Node): Node | undefined {
  return syntax.children(annotation).find((child) => syntax.name(child) !== ':');
}

/** The type behind aliases of the file, wrappers, parentheses, and unions with what is no value. */
export function resolved(values: Values, node: Node): Node {
  const { syntax } = values;
  let at = node;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = innerType(values, at);
    if (inner === undefined) return at;
    at = inner;
  }
  return syntax.name(at) === 'TypeName' ? node : at;
}

function innerType(values: Values, node: Node): Node | undefined {
  const { syntax, scopes } = values;
  switch (syntax.name(node)) {
    case 'ParenthesizedType':
      return syntax.children(node)[1];
    case 'ReadonlyType':
      return syntax.children(node)[1];
    case 'ParameterizedType':
      return WRAPPERS.has(headName(syntax, node)) ? typeArguments(syntax, node)[0] : undefined;
    case 'UnionType': {
      const members = unionMembers(syntax, node);
      const present = members.filter((member) => !ABSENT.has(syntax.text(member)));
      return present.length === 1 && members.length > 1 ? present[0] : undefined;
    }
    case 'TypeName': {
      const declaration = scopes.lookupType(syntax.text(node), node);
      if (declaration === undefined || syntax.name(declaration) !== 'TypeAliasDeclaration') return undefined;
      const equals = syntax.child(declaration, 'Equals');
      const aliased = equals === undefined ? undefined : syntax.next(equals);
      // An alias of an object type is a name that says more than the type itself.
      return aliased !== undefined && syntax.name(aliased) === 'ObjectType' ? undefined : aliased;
    }
    default:
      return undefined;
  }
}

function headName(syntax: Syntax, node: Node): string {
  const head = syntax.first(node);
  return head === undefined ? '' : syntax.text(head);
}

function typeArguments(syntax: Syntax, node: Node): Node[] {
  const list = syntax.child(node, 'TypeArgList');
  if (list === undefined) return [];
  return syntax.children(list).filter((child) => !['<', '>', ','].includes(syntax.name(child)));
}

/** The types of a union, and of unions in it. */
export function unionMembers(syntax: Syntax, node: Node): Node[] {
  const members: Node[] = [];
  const pending = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (syntax.name(at) !== 'UnionType') members.push(at);
    else
      for (const child of syntax.children(at).reverse())
        if (syntax.name(child) !== 'LogicOp') pending.push(child);
  }
  return members;
}

/** The type of the items of an array type. */
export function itemType(values: Values, node: Node): Node | undefined {
  const { syntax } = values;
  if (syntax.name(node) === 'ArrayType') return syntax.first(node);
  if (syntax.name(node) !== 'ParameterizedType' || !ARRAYS.has(headName(syntax, node))) return undefined;
  return typeArguments(syntax, node)[0];
}

/** The type of an object's entry: of a record, or of an object type or interface of the file. */
export function entryType(values: Values, node: Node, name: string): Node | undefined {
  const { syntax, scopes } = values;
  if (syntax.name(node) === 'ParameterizedType') {
    return headName(syntax, node) === 'Record' ? typeArguments(syntax, node)[1] : undefined;
  }
  let body: Node | undefined = node;
  if (syntax.name(node) === 'TypeName') {
    const declaration = scopes.lookupType(syntax.text(node), node);
    body = declaration === undefined ? undefined : syntax.child(declaration, 'ObjectType');
  }
  if (body === undefined || syntax.name(body) !== 'ObjectType') return undefined;
  for (const member of syntax.children(body)) {
    const key = syntax.child(member, 'PropertyDefinition');
    const annotation = syntax.child(member, 'TypeAnnotation');
    if (annotation === undefined) continue;
    if (syntax.name(member) === 'IndexSignature' || (key !== undefined && syntax.text(key) === name)) {
      return annotated(syntax, annotation);
    }
  }
  return undefined;
}
