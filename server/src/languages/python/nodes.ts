import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../text/span';

/** All children of `node`, tokens, comments and errors too. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

const OPERATOR_OR_KEYWORD = /^(?:[^A-Z]|Comment$|[A-Z][a-z]*Op$|At$|⚠)/;

/** Whether `node` is an expression, or something that holds some: neither a token nor a comment nor an error. */
export function isExpression(node: SyntaxNode): boolean {
  return !OPERATOR_OR_KEYWORD.test(node.name);
}

/** Where `node` stands. */
export function spanOf({ from, to }: SyntaxNode): Span {
  return { from, to };
}

/** The number that `written` is, decimal or not. Undefined for an imaginary one. */
export function readNumber(written: string): number | undefined {
  const digits = written.replaceAll('_', '');
  // Python's notations of whole numbers are those of Number(); leading zeros and long ones are not met in practice.
  return /j$/i.test(digits) ? undefined : Number(digits);
}

/** Whether `inner` lies in `outer`. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
