import type { CodeValue } from '../code/tree';
import { literalString } from './strings';
import type { Node, Syntax } from './syntax';
import { annotated, entryType, itemType, resolved } from './type-syntax';
import { typeName } from './types';
import type { Values } from './values';

/** How far around an object its type is looked for. */
const FARTHEST = 16;

/** The type that the file gives to the object literal at `node`: by an annotation, `as`, `satisfies`, what returns it. */
export function typeOfObject(values: Values, node: Node): CodeValue | undefined {
  const type = contextualType(values, node);
  return type === undefined ? undefined : typeName(values, type);
}

/** A step from the type of an array to that of its items (true), or from an object's to that of its entry. */
export type Step = true | string;

function contextualType(values: Values, node: Node): Node | undefined {
  const { syntax } = values;
  const steps: Step[] = [];
  let at = node;
  for (let depth = 0; depth < FARTHEST; depth++) {
    const parent = syntax.parent(at);
    if (parent === undefined) return undefined;
    const type = typeFrom(syntax, parent, at);
    if (type !== undefined) return stepsInto(values, type, steps);
    switch (syntax.name(parent)) {
      case 'ArrayExpression':
        steps.unshift(true);
        break;
      case 'Property': {
        const key = syntax.first(parent);
        if (key === undefined || key === at) return undefined;
        steps.unshift(syntax.name(key) === 'String' ? literalString(syntax, key).text : syntax.text(key));
        break;
      }
      case 'ParenthesizedExpression':
      case 'ObjectExpression':
      case 'BinaryExpression':
      case 'PrefixCast':
      case 'ConditionalExpression':
      case 'ReturnStatement':
      case 'Block':
      case 'ArgList':
      case 'CallExpression':
      case 'IfStatement':
      case 'TryStatement':
        if (!passes(syntax, parent, at)) return undefined;
        break;
      default:
        return undefined;
    }
    at = parent;
  }
  return undefined;
}

/** True when the value of `child` is one of `parent`, or returned by the function around. */
function passes(syntax: Syntax, parent: Node, child: Node): boolean {
  switch (syntax.name(parent)) {
    case 'ArgList':
    case 'CallExpression': {
      const call = syntax.name(parent) === 'ArgList' ? syntax.parent(parent) : parent;
      const callee = call === undefined ? undefined : syntax.first(call);
      return callee !== undefined && callee !== child && syntax.text(callee) === 'Object.freeze';
    }
    case 'Block':
    case 'IfStatement':
    case 'TryStatement':
      return RETURNING.has(syntax.name(child));
    default:
      return true;
  }
}

const RETURNING = new Set(['ReturnStatement', 'Block', 'IfStatement', 'TryStatement']);

/** The type that `parent` itself says for its child. */
function typeFrom(syntax: Syntax, parent: Node, child: Node): Node | undefined {
  switch (syntax.name(parent)) {
    case 'BinaryExpression': {
      const [, operator, type] = syntax.children(parent);
      const name = operator === undefined ? '' : syntax.name(operator);
      return (name === 'as' || name === 'satisfies') && type !== undefined && syntax.name(type) !== 'const'
        ? type
        : undefined;
    }
    case 'PrefixCast': {
      const type = syntax.children(parent)[1];
      return type !== undefined && syntax.name(type) !== 'const' ? type : undefined;
    }
    case 'VariableDeclaration':
    case 'ParamList':
    case 'PropertyDeclaration':
      return annotationBefore(syntax, parent, child);
    case 'ArrowFunction':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'MethodDeclaration':
    case 'Property': {
      const isFunction =
        syntax.name(parent) !== 'Property' || syntax.child(parent, 'ParamList') !== undefined;
      return isFunction ? annotationBefore(syntax, parent, child) : undefined;
    }
    default:
      return undefined;
  }
}

/** The last type annotation between `child` and the comma before it. */
function annotationBefore(syntax: Syntax, parent: Node, child: Node): Node | undefined {
  let type: Node | undefined;
  for (const sibling of syntax.children(parent)) {
    if (sibling >= child) break;
    if (syntax.name(sibling) === ',') type = undefined;
    else if (syntax.name(sibling) === 'TypeAnnotation') type = annotated(syntax, sibling);
  }
  return type;
}

/** The type of what is that way inside of values of a type. */
export function stepsInto(values: Values, type: Node, steps: readonly Step[]): Node | undefined {
  let at: Node | undefined = resolved(values, type);
  for (const step of steps) {
    at = step === true ? itemType(values, at) : entryType(values, at, step);
    if (at === undefined) return undefined;
    at = resolved(values, at);
  }
  return at;
}
