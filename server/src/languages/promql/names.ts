import type { AggregateExpr, BinaryExpr, CallExpr, Expr, StringLiteral, VectorSelector, Word } from './ast';
import type { Span } from '../../text/span';
import { FUNCTIONS } from './functions';
import { namesLabel } from './label-parameters';
import { walk } from './tree';

/** A name that an expression uses, with the stretch of text that says it, quotes left out. */
export interface NameUse {
  readonly name: string;
  readonly span: Span;
  readonly kind: 'metric' | 'alert' | 'label' | 'function';
}

/** Every metric, alert, label, function and aggregation that is named in `expr`, in order of place. */
export function namesIn(expr: Expr): NameUse[] {
  const names: NameUse[] = [];
  walk(expr, (node) => {
    if (node.kind === 'selector') names.push(...selectorNames(node));
    else if (node.kind === 'call') names.push(...callNames(node));
    else if (node.kind === 'aggregate') names.push(...aggregateNames(node));
    else if (node.kind === 'binary') names.push(...binaryNames(node));
  });
  return names.sort((a, b) => a.span.from - b.span.from);
}

/** The metrics with the alerts of rules as series. */
const ALERT_METRICS = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

function selectorNames({ name, matchers }: VectorSelector): NameUse[] {
  const names = word('metric', name);
  const equal = (label: string): StringLiteral[] =>
    matchers.flatMap((matcher) =>
      matcher.label.text === label && matcher.op === '=' && matcher.value ? [matcher.value] : [],
    );
  names.push(...equal('__name__').flatMap((value) => literal('metric', value)));
  if (names.some((metric) => ALERT_METRICS.has(metric.name))) {
    names.push(...equal('alertname').flatMap((value) => literal('alert', value)));
  }
  names.push(...matchers.flatMap(({ label }) => word('label', label)));
  return names;
}

function callNames({ func, args }: CallExpr): NameUse[] {
  const parameters = FUNCTIONS.get(func.text)?.parameters ?? [];
  const labels = args.filter((_, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    return parameter !== undefined && namesLabel(parameter);
  });
  return [...word('function', func), ...labels.flatMap((label) => literal('label', label))];
}

function aggregateNames({ op, grouping, args }: AggregateExpr): NameUse[] {
  const name = op.text.toLowerCase();
  const counted = name === 'count_values' && args[0] ? literal('label', args[0]) : [];
  const labels = grouping?.labels.flatMap((label) => word('label', label)) ?? [];
  return [{ name, span: op.span, kind: 'function' }, ...labels, ...counted];
}

function binaryNames({ matching, group }: BinaryExpr): NameUse[] {
  const labels = [...(matching?.labels ?? []), ...(group?.labels ?? [])];
  return labels.flatMap((label) => word('label', label));
}

function word(kind: NameUse['kind'], name: Word | undefined): NameUse[] {
  // A second name in quotes, `{"a", "b"}`, stands for a matcher whose label isn't written.
  if (!name || name.text === '' || name.holed || name.span.from === name.span.to) return [];
  return [{ kind, name: name.text, span: name.quoted ? insideQuotes(name.span) : name.span }];
}

function literal(kind: NameUse['kind'], value: Expr): NameUse[] {
  if (value.kind !== 'string' || value.value === '' || value.holed) return [];
  return [{ kind, name: value.value, span: insideQuotes(value.span) }];
}

function insideQuotes({ from, to }: Span): Span {
  return { from: from + 1, to: Math.max(from + 1, to - 1) };
}
