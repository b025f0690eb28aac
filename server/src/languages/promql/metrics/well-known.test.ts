import { describe, expect, it } from 'vitest';
import { findWithDerived } from './derived';
import { unitOfName } from './unit';
import { readTables, wellKnownMetrics } from './well-known';

const known = wellKnownMetrics();

describe('well-known metrics', () => {
  it.each([
    ['up', 'gauge', undefined, 'Prometheus'],
    ['node_cpu_seconds_total', 'counter', 'seconds', 'node_exporter'],
    ['container_memory_rss', 'gauge', 'bytes', 'cAdvisor'],
    ['kube_pod_container_status_restarts_total', 'counter', undefined, 'kube-state-metrics'],
    ['nodejs_active_handles_total', 'gauge', undefined, 'prom-client'],
    ['http_request_duration_seconds', 'histogram', 'seconds', 'common naming'],
    ['http_request_duration_seconds_bucket', 'counter', undefined, 'common naming'],
    ['http_request_duration_seconds_sum', 'counter', 'seconds', 'common naming'],
    ['http_request_duration_seconds_count', 'counter', undefined, 'common naming'],
    ['go_gc_duration_seconds', 'summary', 'seconds', 'Go runtime'],
    ['go_gc_duration_seconds_count', 'counter', undefined, 'Go runtime'],
    ['pg_stat_database_xact_commit', 'counter', undefined, 'postgres_exporter'],
    ['ALERTS_FOR_STATE', 'gauge', 'seconds', 'Prometheus'],
  ])('%s is a %s in %s of %s', (name, type, unit, origin) => {
    const { help, ...metric } = known.metric(name)!;
    expect(metric).toMatchObject({ name, type, origin, weight: 0 });
    expect(metric.unit).toBe(unit);
    expect(help).toBeTruthy();
  });

  it('knows no others', () => {
    expect(known.metric('go_gc_duration_seconds_bucket')).toBeUndefined();
    expect(known.metric('constructor')).toBeUndefined();
  });

  it.each([
    ['node_cpu_seconds_total', ['cpu', 'mode', 'job', 'instance']],
    ['http_request_size_bytes_bucket', ['method', 'handler', 'job', 'instance', 'le']],
    ['up', ['job', 'instance']],
    ['nothing', []],
  ])('labels of %s', (metric, labels) => {
    expect([...known.labelNames(metric)]).toEqual(labels);
  });

  it.each([
    ['phase', 'kube_persistentvolumeclaim_status_phase', ['Pending', 'Bound', 'Lost']],
    ['kind', 'nodejs_gc_duration_seconds_bucket', ['major', 'minor', 'incremental', 'weakcb']],
    ['phase', 'probe_dns_duration_seconds', ['resolve', 'connect', 'request']],
    ['cpu', 'node_cpu_seconds_total', []],
  ])('values of %s of %s', (label, metric, values) => {
    expect([...known.labelValues(label, metric)]).toEqual(values);
  });

  it('merges the values of a label over all metrics', () => {
    expect([...known.labelValues('phase')]).toEqual(
      expect.arrayContaining(['Lost', 'Running', 'tls', 'Succeeded']),
    );
    expect([...known.labelValues('state')]).toContain('idle in transaction');
  });

  const metrics = [...known.metrics()];

  it('every row is whole', () => {
    const broken = metrics.filter(
      ({ name, type, help, labels }) =>
        !/^[a-zA-Z_:][\w:]*$/.test(name) ||
        type === 'unknown' ||
        (!help?.endsWith('.') && !help?.endsWith(')')) ||
        labels?.some((label) => !/^[a-zA-Z_]\w*$/.test(label)),
    );
    expect(broken).toEqual([]);
  });

  it('counters and gauges are named as such, with few exceptions', () => {
    const odd = metrics
      .filter(({ name, type }) => type === 'gauge' && name.endsWith('_total'))
      .map(({ name }) => name);
    expect(odd).toEqual([
      'nodejs_active_resources_total',
      'nodejs_active_handles_total',
      'nodejs_active_requests_total',
      'container_fs_inodes_total',
    ]);
  });

  it('a broken row has no type', () => {
    expect(readTables([{ origin: 'x', rows: 'a meter - No such type.' }]).metric('a')?.type).toBe('unknown');
  });
});

describe('unitOfName', () => {
  it.each([
    ['x_seconds', 'seconds'],
    ['x_seconds_total', 'seconds'],
    ['x_bytes_sum', 'bytes'],
    ['x_bytes_count', undefined],
    ['x_seconds_bucket', undefined],
    ['seconds', 'seconds'],
    ['job:x:ratio', undefined],
    ['x_ratio', 'ratio'],
    ['bytesy', undefined],
    ['', undefined],
  ])('of %s is %s', (name, unit) => {
    expect(unitOfName(name)).toBe(unit);
  });
});

describe('findWithDerived', () => {
  it.each([
    ['http_request_duration_seconds_bucket', 'counter'],
    ['http_request_duration_seconds', 'histogram'],
    ['node_load1_sum', undefined],
    ['x_bucket', undefined],
  ])('%s is a %s', (name, type) => {
    const families = (metric: string) =>
      /_(sum|count|bucket)$/.test(metric) ? undefined : known.metric(metric);
    expect(findWithDerived(name, families)?.type).toBe(type);
  });
});
