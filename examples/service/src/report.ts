import { PrometheusDriver } from 'prometheus-query';

const prometheus = new PrometheusDriver({ endpoint: 'http://localhost:9090' });

/** The share of a service's requests that failed in the last minutes, from 0 to 1. */
export async function errorShare(service: string, window = '5m'): Promise<number> {
  const { result } = await prometheus.instantQuery(`
    sum(rate(http_requests_total{service="${service}", status_code=~"5.."}[${window}]))
    /
    sum(rate(http_requests_total{service="${service}"}[${window}]))
  `);
  return result[0]?.value.value ?? 0;
}

/** How long 95 % of the requests took at most, in seconds, minute by minute. */
export async function slowness(start: Date, end: Date) {
  const query = 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))';
  return prometheus.rangeQuery(query, start, end, 60);
}
