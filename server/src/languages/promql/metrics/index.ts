export { derivedSeries, findWithDerived } from './derived';
export { TARGET_LABELS, wellKnownMetrics } from './well-known';
