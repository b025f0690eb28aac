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
  return {
    definitions: (name) => metrics.definitions(name),
    info: (series) => metrics.info(series),
    isRecorded: (name) => hasAny(index.definers('record', name)),
    isWellKnown: (name) => OWN.test(name) || wellKnownMetrics().metric(name) !== undefined,
    definesNamespaceOf: (name) => metrics.definesNamespaceOf(name),
    isUsed: (series) => hasAny(index.users('metric', series)),
    usesRecorded: () => (isRecordedUsed ??= anyRecordedUsed()),
    recorded: () => index.defined('record'),
    defined: () => metrics.definedNames(),
    nameOf,
  };
}
