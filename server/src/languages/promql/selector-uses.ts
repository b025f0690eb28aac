import type { Span } from '../../text/span';
import type { Expr, VectorSelector } from './ast';
import { namesIn, type NameUse } from './names';
import { children } from './tree';

/**
 * What a selector is given to: a function that takes a range of it, a function or aggregation that takes it as it is, or
 * an operator; by the name that is written, aggregations and word operators in lower case.
 */
export interface SelectorContext {
  readonly kind: 'range' | 'call' | 'aggregate' | 'operator';
  readonly name: string;
}

/** A selector of a metric by its name. */
export interface SelectorUse {
  readonly name: string;
  /** Of the name, without quotes. */
  readonly span: Span;
  /** Absent where the selector is the whole expression. */
  readonly context?: SelectorContext;
  /** Labels that are matched, in order. */
  readonly labels: readonly NameUse[];
  /** Whether it's asked for another time by `offset` or `@`. */
  readonly moved?: true;
}

interface Node {
  readonly expr: Expr;
  readonly parent?: Node;
}

/** The selectors in `expr` that name a metric by equality, in order of place. Works without recursion. */
export function selectorUses(expr: Expr): SelectorUse[] {
  const uses: SelectorUse[] = [];
  const pending: Node[] = [{ expr }];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const parent = node;
    if (node.expr.kind === 'selector') uses.push(...selectorUse(node.expr, node.parent));
    for (const child of [...children(node.expr)].reverse()) pending.push({ expr: child, parent });
  }
  return uses;
}

function selectorUse(selector: VectorSelector, parent: Node | undefined): SelectorUse[] {
  const names = namesIn(selector);
  const metric = names.find(({ kind }) => kind === 'metric');
  if (!metric) return [];
  const labels = names.filter(({ kind, name }) => kind === 'label' && name !== '__name__');
  const moved = selector.offset ?? selector.at;
  return [
    {
      name: metric.name,
      span: metric.span,
      context: contextOf(parent),
      labels,
      ...(moved && { moved: true as const }),
    },
  ];
}

function contextOf(parent: Node | undefined): SelectorContext | undefined {
  let ranged = false;
  for (let node = parent; node; node = node.parent) {
    const { expr } = node;
    switch (expr.kind) {
      case 'matrix':
        ranged = true;
        break;
      case 'paren':
      case 'unary':
        break;
      case 'call':
        return { kind: ranged ? 'range' : 'call', name: expr.func.text };
      case 'aggregate':
        return { kind: 'aggregate', name: expr.op.text.toLowerCase() };
      case 'binary':
        return { kind: 'operator', name: expr.op.text.toLowerCase() };
      case 'subquery':
        return { kind: 'operator', name: '[:]' };
      default:
        return undefined;
    }
  }
  return undefined;
}
