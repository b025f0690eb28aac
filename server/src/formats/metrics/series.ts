import type { MetricInfo } from '../../languages/promql/knowledge';
import { derivedSeries } from '../../languages/promql/metrics';
import { unitOfName } from '../../languages/promql/metrics/unit';
import type { MetricDefinition } from './definition';

const CREATED = '_created';

/** A definition as the services of PromQL know metrics; `origin` is the library where nothing else is said. */
export function infoOf(
  definition: MetricDefinition,
  { origin = definition.library, weight = 2 }: Partial<Pick<MetricInfo, 'origin' | 'weight'>> = {},
): MetricInfo {
  const { name, type, help, unit = unitOfName(name), labels } = definition;
  return {
    name,
    type,
    origin,
    weight,
    ...(unit !== undefined && { unit }),
    ...(help && { help }),
    ...(labels && { labels: labels.map((label) => label.name) }),
  };
}

/**
 * Every series that Prometheus stores for a definition, each with its own type, labels and help. A classic histogram has
 * none with its own name; a summary has one for its quantiles only. `_created` is there where the definition lists it
 * (OpenMetrics, https://prometheus.io/docs/specs/om/open_metrics_spec/#counter).
 */
export function seriesOf(
  definition: MetricDefinition,
  as: Partial<Pick<MetricInfo, 'origin' | 'weight'>> = {},
): MetricInfo[] {
  const metric = infoOf(definition, as);
  const possible = [quantileSeries(metric), ...derivedSeries(metric), createdSeries(metric)];
  const stored = new Set(storedNames(definition));
  const series = possible.filter(({ name }) => stored.delete(name));
  return [...series, ...Array.from(stored, (name): MetricInfo => ({ ...metric, name, type: 'unknown' }))];
}

/** The names of {@link seriesOf}. */
export function storedNames({
  series,
  name,
  type,
  quantiles,
}: Pick<MetricDefinition, 'series' | 'name' | 'type' | 'quantiles'>): readonly string[] {
  if (series) return series;
  const own = type === 'histogram' || (type === 'summary' && quantiles?.length === 0) ? [] : [name];
  return [...own, ...derivedSeries({ name, type, origin: '', weight: 0 }).map((info) => info.name)];
}

/**
 * The metrics that a series of this name may belong to, nearest first: itself, and what is in front of `_bucket`, `_sum`,
 * `_count` and `_created`.
 */
export function possibleFamilies(series: string): readonly string[] {
  const [, family, suffix] = /^(.+)_(bucket|sum|count|created)$/.exec(series) ?? [];
  if (family === undefined) return [series];
  return suffix === 'created' ? [series, `${family}_total`, family] : [series, family];
}

/** The definition that a series belongs to, of those that `find` gives for a metric's name. */
export function familyOf(
  series: string,
  find: (metric: string) => Iterable<MetricDefinition>,
): MetricDefinition | undefined {
  for (const name of possibleFamilies(series)) {
    for (const definition of find(name)) {
      // A histogram's own name stands for the whole in most tools, and for the native one in Prometheus.
      if (definition.name === series || storedNames(definition).includes(series)) return definition;
    }
  }
  return undefined;
}

/** `x_created` of a counter `x_total`, or of a histogram or summary `x`. */
export function createdName(metric: string): string {
  return metric.replace(/_total$/, '') + CREATED;
}

function quantileSeries(metric: MetricInfo): MetricInfo {
  if (metric.type !== 'summary' || !metric.labels) return metric;
  return { ...metric, labels: [...metric.labels, 'quantile'] };
}

function createdSeries(metric: MetricInfo): MetricInfo {
  const help = metric.help && `When this was created, in seconds since 1970: ${metric.help}`;
  return { ...metric, name: createdName(metric.name), type: 'gauge', unit: 'seconds', help };
}
