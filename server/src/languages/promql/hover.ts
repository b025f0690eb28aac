import type { HoverAnswer } from '../../text/answers';
import { touches, type Span } from '../../text/span';
import type { Expr, ParseResult } from './ast';
import { hoverLiteral } from './hover-literals';
import { hoverOperation } from './hover-operations';
import { hoverSelector } from './hover-selectors';
import type { HoverRequest } from './hover-request';
import type { MetricKnowledge, PromqlDialect } from './knowledge';
import { children } from './tree';

/**
 * What is at `offset` (UTF-16): a function, a metric, a label with what is asked of it, a number or a duration in
 * words, and what the expression there says, gives and which labels it keeps. The character at the offset counts
 * before the one in front of it.
 */
export function hoverPromql(
  { expr, comments }: ParseResult,
  offset: number,
  env: { readonly knowledge: MetricKnowledge; readonly dialect: PromqlDialect },
): HoverAnswer | undefined {
  if (!expr || comments.some(({ span }) => contains(span, offset))) return undefined;
  for (const test of [contains, touches]) {
    const request: HoverRequest = { ...env, isAt: (span) => span !== undefined && test(span, offset) };
    for (const node of pathTo(expr, request).reverse()) {
      const answer = hoverNode(node, request);
      if (answer) return answer;
    }
  }
  return undefined;
}

function contains(span: Span, offset: number): boolean {
  return span.from <= offset && offset < span.to;
}

function pathTo(expr: Expr, { isAt }: HoverRequest): Expr[] {
  const path: Expr[] = [];
  let node: Expr | undefined = isAt(expr.span) ? expr : undefined;
  while (node) {
    path.push(node);
    node = children(node).findLast(({ span }) => isAt(span));
  }
  return path;
}

function hoverNode(node: Expr, request: HoverRequest): HoverAnswer | undefined {
  switch (node.kind) {
    case 'selector':
    case 'matrix':
    case 'subquery':
      return hoverSelector(node, request);
    case 'number':
    case 'string':
    case 'duration':
      return hoverLiteral(node, request);
    case 'call':
    case 'aggregate':
    case 'binary':
    case 'unary':
    case 'paren':
      return hoverOperation(node, request);
    case 'missing':
    case 'hole':
      return undefined;
  }
}
