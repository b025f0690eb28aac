import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown, shownName } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);
const metricsOf = (code: string) =>
  found(read, `import promBundle from 'express-prom-bundle';\napp.use(${code});\n`);
const short = (code: string) =>
  metricsOf(code).metrics.map((metric) => shown({ ...metric, help: undefined }));

describe('metrics of express-prom-bundle', () => {
  it.each<[string, string[]]>([
    ['promBundle()', ['http_request_duration_seconds histogram{status_code}', 'up gauge{}']],
    [
      `promBundle({ includeMethod: true, includePath: true, customLabels: { app: 'x' } })`,
      ['http_request_duration_seconds histogram{status_code,method,path,app}', 'up gauge{}'],
    ],
    [
      `promBundle({ httpDurationMetricName: 'took_seconds', metricType: 'summary', includeUp: false })`,
      ['took_seconds summary{status_code}'],
    ],
    [`promBundle({ includeUp: false, includeMethod: flag })`, ['http_request_duration_seconds histogram{?}']],
    [`promBundle({ httpDurationMetricName: name, includeUp: false })`, []],
    [`promBundle(options)`, ['http_request_duration_seconds histogram{?}']],
    [`promBundle.clusterMetrics()`, []],
  ])('%s', (code, expected) => {
    expect(short(code)).toEqual(expected);
  });

  it('brings the default metrics, if asked to', () => {
    const names = metricsOf(
      `promBundle({ promClient: { collectDefaultMetrics: { prefix: 'a_' } } })`,
    ).metrics.map(({ name }) => name);
    expect(names).toContain('a_nodejs_heap_size_total_bytes');
    expect(names).toContain('a_up');
  });

  it('tells buckets, percentiles, and where the name is written', () => {
    const [usual] = metricsOf('promBundle({})').metrics;
    expect(usual?.buckets).toEqual([0.003, 0.03, 0.1, 0.3, 1.5, 10]);
    const { metrics, text } = metricsOf(
      `promBundle({ httpDurationMetricName: 'took_seconds', buckets: [1, 2] })`,
    );
    expect(metrics[0]?.buckets).toEqual([1, 2]);
    expect(metrics[0] && shownName(metrics[0], text)).toBe('[took_seconds]');
    const [summary] = metricsOf(`promBundle({ metricType: 'summary', percentiles: [0.9] })`).metrics;
    expect([summary?.quantiles, summary?.buckets]).toEqual([[0.9], undefined]);
    expect(metrics.every(({ implied }) => implied)).toBe(true);
  });
});
