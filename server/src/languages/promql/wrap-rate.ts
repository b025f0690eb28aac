import type { TextEdit } from '../../text/finding';
import type { Expr, VectorSelector } from './ast';
import { pathAt } from './tree';

/** What a rate is usually taken over. */
const RANGE = '5m';

/**
 * The edits that make `rate(x[5m])` of the selector `x` at `offset` (UTF-16), where it names a metric that is a counter
 * by `isCounter` and is taken as it is. Undefined where there is none.
 */
export function wrapInRate(
  expr: Expr,
  offset: number,
  isCounter: (metric: string) => boolean,
): { readonly metric: string; readonly edits: TextEdit[] } | undefined {
  const path = pathAt(expr, offset);
  const selector = path.at(-1);
  const parent = path.at(-2);
  if (selector?.kind !== 'selector' || parent?.kind === 'matrix' || parent?.kind === 'subquery')
    return undefined;
  const { name, span } = selector;
  if (!name || name.holed || !isCounter(name.text)) return undefined;
  const insert = (at: number, newText: string): TextEdit => ({ span: { from: at, to: at }, newText });
  const edits = [
    insert(span.from, 'rate('),
    insert(endOfVector(selector), `[${RANGE}]`),
    insert(span.to, ')'),
  ];
  return { metric: name.text, edits };
}

/** Where a range stands: behind name and braces, in front of modifiers. */
function endOfVector({ name, braces, span }: VectorSelector): number {
  return braces?.to ?? name?.span.to ?? span.to;
}
