import type { Expr } from './ast';

/** `expr` without parentheses around it. */
export function unwrapped(expr: Expr): Expr {
  let inner = expr;
  while (inner.kind === 'paren') inner = inner.expr;
  return inner;
}

/** The value of a constant scalar expression, as far as it is simple. */
export function constantOf(expr: Expr, depth = 8): number | undefined {
  if (depth === 0) return undefined;
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'paren':
      return constantOf(expr.expr, depth - 1);
    case 'unary': {
      const value = constantOf(expr.expr, depth - 1);
      return value === undefined || expr.op.text === '+' ? value : -value;
    }
    case 'binary':
    case 'duration': {
      const [left, right] = [expr.lhs, expr.rhs].map((side) => side && constantOf(side, depth - 1));
      if (right === undefined || (expr.lhs && left === undefined)) return undefined;
      return calculate(expr.op.text.toLowerCase(), left, right);
    }
    default:
      return undefined;
  }
}

function calculate(op: string, left: number | undefined, right: number): number | undefined {
  if (left === undefined) return op === '-' ? -right : right;
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '^':
      return left ** right;
    case 'max_of':
      return Math.max(left, right);
    case 'min_of':
      return Math.min(left, right);
    default:
      return undefined;
  }
}
