import { touches } from '../../text/span';
import type { BinaryExpr, Expr, ValueType } from './ast';
import { FUNCTIONS } from './functions';

const NO_CHILDREN: readonly Expr[] = [];

/** The expressions directly inside `expr`, in order of place, durations and offsets included. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'aggregate':
    case 'call':
      return expr.args;
    case 'binary':
      return [expr.lhs, expr.rhs];
    case 'paren':
    case 'unary':
      return [expr.expr];
    case 'matrix':
      return [expr.selector, expr.range];
    case 'subquery':
      return [expr.expr, expr.range, expr.step, expr.offset?.value].filter(isPresent);
    case 'selector':
      return expr.offset ? [expr.offset.value] : NO_CHILDREN;
    case 'duration':
      return [expr.lhs, expr.rhs].filter(isPresent);
    case 'hole':
      return expr.parts ?? NO_CHILDREN;
    case 'number':
    case 'string':
    case 'missing':
      return NO_CHILDREN;
  }
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/**
 * Calls `visit` for `expr` and everything inside it, parents before children, in order of place. Children of an
 * expression for which `visit` returns false are left out. Works without recursion.
 */
export function walk(expr: Expr, visit: (node: Expr) => unknown): void {
  const pending = [expr];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (visit(node) === false) continue;
    const inner = children(node);
    for (let i = inner.length - 1; i >= 0; i--) {
      const child = inner[i];
      if (child) pending.push(child);
    }
  }
}

/**
 * The expressions that `offset` (UTF-16) lies in or touches, outermost first. Where two neighbours touch, the one
 * that starts there wins.
 */
export function pathAt(expr: Expr, offset: number): Expr[] {
  const path: Expr[] = [];
  let node: Expr | undefined = touches(expr.span, offset) ? expr : undefined;
  while (node) {
    path.push(node);
    node = children(node).findLast(({ span }) => touches(span, offset));
  }
  return path;
}

/** Types of binary expressions that were asked for; without them a long chain would cost its length at each node. */
const binaryTypes = new WeakMap<BinaryExpr, ValueType>();

/** The type of the value of `expr`, as `Type()` in promql/parser/ast.go has it. */
export function typeOf(expr: Expr): ValueType {
  const inner = unwrapped(expr);
  if (inner.kind !== 'binary') return simpleType(inner);
  const pending: BinaryExpr[] = [inner];
  for (let node = pending.at(-1); node; node = pending.at(-1)) {
    const [lhs, rhs] = [unwrapped(node.lhs), unwrapped(node.rhs)];
    const open = [lhs, rhs].find((side) => side.kind === 'binary' && !binaryTypes.has(side));
    if (open?.kind === 'binary') {
      pending.push(open);
      continue;
    }
    binaryTypes.set(node, binaryType(knownType(lhs), knownType(rhs)));
    pending.pop();
  }
  return knownType(inner);
}

function unwrapped(expr: Expr): Expr {
  let inner = expr;
  while (inner.kind === 'paren' || inner.kind === 'unary') inner = inner.expr;
  return inner;
}

function knownType(expr: Expr): ValueType {
  return expr.kind === 'binary' ? (binaryTypes.get(expr) ?? 'unknown') : simpleType(expr);
}

function binaryType(lhs: ValueType, rhs: ValueType): ValueType {
  if (lhs === 'vector' || rhs === 'vector') return 'vector';
  return lhs === 'scalar' && rhs === 'scalar' ? 'scalar' : 'unknown';
}

function simpleType(expr: Exclude<Expr, BinaryExpr>): ValueType {
  switch (expr.kind) {
    case 'aggregate':
    case 'selector':
      return 'vector';
    case 'matrix':
    case 'subquery':
      return 'matrix';
    case 'number':
    case 'duration':
      return 'scalar';
    case 'string':
      return 'string';
    case 'call':
      return FUNCTIONS.get(expr.func.text)?.returns ?? 'unknown';
    case 'paren':
    case 'unary':
      return typeOf(expr);
    case 'missing':
    case 'hole':
      return 'unknown';
  }
}
