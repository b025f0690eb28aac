import { describe, expect, it } from 'vitest';
import { GoParser } from '../../../languages/go/parser';
import { PythonParser } from '../../../languages/python/parser';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { findMetrics } from './find';
import type { Reads } from './testing';

const SCRIPT = `import client, { Counter, Histogram } from 'prom-client';
import promBundle from 'express-prom-bundle';
import metrics from 'fastify-metrics';
import { makeGaugeProvider } from '@willsoto/nestjs-prometheus';
const c = new Counter({ name: 'a_total', help: 'A', labelNames: ['b', 'c'] });
const h = new Histogram({ name: \`\${P}_x\`, help: 'X', buckets: client.linearBuckets(1, 2, 3) });
app.use(promBundle({ includeMethod: true, customLabels: { d: 1 } })); fastify.register(metrics, { routeMetrics: {} });
makeGaugeProvider({ name: 'g', help: 'G' }); c.labels('x', req.path).inc(); const end = h.startTimer({ b: 1 }); end({ c: 2 });
meter.createHistogram('http.d', { unit: 's' }); client.collectDefaultMetrics({ prefix: 'p_' });
send({ name: 'web_vitals_x', value: 1, labels: { a } });
`;
const PYTHON = `from prometheus_client import Counter, Histogram, Info
from prometheus_fastapi_instrumentator import Instrumentator
c = Counter('a', 'A', ['b'], namespace=NS, unit='bytes')
h = Histogram('h', 'H', buckets=(1, 2, float('inf')))
c.labels('x').inc(); c.labels(b=request.path); Info('i', 'I').info({'a': '1'})
Instrumentator().instrument(app, metric_namespace='x')
`;
const GO = `package m
import "github.com/prometheus/client_golang/prometheus"
var c = prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "a", Name: "b"}, []string{"c"})
var d = prometheus.NewDesc(prometheus.BuildFQName("a", "", "b"), "H", nil, prometheus.Labels{"x": "y"})
func f() { c.WithLabelValues("x").Inc(); c.With(prometheus.Labels{"c": r.URL.Path}).Inc() }
`;

describe('findMetrics', () => {
  it.each<[string, Reads, string]>([
    ['TypeScript', (text) => new ScriptParser('ts').read(text), SCRIPT],
    ['Python', (text) => new PythonParser().read(text), PYTHON],
    ['Go', (text) => new GoParser().read(text), GO],
  ])('answers for a text that is cut anywhere in %s', (_, read, text) => {
    for (let at = 0; at <= text.length; at += 29) {
      for (const part of [text.slice(0, at), text.slice(0, at) + text.slice(at + 5)]) {
        const { metrics } = findMetrics(read(part));
        const isInside = metrics.every(
          ({ nameSpan, span }) => nameSpan.from >= 0 && nameSpan.to <= part.length && span.to <= part.length,
        );
        expect(isInside).toBe(true);
      }
    }
    expect(findMetrics(read(text)).metrics.length).toBeGreaterThan(1);
  });
});
