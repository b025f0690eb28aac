import { TARGET_LABELS, wellKnownMetrics } from '../languages/promql/metrics';
import type { FactIndex } from '../workspace/fact-index';
import { familyOf } from './metric-family';

/** Whether series of the metric have the label; undefined where that isn't known. */
export function hasLabel(index: FactIndex, metric: string, label: string): boolean | undefined {
  if (TARGET_LABELS.includes(label)) return true;
  const { definitions } = familyOf(index, metric);
  for (const asked of index.labelNames(metric)) if (asked === label) return true;
  const lists = definitions.map(({ definition }) => definition.labels);
  if (lists.some((labels) => labels?.some(({ name }) => name === label))) return true;
  if (lists.length > 0) return lists.includes(undefined) ? undefined : false;
  const known = wellKnownMetrics().metric(metric)?.labels;
  return known && known.length > 0 ? known.includes(label) : undefined;
}
