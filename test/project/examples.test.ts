import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkSource } from '../../server/src/workspace/check-source';
import { defaultSettings } from '../../server/src/workspace/settings';
import { oracle } from '../support/oracles';
import type { Oracle } from '../support/oracles';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const path = (...parts: string[]): string => join(examples, ...parts);

/** Runs a program, which throws with its output when it refuses. */
function accepts(name: Oracle, ...args: string[]): void {
  execFileSync(oracle(name), args, { encoding: 'utf8', stdio: 'pipe' });
}

describe('examples are accepted', () => {
  it('prometheus.yml with all rule files', () => {
    accepts(
      'promtool',
      'check',
      'config',
      '--lint=all',
      '--lint-fatal',
      path('monitoring', 'prometheus.yml'),
    );
  });

  it('alertmanager.yml', () => {
    accepts('amtool', 'check-config', path('monitoring', 'alertmanager.yml'));
  });

  it('the rules of the Kubernetes object', () => {
    const { spec } = parse(readFileSync(path('k8s', 'prometheus-rule.yaml'), 'utf8')) as { spec: unknown };
    const folder = mkdtempSync(join(tmpdir(), 'alertwright-examples-'));
    const file = join(folder, 'rules.yml');
    writeFileSync(file, stringify(spec));
    accepts('promtool', 'check', 'rules', '--lint=all', '--lint-fatal', file);
    rmSync(folder, { recursive: true });
  });

  it('the tests of rules', () => {
    accepts('promtool', 'test', 'rules', path('monitoring', 'tests', 'services.test.yml'));
  });

  it.each(readdirSync(path('queries')))('queries/%s', (file) => {
    accepts('promtool', 'promql', 'format', '--experimental', readFileSync(path('queries', file), 'utf8'));
  });
});

it('Alertwright recognises them and finds nothing', () => {
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' });
  const reports = files
    .filter((file) => /\.(?:ya?ml|promql|tmpl|ts|json|md)$/.test(file))
    .map((file) => ({
      file,
      ...checkSource({ path: file, text: readFileSync(path(file), 'utf8') }, defaultSettings()),
    }));
  expect(
    reports.flatMap(({ file, findings }) => findings.map(({ message }) => `${file}: ${message}`)),
  ).toEqual([]);
  expect(
    reports
      .filter(({ kind }) => kind)
      .map(({ file }) => file.replaceAll('\\', '/'))
      .sort(),
  ).toEqual([
    'chart/templates/prometheus-rule.yaml',
    'k8s/prometheus-rule.yaml',
    'monitoring/alertmanager.yml',
    'monitoring/dashboards/services.json',
    'monitoring/rules/infrastructure.alerts.yml',
    'monitoring/rules/recording.yml',
    'monitoring/rules/services.alerts.yml',
    'monitoring/templates/chat.tmpl',
    'monitoring/templates/mail.tmpl',
    'monitoring/tests/services.test.yml',
    'queries/error-budget.promql',
    'queries/memory-by-namespace.promql',
    'queries/slowest-services.promql',
    'service/README.md',
    'service/src/catalog.ts',
    'service/src/metrics.ts',
    'service/src/report.ts',
    'service/src/server.ts',
  ]);
});

it('the rules have the alerts that people start with', () => {
  const alerts = readdirSync(path('monitoring', 'rules')).flatMap((file) =>
    [...readFileSync(path('monitoring', 'rules', file), 'utf8').matchAll(/- alert: (\w+)/g)].map(
      ([, name]) => name,
    ),
  );
  expect(alerts.sort()).toEqual([
    'DatabaseConnectionError',
    'HighCPUUsage',
    'HighDiskUsage',
    'HighErrorRate',
    'HighMemoryUsage',
    'LowCacheHitRate',
    'PodDown',
    'SlowResponseTime',
  ]);
});
