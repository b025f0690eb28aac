import type { MetricDefinition } from '../../formats/metrics/definition';
import { isLabelName } from '../../formats/rules/names';
import type { Conventions } from '../../formats/metrics/conventions';
import type { MetricCheck } from './check';
import { named } from './definitions';

/** A label that the library refuses, or that Prometheus needs for itself. */
export const invalidLabelName: MetricCheck = {
  code: 'metrics/invalid-label-name',
  severity: 'warning',
  title: 'Label name that can’t be used',
  explanation:
    'Names of labels are of letters, digits and `_`. Those that begin with `__` are Prometheus’ own, `le` is the bound of a ' +
    'histogram’s bucket and `quantile` that of a summary. Libraries fail where a metric declares such a label.',
  *run(model) {
    for (const { metric, conventions } of named(model)) {
      for (const { name, span = metric.nameSpan } of metric.labels ?? []) {
        const message = complaint(name, metric, conventions);
        if (message !== undefined) yield { span, message };
      }
    }
  },
};

function complaint(
  name: string,
  { type, library }: MetricDefinition,
  { scheme }: Conventions,
): string | undefined {
  if (name.startsWith('__')) return `labels that begin with __ are Prometheus’ own; name it otherwise`;
  if (name === 'le' && type !== 'unknown') return reserved(name, 'histograms have their buckets');
  if (name === 'quantile' && type !== 'unknown') return reserved(name, 'summaries have their quantiles');
  if (name !== '' && isLabelName(name, scheme)) return undefined;
  return `${library} refuses the label "${name}": letters, digits and _ are allowed, and no digit first`;
}

function reserved(name: string, use: string): string {
  return `the label ${name} is where ${use}; name it otherwise`;
}
