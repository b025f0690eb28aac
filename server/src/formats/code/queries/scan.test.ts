import { describe, expect, it } from 'vitest';
import { mayHoldQueries } from './scan';

describe('a program that may hold queries', () => {
  it.each([
    'const q = promql`up`;',
    'q = /* PromQL */ "up"',
    "import { PrometheusDriver } from 'prometheus-query';",
    "import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';",
    "import { SceneQueryRunner } from '@grafana/scenes';",
    "import type { PromQuery } from '@grafana/prometheus';",
    'from prometheus_api_client import PrometheusConnect',
    'from grafanalib.core import Target',
    'from grafana_foundation_sdk.builders import prometheus',
    '"github.com/prometheus/client_golang/api/prometheus/v1"',
    "fetch('/api/v1/query?query=up')",
    'requests.get(f"{base}/api/v1/series", params=p)',
    "axios.create({ baseURL: 'http://p/api/v1' })",
    "const r = { alert: 'A', expr: 'up' };",
    'const r = { alert, expr };',
    '{"alert": "A", "expr": "up"}',
    'R(alert="A", expr=E)',
    'monitoringv1.Rule{Alert: "A", Expr: e}',
  ])('%s', (text) => {
    expect(mayHoldQueries(`${'// x\n'.repeat(20)}${text}`)).toBe(true);
  });

  it.each([
    '',
    "import express from 'express';\napp.get('/api/v1/users', handler);",
    "import { Counter } from 'prom-client';",
    'const expression = parse(text);',
    'const q = sql`select 1`;',
  ])('not: %s', (text) => {
    expect(mayHoldQueries(text)).toBe(false);
  });

  it('has the words of the settings', () => {
    const settings = { tags: ['metricsql'], calls: [{ function: 'client.run$', argument: 0 }] };
    expect(mayHoldQueries('metricsql`up`', settings)).toBe(true);
    expect(mayHoldQueries("client.run$('up')", settings)).toBe(true);
    expect(mayHoldQueries("client.run('up')", settings)).toBe(false);
  });
});
