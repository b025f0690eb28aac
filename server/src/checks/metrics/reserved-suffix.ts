import type { MetricDefinition } from '../../formats/metrics/definition';
import type { MetricCheck } from './check';
import { named } from './definitions';

/** promlint: "non-histogram metrics should not have "_bucket" suffix", and the like. */
export const reservedSuffix: MetricCheck = {
  code: 'metrics/reserved-suffix',
  severity: 'warning',
  title: 'Suffix of histograms and summaries',
  explanation:
    '`_bucket`, `_sum` and `_count` are the series of histograms and summaries. Another metric with such a name is taken ' +
    'for a part of one, by people and by programs.',
  *run(model) {
    for (const { metric } of named(model)) {
      const suffix = /_(?:bucket|sum|count)$/.exec(metric.name)?.[0];
      if (suffix === undefined || mayHave(metric, suffix)) continue;
      const owners = suffix === '_bucket' ? 'histograms' : 'histograms and summaries';
      const message = `${suffix} is for the series of ${owners}; name this ${metric.type} otherwise`;
      yield { span: metric.nameSpan, message };
    }
  },
};

function mayHave({ type }: MetricDefinition, suffix: string): boolean {
  return type === 'unknown' || type === 'histogram' || (type === 'summary' && suffix !== '_bucket');
}
