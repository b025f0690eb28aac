import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown, shownWrite } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);
const IMPORT = `import { PrometheusModule, makeCounterProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';\n`;
const names = (code: string) => found(read, IMPORT + code).metrics.map(({ name }) => name);

describe('metrics of @willsoto/nestjs-prometheus', () => {
  it.each<[string, string[]]>([
    [
      `const p = [makeCounterProvider({ name: 'jobs_total', help: 'Jobs', labelNames: ['queue'] })];`,
      ['jobs_total counter{queue} "Jobs"'],
    ],
    [
      `@Module({ providers: [makeHistogramProvider({ name: 'took_seconds', help: 'Took' })] })\nexport class AppModule {}`,
      ['took_seconds histogram{} "Took"'],
    ],
    [`makeCounterProvider(options);`, []],
  ])('%s', (code, expected) => {
    expect(found(read, IMPORT + code).metrics.map(shown)).toEqual(expected);
  });

  it('puts the custom prefix in front', () => {
    const code = `@Module({ imports: [PrometheusModule.register({ customMetricPrefix: 'app', defaultMetrics: { enabled: false } })], providers: [makeCounterProvider({ name: 'jobs_total', help: 'Jobs' })] })\nclass M {}`;
    expect(names(code)).toEqual(['app_jobs_total']);
  });

  it.each<[string, string | undefined]>([
    ['PrometheusModule.register()', 'nodejs_version_info'],
    [
      `PrometheusModule.register({ defaultMetrics: { enabled: true, config: { prefix: 'app_' } } })`,
      'app_nodejs_version_info',
    ],
    ['PrometheusModule.register({ defaultMetrics: { enabled: false } })', undefined],
    ['PrometheusModule.forRoot()', undefined],
  ])('%s collects %s', (code, expected) => {
    expect(names(`const m = ${code};`).find((name) => name.endsWith('nodejs_version_info'))).toBe(expected);
  });

  it('knows metrics that are injected', () => {
    const code = `import { InjectMetric } from '@willsoto/nestjs-prometheus';
import { Counter } from 'prom-client';
class Jobs {
  constructor(
    @InjectMetric('jobs_total') private readonly jobs: Counter<string>,
    private readonly other: Counter<string>,
  ) {}
  run() {
    this.jobs.inc({ queue: 'mail' });
    this.other.inc({ queue: 'mail' });
  }
}
`;
    expect(found(read, code).writes.map(shownWrite)).toEqual(['jobs_total{queue="mail"}', '?{queue="mail"}']);
  });
});
