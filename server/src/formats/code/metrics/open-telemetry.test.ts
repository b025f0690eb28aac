import { describe, expect, it } from 'vitest';
import { PythonParser } from '../../../languages/python/parser';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown, shownName, shownWrite } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);
const readPython = (text: string) => new PythonParser().read(text);
const IMPORT = `import { metrics } from '@opentelemetry/api';\nconst meter = metrics.getMeter('app');\n`;

describe('instruments of OpenTelemetry in JavaScript', () => {
  it.each<[string, string[]]>([
    [
      `meter.createCounter('http.server.requests', { unit: '1', description: 'Requests' })`,
      ['http_server_requests_total counter{?} "Requests"'],
    ],
    [
      `meter.createHistogram('http.server.duration', { unit: 's' })`,
      ['http_server_duration_seconds histogram{?}'],
    ],
    [`meter.createUpDownCounter('queue.size')`, ['queue_size gauge{?}']],
    [`meter.createObservableGauge('memory', { unit: 'By' })`, ['memory_bytes gauge{?}']],
    [`meter.createObservableCounter('jobs')`, ['jobs_total counter{?}']],
    [`metrics.getMeter('a').createGauge('load', { unit: '1' })`, ['load_ratio gauge{?}']],
    [`this.meter.createCounter('jobs')`, ['jobs_total counter{?}']],
    [`meter.createCounter('jobs', { unit })`, []],
    [`meter.createCounter('jobs', options)`, ['jobs_total counter{?}']],
    [`meter.createCounter(name)`, []],
    [`factory.createCounter('jobs')`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${IMPORT}const m = ${code};\n`).metrics.map(shown)).toEqual(expected);
  });

  it('takes a meter by its type', () => {
    const code = `import type { Meter } from '@opentelemetry/api';\nfunction f(m: Meter) { m.createCounter('jobs'); }\n`;
    expect(found(read, code).metrics.map(({ name }) => name)).toEqual(['jobs_total']);
  });

  it('names as the exporter for JavaScript does where the file sets it up', () => {
    const code = `import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';\nnew PrometheusExporter({ prefix: 'app' });\nmeter.createHistogram('took', { unit: 's' });\n`;
    const [metric] = found(read, IMPORT + code).metrics;
    expect([metric?.name, metric?.aliases]).toEqual(['app_took', ['took_seconds', 'took']]);
  });

  it.each<[string, string | undefined]>([
    [`meter.createCounter('jobs')`, '[jobs]_total'],
    [`meter.createCounter('jobs_total')`, '[jobs_total]'],
    [`meter.createCounter('jobs.done')`, undefined],
  ])('%s is written %s', (code, expected) => {
    const { metrics, text } = found(read, `${IMPORT}const m = ${code};\n`);
    expect(metrics[0] && shownName(metrics[0], text)).toBe(expected);
  });

  it.each<[string, string[]]>([
    [`m.add(1, { 'http.method': 'GET', route })`, ['jobs_total{http_method="GET",route=route}']],
    [`m.add(1)`, []],
    [`m.add(1, attributes)`, []],
    [`set.add(1, { a: 'x' })`, []],
  ])('%s', (code, expected) => {
    const text = `${IMPORT}const m = meter.createCounter('jobs');\nfunction f(attributes, route) { ${code}; }\n`;
    expect(found(read, text).writes.map(shownWrite)).toEqual(expected);
  });
});

describe('instruments of OpenTelemetry in Python', () => {
  it.each<[string, string[]]>([
    [`meter.create_counter("jobs", unit="1", description="Jobs")`, ['jobs_total counter{?} "Jobs"']],
    [`meter.create_histogram("http.duration", "s", "Took")`, ['http_duration_seconds histogram{?} "Took"']],
    [`meter.create_observable_gauge("memory", [read], "By")`, ['memory_bytes gauge{?}']],
    [`other.create_counter("jobs")`, []],
  ])('%s', (code, expected) => {
    const text = `from opentelemetry import metrics\nmeter = metrics.get_meter(__name__)\nm = ${code}\n`;
    expect(found(readPython, text).metrics.map(shown)).toEqual(expected);
  });

  it('knows attributes', () => {
    const text = `from opentelemetry import metrics\nmeter = metrics.get_meter("a")\nm = meter.create_counter("jobs")\nm.add(1, {"queue.name": "mail"})\nm.add(1, attributes={"a": b})\n`;
    expect(found(readPython, text).writes.map(shownWrite)).toEqual([
      'jobs_total{queue_name="mail"}',
      'jobs_total{a=b}',
    ]);
  });
});
