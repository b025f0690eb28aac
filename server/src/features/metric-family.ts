import type { MetricDefinition } from '../formats/metrics/definition';
import { storedNames } from '../formats/metrics/series';
import type { FactIndex } from '../workspace/fact-index';
import type { DefinedMetric } from '../workspace/metric-index';

/** A metric with everything that Prometheus stores of it: a histogram with its `_bucket`, `_sum` and `_count`. */
export interface MetricFamily {
  /** As programs define it; of what no program defines the series itself. */
  readonly name: string;
  /** Its own name, and those of its series. */
  readonly names: ReadonlySet<string>;
  /** What programs define of it; nothing for recording rules and for metrics that are only used. */
  readonly definitions: readonly DefinedMetric[];
}

/** The family that a series, or a metric by its own name, belongs to. */
export function familyOf({ metrics }: FactIndex, series: string): MetricFamily {
  const found = metrics.definitions(series);
  const first = found.find(({ definition }) => definition.name === series) ?? found[0];
  if (!first) return { name: series, names: new Set([series]), definitions: [] };
  const { name } = first.definition;
  const definitions = metrics.definitions(name).filter(({ definition }) => definition.name === name);
  const names = definitions.flatMap(({ definition }) => namesOf(definition));
  return { name, names: new Set([series, ...names]), definitions };
}

/** The metric's own name, and those of its series. */
export function namesOf(definition: MetricDefinition): string[] {
  return [definition.name, ...storedNames(definition), ...(definition.aliases ?? [])];
}

/**
 * What a series of a family is called when the family gets another name: `requests_bucket` becomes `calls_bucket`, and
 * `requests_created`, of the counter `requests_total`, `calls_created`.
 */
export function renamedSeries(family: string, series: string, newFamily: string): string {
  const { ofFamily, ofSeries } = endings(family, series);
  const stem = newFamily.endsWith(ofFamily)
    ? newFamily.slice(0, newFamily.length - ofFamily.length)
    : newFamily;
  return stem + ofSeries;
}

/** The family's new name when one of its series gets the name `newSeries`; undefined where that isn't one of its series. */
export function renamedFamily(family: string, series: string, newSeries: string): string | undefined {
  const { ofFamily, ofSeries } = endings(family, series);
  if (!newSeries.endsWith(ofSeries) || newSeries.length === ofSeries.length) return undefined;
  return newSeries.slice(0, newSeries.length - ofSeries.length) + ofFamily;
}

/** What is behind the words that both names begin with. */
export function endings(family: string, series: string): { ofFamily: string; ofSeries: string } {
  const isStem = (length: number): boolean =>
    /^(?:_|$)/.test(series.slice(length)) && /^(?:_|$)/.test(family.slice(length));
  let stem = 0;
  for (let length = 1; length <= family.length && series.startsWith(family.slice(0, length)); length++) {
    if (isStem(length)) stem = length;
  }
  return { ofFamily: family.slice(stem), ofSeries: series.slice(stem) };
}
