import { putValue } from '../code/put';
import { codeString, partsOf } from '../code/string-region';
import type { LiteralPart, StringPart } from '../code/string-region';
import type { CodeString, CodeValue } from '../code/tree';
import type { Span } from '../../text/span';
import { DOUBLE_QUOTED, RAW_TEMPLATE, SINGLE_QUOTED, TEMPLATE } from './notation';
import type { Node, Syntax } from './syntax';
import type { Values } from './values';

/** The string that the literal at `node` (`String`, without holes) writes. */
export function literalString(syntax: Syntax, node: Node): CodeString {
  return codeString(syntax.span(node), [quotedPart(syntax, node)]);
}

/** The string that a template makes; `raw` for `String.raw`, whose backslashes are text. */
export function templateString(values: Values, node: Node, raw = false): CodeString {
  return codeString(values.syntax.span(node), () => templateParts(values, node, raw));
}

/** The string that operands, one behind the other, make: of `+`, or of `join` with what it puts between. */
export function joinedString(
  values: Values,
  span: Span,
  operands: readonly Node[],
  separator = '',
): CodeString {
  return codeString(span, () => {
    const parts: StringPart[] = [];
    for (const operand of operands) {
      if (separator && parts.length) {
        const at = values.syntax.from(operand);
        parts.push({ kind: 'put', span: { from: at, to: at }, text: separator, holes: [] });
      }
      for (const part of operandParts(values, operand)) parts.push(part);
    }
    return parts;
  });
}

/** The parts of an operand: of a string that it writes itself that string's, of anything else what its value puts in. */
function operandParts(values: Values, operand: Node): readonly StringPart[] {
  const span = values.syntax.span(operand);
  const value = values.valueOf(operand);
  return isWrittenIn(value, span) ? partsOf(value) : [valuePart(value, span)];
}

/** True of a string whose text stands within `span` of the file itself. */
export function isWrittenIn(value: CodeValue, span: Span): value is CodeString {
  if (value.kind !== 'string' || value.from !== undefined) return false;
  return value.span.from >= span.from && value.span.to <= span.to;
}

function quotedPart(syntax: Syntax, node: Node): LiteralPart {
  const { from, to } = syntax.span(node);
  const quote = syntax.source.charAt(from);
  return {
    kind: 'literal',
    from: from + 1,
    raw: syntax.source.slice(from + 1, Math.max(from + 1, contentEnd(syntax, node, quote, to))),
    notation: quote === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED,
  };
}

/** Where a literal's content ends: at its closing quote, or, if that is missing, at the end of the line or file. */
function contentEnd(syntax: Syntax, node: Node, quote: string, to: number): number {
  const { source } = syntax;
  const last = source.charAt(to - 1);
  if (last !== quote && last !== '\n') return to;
  if (to - 1 <= syntax.from(node)) return to;
  for (let child = node + 1; child < syntax.end(node); child++) {
    if (syntax.to(child) === to && syntax.name(child) === 'Escape') return to;
  }
  return last === '\n' && source.charAt(to - 2) === '\r' ? to - 2 : to - 1;
}

function templateParts(values: Values, node: Node, raw: boolean): StringPart[] {
  const { syntax } = values;
  const parts: StringPart[] = [];
  const notation = raw ? RAW_TEMPLATE : TEMPLATE;
  let at = syntax.from(node) + 1;
  const add = (to: number) => {
    parts.push({ kind: 'literal', from: at, raw: syntax.source.slice(at, to), notation });
  };
  const end = contentEnd(syntax, node, '`', syntax.to(node));
  for (let child = node + 1; child < syntax.end(node); child = syntax.end(child)) {
    if (syntax.name(child) !== 'Interpolation') continue;
    add(syntax.from(child));
    const span = syntax.span(child);
    const filling = syntax.children(child)[1];
    const value = filling === undefined || syntax.name(filling) === 'InterpolationEnd' ? undefined : filling;
    parts.push(value === undefined ? { kind: 'hole', span } : valuePart(values.valueOf(value), span));
    at = syntax.to(child);
  }
  add(Math.max(at, end));
  return parts;
}

/** What a value puts into a string at `span`, as JavaScript converts it. */
function valuePart(value: CodeValue, span: Span): StringPart {
  if (value.kind !== 'number' && value.kind !== 'boolean') return putValue(value, span);
  return { kind: 'put', span, text: String(value.value), holes: [] };
}

/** The operands of a chain of `+`, in order; undefined for any other operator. */
export function addedOperands(syntax: Syntax, node: Node): Node[] | undefined {
  const operands: Node[] = [];
  const behind: Node[] = [];
  let at: Node | undefined = node;
  // Chains lean to the left, and their depth is bounded by nothing but the file.
  while (at !== undefined && syntax.name(at) === 'BinaryExpression') {
    const children = syntax.children(at);
    const operators = children.filter((child) => syntax.name(child) === 'ArithOp');
    if (!operators.length || operators.some((operator) => syntax.text(operator) !== '+')) break;
    const [first, ...others] = children.filter((child) => syntax.name(child) !== 'ArithOp');
    behind.push(...others.reverse());
    at = first;
  }
  if (!behind.length) return undefined;
  if (at !== undefined) operands.push(at);
  return operands.concat(behind.reverse());
}

/** The expression inside of parentheses, `!`, `as`, `satisfies`, `<T>`, which all leave the value as it is. */
export function bare(syntax: Syntax, node: Node): Node {
  let at = node;
  for (let inner = transparent(syntax, at); inner !== undefined; inner = transparent(syntax, at)) at = inner;
  return at;
}

/** The operand of a node that leaves its value as it is. */
export function transparent(syntax: Syntax, node: Node): Node | undefined {
  switch (syntax.name(node)) {
    case 'ParenthesizedExpression':
      return syntax.children(node)[1];
    case 'InstantiationExpression':
      return syntax.first(node);
    case 'PrefixCast':
      return syntax.children(node).at(-1);
    case 'PostfixExpression': {
      const operator = syntax.children(node)[1];
      return operator !== undefined && syntax.text(operator) === '!' ? syntax.first(node) : undefined;
    }
    case 'BinaryExpression': {
      const operator = syntax.children(node)[1];
      const name = operator === undefined ? '' : syntax.name(operator);
      return name === 'as' || name === 'satisfies' ? syntax.first(node) : undefined;
    }
    default:
      return undefined;
  }
}
