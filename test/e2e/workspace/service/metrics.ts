import { Counter, Histogram } from 'prom-client';

export const requests = new Counter({
  name: 'api_requests_total',
  help: 'Requests to the API.',
  labelNames: ['method', 'status'],
});

export const duration = new Histogram({
  name: 'api_request_duration_seconds',
  help: 'How long requests to the API took.',
  labelNames: ['method'],
});

export function count(method: string, status: number): void {
  requests.inc({ method, status });
}
