import { beforeEach, describe, expect, it } from 'vitest';
import { FactIndex } from './fact-index';
import { WorkspaceKnowledge } from './knowledge';
import type { MetricDefinition } from '../formats/metrics/definition';

const PLACE = { from: 0, to: 1 };

function metric(
  name: string,
  type: MetricDefinition['type'],
  labels: readonly string[],
  more: Partial<MetricDefinition> = {},
): MetricDefinition {
  const declared = labels.map((label) => ({ name: label }));
  return { name, type, labels: declared, library: 'toy', nameSpan: PLACE, span: PLACE, ...more };
}

let knowledge: WorkspaceKnowledge;

beforeEach(() => {
  const index = new FactIndex((uri) => uri);
  index.add('r.yml', {
    rules: [
      { kind: 'record', name: { text: 'a:b', span: PLACE }, labels: [], annotations: [], group: 0 },
      { kind: 'record', name: { text: 'both', span: PLACE }, labels: [], annotations: [], group: 0 },
    ],
    uses: ['requests_total', 'used', 'up'].map((name) => ({ name, kind: 'metric' as const, span: PLACE })),
    labels: [{ label: 'asked', metric: 'requests_total', value: 'x' }],
  });
  index.add('a.ts', {
    metrics: [
      metric('requests_total', 'counter', ['method'], { help: 'Requests.' }),
      metric('latency_seconds', 'histogram', ['route']),
      metric('both', 'gauge', []),
      metric('node_load1', 'counter', ['own']),
      metric('heap_bytes', 'gauge', [], { implied: true }),
    ],
    writes: [
      {
        metric: 'requests_total',
        labels: [{ name: 'method', value: 'GET', valueSpan: PLACE }],
        open: false,
        span: PLACE,
      },
      {
        metric: 'latency_seconds',
        labels: [{ name: 'route', value: '/a', valueSpan: PLACE }],
        open: false,
        span: PLACE,
      },
    ],
  });
  knowledge = new WorkspaceKnowledge(index, (uri) => uri);
});

describe('a metric', () => {
  it.each([
    ['both', 'gauge', 'recording rule in r.yml', 2],
    ['requests_total', 'counter', 'toy in a.ts', 2],
    ['latency_seconds_bucket', 'counter', 'toy in a.ts', 2],
    ['latency_seconds', 'histogram', 'toy in a.ts', 2],
    ['node_load1', 'counter', 'toy in a.ts', 2],
    ['heap_bytes', 'gauge', 'toy in a.ts', 1],
    ['node_load5', 'gauge', 'node_exporter', 0],
    ['used', 'unknown', 'used in r.yml', 1],
  ])('%s is a %s from %s', (name, type, origin, weight) => {
    expect(knowledge.metric(name)).toMatchObject({ name, type, origin, weight });
  });

  it('is offered once, by the names that it is stored by', () => {
    const names = Array.from(knowledge.metrics(), ({ name }) => name);
    expect(names.slice(0, 9)).toEqual([
      'a:b',
      'both',
      'requests_total',
      'latency_seconds_bucket',
      'latency_seconds_sum',
      'latency_seconds_count',
      'node_load1',
      'heap_bytes',
      'used',
    ]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('labels', () => {
  it.each([
    ['requests_total', ['method', 'job', 'instance', 'asked']],
    ['latency_seconds_bucket', ['route', 'le', 'job', 'instance']],
    ['node_load1', ['own', 'job', 'instance']],
  ])('of %s', (name, labels) => {
    expect([...knowledge.labelNames(name)]).toEqual(labels);
  });

  it('of any metric are all that programs declare', () => {
    expect([...knowledge.labelNames()]).toEqual(expect.arrayContaining(['method', 'route', 'own', 'asked']));
  });

  it.each([
    ['method', 'requests_total', 'GET'],
    ['route', 'latency_seconds_bucket', '/a'],
    ['route', undefined, '/a'],
  ])('%s of %s has the values that are written', (label, name, value) => {
    expect([...knowledge.labelValues(label, name)][0]).toBe(value);
  });
});
