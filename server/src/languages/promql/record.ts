import { touches, type Span } from '../../text/span';
import type { Expr } from './ast';
import { resultLabels } from './result-labels';
import { selectorUses } from './selector-uses';
import { children, typeOf, walk } from './tree';

/** A part of an expression that a rule of its own could record. */
export interface Recordable {
  readonly span: Span;
  /** `job:http_requests:rate5m`: level, metric and operations, as https://prometheus.io/docs/practices/rules/ has it. */
  readonly name: string;
}

/**
 * The innermost part around `selection` that a recording rule can compute: a vector without metric names, so that
 * nothing but the name changes. Undefined where there is none, or it is named by no metric.
 */
export function recordableAt(expr: Expr, selection: Span): Recordable | undefined {
  let found: Recordable | undefined;
  for (let node: Expr | undefined = expr; node; node = childAround(node, selection)) {
    const name = isRecordable(node) ? recordName(node) : undefined;
    if (name !== undefined) found = { span: node.span, name };
  }
  return found;
}

function childAround(node: Expr, { from, to }: Span): Expr | undefined {
  return children(node).find(({ span }) => touches(span, from) && touches(span, to));
}

function isRecordable(node: Expr): boolean {
  if (node.kind !== 'aggregate' && node.kind !== 'call') return false;
  if (typeOf(node) !== 'vector') return false;
  const labels = resultLabels(node);
  return (labels.kind === 'only' || labels.kind === 'allBut') && !labels.name;
}

function recordName(node: Expr): string | undefined {
  const [metric] = selectorUses(node);
  if (!metric || /[:.]/.test(metric.name)) return undefined;
  const labels = resultLabels(node);
  const level = labels.kind === 'only' ? labels.labels.join('_') : '';
  const operations: string[] = [];
  let isRate = false;
  walk(node, (inner) => {
    if (inner.kind === 'aggregate') operations.push(inner.op.text.toLowerCase());
    if (inner.kind !== 'call') return;
    const range = inner.args.find((arg) => arg.kind === 'matrix');
    const written = range?.kind === 'matrix' && range.range.kind === 'number' ? words(range.range.value) : '';
    isRate ||= /^(?:i?rate|increase)$/.test(inner.func.text);
    operations.push(inner.func.text + written);
  });
  // The sum is what everybody expects where a rate is.
  const said = operations.filter((operation) => !(isRate && operation === 'sum'));
  const stem = isRate ? metric.name.replace(/_total$/, '') : metric.name;
  const name = `${level}:${stem}:${said.slice(0, 3).join('_')}`;
  return /^[a-zA-Z_:][\w:]*$/.test(name) ? name : undefined;
}

/** Seconds as people write them in names: `5m`, `90s`. */
function words(seconds: number): string {
  if (!Number.isInteger(seconds)) return '';
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    if (seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
