import type { Span } from '../../text/span';

/** The PromQL in the query of a dashboard's variable. */
export interface VariableQuery {
  readonly promql: Span;
  /** The label whose values are asked for. */
  readonly label?: Span;
}

/**
 * What a query of a variable asks Prometheus: `label_values(selector, label)`, `label_names(selector)`,
 * `query_result(expression)`, or a selector by itself. Nothing where there is no PromQL in it.
 * Source: Grafana's documentation, Prometheus template variables.
 *
 * @param isSure the data source is known to be Prometheus, so that what looks like none of these is a selector
 */
export function variableQuery(text: string, isSure: boolean): VariableQuery | undefined {
  const call = /^\s*(label_values|label_names|query_result|metrics)\s*\(([^]*)\)\s*$/d.exec(text);
  const [, name, body] = call ?? [];
  const [from = 0] = call?.indices?.[2] ?? [];
  if (name === undefined || body === undefined) {
    return isSure && !/^\s*label_names\b/.test(text)
      ? { promql: trimmed(text, { from: 0, to: text.length }) }
      : undefined;
  }
  if (name === 'metrics') return undefined;
  if (name !== 'label_values') return notEmpty(text, { from, to: from + body.length });
  const comma = from + body.lastIndexOf(',');
  const label = trimmed(text, { from: comma + 1, to: from + body.length });
  if (comma < from || !LABEL.test(text.slice(label.from, label.to))) return undefined;
  const selector = notEmpty(text, { from, to: comma });
  return selector && { ...selector, label };
}

/** A label's name, which variables may stand in. */
const LABEL = /^[\w$]+$|^\$\{\w+\}$|^\[\[\w+\]\]$/;

function notEmpty(text: string, span: Span): VariableQuery | undefined {
  const promql = trimmed(text, span);
  return promql.from < promql.to ? { promql } : undefined;
}

/** The span without the blanks at its ends. */
function trimmed(text: string, { from, to }: Span): Span {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  return { from: start, to: Math.max(start, from + inner.trimEnd().length) };
}
