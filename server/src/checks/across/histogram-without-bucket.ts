import { storedNames } from '../../formats/metrics/series';
import type { MetricDefinition } from '../../formats/metrics/definition';
import { metricUses, type AcrossCheck } from './check';

/** Libraries whose histograms may be native ones, which have a series of their own name. */
const MAY_BE_NATIVE = /golang|OpenTelemetry|exposition/i;

/** A histogram by the name under which it has no series. */
export const histogramWithoutBucket: AcrossCheck = {
  code: 'metrics/histogram-without-bucket',
  severity: 'warning',
  title: 'Histogram without _bucket',
  explanation:
    'A classic histogram `x` is stored as `x_bucket`, `x_sum` and `x_count`; there is no series `x`. ' +
    '`histogram_quantile` wants the rate of `x_bucket`, an average is the rate of `x_sum` divided by that of `x_count`. ' +
    'See [histograms](https://prometheus.io/docs/practices/histograms/).',
  *run(facts, model) {
    for (const { name, span } of metricUses(facts)) {
      const definitions = model.definitions(name);
      if (definitions.length === 0 || model.isRecorded(name)) continue;
      if (!definitions.every(({ definition }) => isClassicHistogram(name, definition))) continue;
      const isPlain = span.to - span.from === name.length;
      const fixes = ['_bucket', '_count', '_sum'].map((suffix) => ({
        title: `Replace by ${name}${suffix}`,
        edits: [{ span, newText: name + suffix }],
      }));
      yield {
        message: `${name} is a histogram: its series are ${name}_bucket, ${name}_sum and ${name}_count`,
        span,
        ...(isPlain && { fixes }),
      };
    }
  },
};

function isClassicHistogram(name: string, definition: MetricDefinition): boolean {
  return (
    definition.name === name &&
    definition.type === 'histogram' &&
    !MAY_BE_NATIVE.test(definition.library) &&
    !storedNames(definition).includes(name)
  );
}
