import type { CodeCall } from '../../../languages/code/tree';
import type { LabelDefinition, MetricDefinition } from '../../metrics/definition';

/** A metric that a library brings by itself. */
export type ImpliedMetric = Omit<MetricDefinition, 'library' | 'nameSpan' | 'span' | 'implied'> &
  Partial<Pick<MetricDefinition, 'nameSpan'>>;

/** Metrics that `call` sets up, without naming them. */
export function implied(
  call: CodeCall,
  library: string,
  metrics: readonly ImpliedMetric[],
): MetricDefinition[] {
  const { calleeSpan: nameSpan, span } = call;
  return metrics.map((metric) => ({ nameSpan, ...metric, library, span, implied: true }));
}

/** Labels that are not written in the file. */
export function impliedLabels(names: readonly string[]): LabelDefinition[] {
  return names.map((name) => ({ name }));
}
