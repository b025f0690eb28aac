import { Counter, Gauge, Histogram, collectDefaultMetrics } from 'prom-client';

collectDefaultMetrics();

export const requests = new Counter({
  name: 'http_requests_total',
  help: 'HTTP requests, by how they were answered.',
  labelNames: ['method', 'route', 'status_code'],
});

export const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'How long it took to answer HTTP requests.',
  labelNames: ['method', 'route'],
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});

export const inFlight = new Gauge({
  name: 'http_requests_in_flight',
  help: 'HTTP requests that are being answered.',
});

export const cacheHits = new Counter({
  name: 'cache_hits_total',
  help: 'Look-ups that the cache answered.',
});

export const cacheMisses = new Counter({
  name: 'cache_misses_total',
  help: 'Look-ups that the database had to answer.',
});

export const connectionErrors = new Counter({
  name: 'db_connection_errors_total',
  help: 'Connections to the database that failed.',
});
