export { findMetrics, type FoundMetrics } from './find';
export { mayHoldMetrics } from './may-hold';
