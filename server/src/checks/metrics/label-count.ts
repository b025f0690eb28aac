import type { LabelWrite } from '../../formats/metrics/definition';
import type { Advice } from '../check';
import type { MetricCheck } from './check';
import { declaredFor, type Declared } from './definitions';

/** Too many or too few values for a metric's labels. */
export const labelCount: MetricCheck = {
  code: 'metrics/label-count',
  severity: 'warning',
  title: 'Wrong number of label values',
  explanation:
    'Values that are given without names need to be as many as the metric has labels. Python’s and Go’s libraries also ' +
    'want every label where names are given; prom-client leaves out those that aren’t.',
  *run(model) {
    const definitionsOf = declaredFor(model);
    for (const write of model.writes) {
      const metrics = definitionsOf(write);
      if (metrics.length === 0 || write.open) continue;
      const complaints = metrics.map((metric) => complaint(write, metric));
      const [first] = complaints;
      if (first !== undefined && complaints.every((one) => one !== undefined)) yield first;
    }
  },
};

function complaint(
  { labels: given, valueCount, span }: LabelWrite,
  { metric, conventions, labels }: Declared,
): Advice | undefined {
  const related = [{ span: metric.nameSpan, message: `${metric.name} is defined here` }];
  if (valueCount !== undefined) {
    if (valueCount === labels.length) return undefined;
    const message = `${metric.name} has ${amount(labels)}, but ${valueCount} ${valueCount === 1 ? 'value is' : 'values are'} given`;
    return { span, message, related };
  }
  if (conventions.labels !== 'every') return undefined;
  const missing = labels.filter((name) => !given.some((label) => label.name === name));
  if (missing.length === 0) return undefined;
  return { span, message: `${metric.name} also needs a value for ${missing.join(', ')}`, related };
}

function amount(labels: readonly string[]): string {
  if (labels.length === 0) return 'no labels';
  return `${labels.length} ${labels.length === 1 ? 'label' : 'labels'} (${labels.join(', ')})`;
}
