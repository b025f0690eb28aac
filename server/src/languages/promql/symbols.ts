import type { Span } from '../../text/span';
import type { Expr, ParseResult } from './ast';
import { cut, selectorWords } from './explain-parts';
import { children } from './tree';

/** A part of an expression in its outline. */
export interface PromqlSymbol {
  readonly name: string;
  readonly kind: 'function' | 'aggregation' | 'operator' | 'selector';
  readonly detail?: string;
  readonly span: Span;
  /** The word that names it. */
  readonly selection: Span;
  readonly children: readonly PromqlSymbol[];
}

/** Outlines are for people: what lies deeper or comes later than this is left out. */
const DEEPEST = 20;
const MOST_SYMBOLS = 1000;

/** The outline of an expression: its operators, aggregations, functions and selectors, nested as they are. */
export function promqlSymbols({ expr }: ParseResult): PromqlSymbol[] {
  if (!expr) return [];
  let left = MOST_SYMBOLS;
  const inside = (node: Expr, depth: number): PromqlSymbol[] => {
    if (depth === 0 || left <= 0) return [];
    const named = nameOf(node);
    if (named) left--;
    const inner = children(node).flatMap((child) => inside(child, depth - 1));
    return named ? [{ ...named, span: node.span, children: inner }] : inner;
  };
  return inside(expr, DEEPEST);
}

function nameOf(node: Expr): Omit<PromqlSymbol, 'span' | 'children'> | undefined {
  switch (node.kind) {
    case 'call':
      return { name: node.func.text, kind: 'function', selection: node.func.span };
    case 'aggregate': {
      const { op, grouping } = node;
      const labels = grouping?.labels.map(({ text }) => text).join(', ');
      const detail = grouping && cut(`${grouping.keyword.text} (${labels})`);
      return { name: op.text, kind: 'aggregation', detail, selection: op.span };
    }
    case 'binary':
      return { name: node.op.text, kind: 'operator', selection: node.op.span };
    case 'selector':
      return { name: selectorWords(node), kind: 'selector', selection: node.name?.span ?? node.span };
    default:
      return undefined;
  }
}
