import { codeString } from '../code/string-region';
import type { CodeList, CodeValue } from '../code/tree';
import { calleeOf } from './nodes';
import { bare, joinedString } from './strings';
import type { Node, Syntax } from './syntax';
import type { Values } from './values';

/** The value of a call of the language's own functions, where the text tells it; undefined for any other call. */
export function knownCall(values: Values, node: Node): CodeValue | undefined {
  const { syntax, scopes } = values;
  const callee = calleeOf(syntax, node);
  if (callee === undefined) return undefined;
  if (syntax.name(callee) === 'VariableName') {
    const isRequire = syntax.text(callee) === 'require' && !scopes.lookup('require', callee);
    return isRequire ? moduleValue(values, node, argumentNodes(syntax, node)[0]) : undefined;
  }
  const method =
    syntax.name(callee) === 'MemberExpression' ? syntax.child(callee, 'PropertyName') : undefined;
  const object = syntax.first(callee);
  if (method === undefined || object === undefined) return undefined;
  const args = argumentNodes(syntax, node);
  switch (syntax.text(method)) {
    case 'freeze':
      return args[0] !== undefined && syntax.text(object) === 'Object' ? values.valueOf(args[0]) : undefined;
    case 'join':
      return joined(values, node, object, args[0]);
    case 'concat': {
      if (values.valueOf(object).kind !== 'string') return undefined;
      return joinedString(values, syntax.span(node), [object, ...args]);
    }
    // Outer blanks don't count in what the strings are read for.
    case 'trim':
    case 'trimStart':
    case 'trimEnd': {
      const value = values.valueOf(object);
      return value.kind === 'string' ? value : undefined;
    }
    default:
      return undefined;
  }
}

/** The module that `require` or `import()` loads. */
export function moduleValue(values: Values, node: Node, name: Node | undefined): CodeValue | undefined {
  const module = name === undefined ? undefined : values.valueOf(name);
  if (module?.kind !== 'string' || module.holes.length) return undefined;
  return { kind: 'name', span: values.syntax.span(node), module: module.text, name: '' };
}

function argumentNodes(syntax: Syntax, node: Node): Node[] {
  const list = syntax.child(node, 'ArgList');
  return list === undefined ? [] : itemNodes(syntax, list);
}

function itemNodes(syntax: Syntax, list: Node): Node[] {
  return syntax.children(list).filter((child) => !['(', ')', '[', ']', ','].includes(syntax.name(child)));
}

/** `['a', 'b'].join(' ')` */
function joined(
  values: Values,
  node: Node,
  object: Node,
  separator: Node | undefined,
): CodeValue | undefined {
  const { syntax } = values;
  const between = separator === undefined ? undefined : values.valueOf(separator);
  if (between && (between.kind !== 'string' || between.holes.length)) return undefined;
  const text = between?.text ?? ',';
  const array = bare(syntax, object);
  const span = syntax.span(node);
  if (syntax.name(array) === 'ArrayExpression') {
    const items = itemNodes(syntax, array);
    if (!items.some((item) => syntax.name(item) === 'Spread')) return joinedString(values, span, items, text);
  }
  const list = values.valueOf(object);
  return list.kind === 'list' && !list.open && list.items.length <= MOST_JOINED
    ? joinedList(list, text)
    : undefined;
}

/** A constant list that is longer isn't joined: that happens at each use of it. */
const MOST_JOINED = 200;

function joinedList(list: CodeList, separator: string): CodeValue | undefined {
  const texts: string[] = [];
  for (const item of list.items) {
    if (item.kind !== 'string' || item.holes.length) return undefined;
    texts.push(item.text);
  }
  const { span } = list;
  return codeString(span, [{ kind: 'put', span, text: texts.join(separator), holes: [] }]);
}
