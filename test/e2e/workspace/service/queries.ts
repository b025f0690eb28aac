import { PrometheusDriver } from 'prometheus-query';

const prometheus = new PrometheusDriver({ endpoint: 'http://localhost:9090' });

export function failing(window: string) {
  return prometheus.instantQuery(`sum(rate(api_requests_total{status=~"5.."}[${window}]))`);
}
