import { describe, expect, it } from 'vitest';
import { jsExporterName, otelAliases, otelLabel, otelName, type Instrument } from './otel-names';

const made = (name: string, unit: string, type: Instrument['type']): Instrument => ({ name, unit, type });

/** Most of them are cases of metric_namer_test.go of prometheus/otlptranslator. */
describe('otelName', () => {
  it.each<[string, string, Instrument['type'], string]>([
    ['system.io', 'foo/bar', 'counter', 'system_io_foo_per_bar_total'],
    ['system.io', 'By/s', 'gauge', 'system_io_bytes_per_second'],
    ['http.server.duration', 's', 'histogram', 'http_server_duration_seconds'],
    ['http.server.duration', 'ms', 'histogram', 'http_server_duration_milliseconds'],
    ['http.server.requests', '', 'counter', 'http_server_requests_total'],
    ['http.server.requests', '{request}', 'counter', 'http_server_requests_total'],
    ['requests.total.count', '1', 'counter', 'requests_count_total'],
    ['request_total', '', 'counter', 'request_total'],
    ['hw.gpu.memory.utilization', '1', 'gauge', 'hw_gpu_memory_utilization_ratio'],
    ['queue.usage', '1', 'histogram', 'queue_usage'],
    ['process.memory.bytes', 'By', 'gauge', 'process_memory_bytes'],
    ['cpu.load', '%', 'gauge', 'cpu_load_percent'],
    ['2xx.responses', '', 'counter', '_2xx_responses_total'],
    ['a..b__c', '', 'gauge', 'a_b_c'],
    ['rate', '{call}/min', 'gauge', 'rate_per_min'],
  ])('of %s in %j as %s is %s', (name, unit, type, expected) => {
    expect(otelName(made(name, unit, type))).toBe(expected);
  });
});

describe('other names of an instrument', () => {
  it.each<[string, string, Instrument['type'], string[]]>([
    [
      'http.server.duration',
      's',
      'histogram',
      ['http_server_duration', 'http.server.duration_seconds', 'http.server.duration'],
    ],
    ['http.requests', '', 'counter', ['http.requests_total', 'http.requests']],
    ['jobs_total', '', 'counter', []],
    ['queue_size', '', 'gauge', []],
  ])('of %s in %j as %s are %j', (name, unit, type, expected) => {
    expect(otelAliases(made(name, unit, type))).toEqual(expected);
  });

  it.each<[string, Instrument['type'], string, string]>([
    ['http.server.duration', 'histogram', '', 'http_server_duration'],
    ['http.server.duration', 'histogram', 'app', 'app_http_server_duration'],
    ['jobs', 'counter', '', 'jobs_total'],
    ['jobs_total', 'counter', '', 'jobs_total'],
    ['a.-b', 'gauge', '', 'a_b'],
    ['1st', 'gauge', '', '_1st'],
  ])('the exporter for JavaScript writes %s, a %s with prefix %j, as %s', (name, type, prefix, expected) => {
    expect(jsExporterName({ name, type }, prefix)).toBe(expected);
  });
});

describe('otelLabel', () => {
  it.each([
    ['http.method', 'http_method'],
    ['a--b', 'a_b'],
    ['1st', 'key_1st'],
    ['__name', '_name'],
    ['__reserved__label__', '__reserved_label__'],
    ['ok', 'ok'],
  ])('%s is the label %s', (attribute, label) => {
    expect(otelLabel(attribute)).toBe(label);
  });
});
