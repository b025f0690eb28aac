import type { MetricInfo } from '../knowledge';
import { unitOfName } from './unit';

/**
 * The series that Prometheus stores for a metric beside or instead of one with its own name: `_bucket`, `_sum` and
 * `_count` of classic histograms, `_sum` and `_count` of summaries. Source:
 * https://prometheus.io/docs/concepts/metric_types/
 */
export function derivedSeries(metric: MetricInfo): readonly MetricInfo[] {
  if (metric.type !== 'histogram' && metric.type !== 'summary') return [];
  const series = (suffix: string, of: string, more: Partial<MetricInfo> = {}): MetricInfo => ({
    ...metric,
    name: metric.name + suffix,
    type: 'counter',
    unit: undefined,
    help: metric.help && `${of} ${metric.help}`,
    ...more,
  });
  const sum = series('_sum', 'Sum of:', { unit: metric.unit ?? unitOfName(metric.name) });
  const count = series('_count', 'Number of observations:');
  if (metric.type === 'summary') return [sum, count];
  const labels = metric.labels && [...metric.labels, 'le'];
  return [series('_bucket', 'Observations up to `le`:', { labels }), sum, count];
}

const SUFFIX = /^(.+)_(?:bucket|sum|count)$/;

/** `metric` as `find` knows it, or as one of the series of a histogram or summary that `find` knows. */
export function findWithDerived(
  name: string,
  find: (name: string) => MetricInfo | undefined,
): MetricInfo | undefined {
  const own = find(name);
  if (own) return own;
  const family = SUFFIX.exec(name)?.[1];
  const base = family === undefined ? undefined : find(family);
  return base && derivedSeries(base).find((series) => series.name === name);
}
