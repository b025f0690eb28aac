import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);
const metricsOf = (options: string) =>
  found(read, `import metrics from 'fastify-metrics';\nawait fastify.register(metrics${options});\n`).metrics;
const ofRoutes = (options: string) =>
  metricsOf(options)
    .filter(({ name }) => !/nodejs|process/.test(name))
    .map((metric) => shown({ ...metric, help: undefined }));

describe('metrics of fastify-metrics', () => {
  it.each<[string, string[]]>([
    [
      '',
      [
        'http_request_duration_seconds histogram{method,route,status_code}',
        'http_request_summary_seconds summary{method,route,status_code}',
      ],
    ],
    [
      `, { routeMetrics: { overrides: { histogram: { name: 'took_seconds', buckets: [1] }, labels: { status: 'code' } }, customLabels: { app: 'x' } } }`,
      [
        'took_seconds histogram{method,route,code,app}',
        'http_request_summary_seconds summary{method,route,code,app}',
      ],
    ],
    [`, { routeMetrics: { enabled: false } }`, []],
  ])('register(metrics%s)', (options, expected) => {
    expect(ofRoutes(options)).toEqual(expected);
  });

  it.each<[string, string | undefined]>([
    ['', 'nodejs_version_info'],
    [`, { defaultMetrics: { enabled: true, prefix: 'app_' } }`, 'app_nodejs_version_info'],
    [`, { defaultMetrics: { enabled: false } }`, undefined],
  ])('register(metrics%s) collects %s', (options, expected) => {
    expect(metricsOf(options).find(({ name }) => name.endsWith('nodejs_version_info'))?.name).toBe(expected);
  });

  it('takes no other plugin', () => {
    expect(found(read, `import cors from '@fastify/cors';\nfastify.register(cors, {});\n`).metrics).toEqual(
      [],
    );
  });
});
