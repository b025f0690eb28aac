export { derivedSeries, findWithDerived } from './derived';
export { wellKnownMetrics } from './well-known';
