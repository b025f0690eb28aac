/** Names under which Prometheus servers usually add external labels to all of their alerts. */
export const USUAL_EXTERNAL_LABELS: readonly string[] = [
  'cluster',
  'datacenter',
  'dc',
  'env',
  'environment',
  'prometheus',
  'prometheus_replica',
  'region',
  'replica',
  'stage',
  'tenant',
  'zone',
];
