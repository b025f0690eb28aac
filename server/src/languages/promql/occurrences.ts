import { touches, type Span } from '../../text/span';
import type { Expr, ParseResult } from './ast';
import { namesIn, type NameUse } from './names';

export interface Occurrence {
  readonly span: Span;
  readonly kind: 'metric' | 'label' | 'function';
}

/** A metric that an expression names, or an alert that it names in `ALERTS{alertname="…"}`. */
export interface MetricRef {
  readonly name: string;
  /** Without the quotes, where the name has some. */
  readonly span: Span;
  readonly kind: 'metric' | 'alert';
}

/**
 * Every metric and alert that `expr` names by equality, in order of place: `foo`, `{"foo"}`, `{__name__="foo"}`,
 * `ALERTS{alertname="foo"}`. Names with placeholders in them are left out.
 */
export function metricRefs(expr: Expr): MetricRef[] {
  return namesIn(expr).filter(isMetricRef);
}

function isMetricRef(use: NameUse): use is MetricRef {
  return use.kind === 'metric' || use.kind === 'alert';
}

/** All places in the expression that name the same metric, label or function as the one at `offset` (UTF-16). */
export function promqlOccurrences(result: ParseResult, offset: number): Occurrence[] {
  const names = result.expr ? namesIn(result.expr) : [];
  // Where two names touch, the one that starts there is meant.
  const here = names.findLast(({ span }) => touches(span, offset));
  if (!here) return [];
  return names
    .filter(({ name, kind }) => name === here.name && kind === here.kind)
    .map(({ span, kind }) => ({ span, kind: kind === 'alert' ? 'metric' : kind }));
}
