import type { MetricModel } from '../checks/across';
import { wellKnownMetrics } from '../languages/promql/metrics';
import type { FactIndex } from './fact-index';

/** Series that Prometheus makes itself. */
const OWN = /^(?:up|ALERTS(?:_FOR_STATE)?|scrape_\w+)$/;

/** The index as the checks across files ask it. */
export function metricModel(index: FactIndex, nameOf: (uri: string) => string): MetricModel {
  const { metrics } = index;
  const hasAny = (items: Iterable<unknown>): boolean => items[Symbol.iterator]().next().done !== true;
  const anyRecordedUsed = (): boolean => {
    for (const name of index.defined('record')) if (hasAny(index.users('metric', name))) return true;
    return false;
  };
  let isRecordedUsed: boolean | undefined;
  let added: ReadonlySet<string> | undefined;
  return {
    definitions: (name) => metrics.definitions(name),
    info: (series) => metrics.info(series),
    isRecorded: (name) => hasAny(index.definers('record', name)),
    isAddedLabel: (label) => (added ??= addedLabels(index)).has(label),
    isWellKnown: (name) => OWN.test(name) || wellKnownMetrics().metric(name) !== undefined,
    definesNamespaceOf: (name) => metrics.definesNamespaceOf(name),
    isUsed: (series) => hasAny(index.users('metric', series)),
    usesRecorded: () => (isRecordedUsed ??= anyRecordedUsed()),
    recorded: () => index.defined('record'),
    defined: () => metrics.definedNames(),
    nameOf,
  };
}

/** A label that queries ask of so many metrics that don't have it is no slip. */
const NO_SLIP = 3;

function addedLabels(index: FactIndex): Set<string> {
  const { metrics } = index;
  /** Each label's metrics that queries ask it of, though their definitions don't have it. */
  const asked = new Map<string, Set<string>>();
  for (const name of metrics.definedNames()) {
    const definitions = metrics.definitions(name).map(({ definition }) => definition);
    if (definitions.some(({ labels }) => !labels)) continue;
    for (const label of index.labelNames(name)) {
      if (definitions.some(({ labels = [] }) => labels.some((known) => known.name === label))) continue;
      const names = asked.get(label) ?? new Set<string>();
      asked.set(label, names);
      for (const definition of definitions) names.add(definition.name);
    }
  }
  return new Set([...asked].filter(([, names]) => names.size >= NO_SLIP).map(([label]) => label));
}
