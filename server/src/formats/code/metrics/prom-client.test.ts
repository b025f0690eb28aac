import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown, shownName, shownWrite } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);
const IMPORT = `import client, { Counter, Gauge, Histogram, Summary, collectDefaultMetrics } from 'prom-client';\n`;

describe('definitions by prom-client', () => {
  it.each<[string, string[]]>([
    [
      `new Counter({ name: 'api_requests_total', help: 'All requests', labelNames: ['method', 'status'] })`,
      ['api_requests_total counter{method,status} "All requests"'],
    ],
    [`new client.Gauge({ name: 'x', help: 'X' })`, ['x gauge{} "X"']],
    [
      `new Counter<'a' | 'b'>({ name: 'x', help: 'X', labelNames: ['a', 'b'] as const })`,
      ['x counter{a,b} "X"'],
    ],
    [`new Gauge('x', 'X', ['a'])`, ['x gauge{a} "X"']],
    [`new Gauge('x', 'X')`, ['x gauge{} "X"']],
    [`new Histogram('x', 'X', { buckets: [1, 2] })`, ['x histogram{} "X"']],
    [`new Gauge({ name: 'x' })`, ['x gauge{} ""']],
    [`new Gauge({ name: 'x', help: text() })`, ['x gauge{}']],
    [`new Gauge({ name: 'x', help: 'X', labelNames: LABELS })`, ['x gauge{?} "X"']],
    [`new Gauge({ name: 'x', help: 'X', ...more })`, ['x gauge{?} "X"']],
    [`new Gauge({ name: 'x', help: 'X', labelNames: ['a', ...more] })`, ['x gauge{?} "X"']],
    [`new Gauge({ name, help: 'X' })`, []],
    [`new Gauge(options)`, []],
    [`new Gauge()`, []],
    [`new Gauge({ name: \`\${prefix}_x\`, help: 'X' })`, []],
    [`new Registry()`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${IMPORT}const m = ${code};\n`).metrics.map(shown)).toEqual(expected);
  });

  it.each<[string, string]>([
    [`const { Gauge } = require('prom-client');\nnew Gauge({ name: 'x', help: 'X' })`, 'x gauge{} "X"'],
    [`const client = require('prom-client');\nnew client.Gauge({ name: 'x', help: 'X' })`, 'x gauge{} "X"'],
    [`import * as prom from 'prom-client';\nnew prom.Gauge({ name: 'x', help: 'X' })`, 'x gauge{} "X"'],
    [`import { Gauge as G } from 'prom-client';\nnew G({ name: 'x', help: 'X' })`, 'x gauge{} "X"'],
    [`${IMPORT}const P = 'app';\nnew Gauge({ name: \`\${P}_x\`, help: 'X' })`, 'app_x gauge{} "X"'],
    [`${IMPORT}const P = 'app_';\nnew Gauge({ name: P + 'x', help: 'X' })`, 'app_x gauge{} "X"'],
    [`${IMPORT}const N = { X: 'x' } as const;\nnew Gauge({ name: N.X, help: 'X' })`, 'x gauge{} "X"'],
    [`${IMPORT}enum N { X = 'x' }\nnew Gauge({ name: N.X, help: 'X' })`, 'x gauge{} "X"'],
    [`${IMPORT}const labelNames = ['a'];\nnew Gauge({ name: 'x', help: 'X', labelNames })`, 'x gauge{a} "X"'],
    [`${IMPORT}const o = { name: 'x', help: 'X' };\nnew Gauge(o)`, 'x gauge{} "X"'],
    [`${IMPORT}class M { x = new Gauge({ name: 'x', help: 'X' }); }`, 'x gauge{} "X"'],
  ])('%s', (code, expected) => {
    expect(found(read, code).metrics.map(shown)).toEqual([expected]);
  });

  it.each([
    'new Counter({ name: "x", help: "X" })',
    `import { Counter } from './mine';\nnew Counter({ name: 'x' })`,
    IMPORT,
  ])('none in %j', (code) => {
    expect(found(read, code).metrics).toEqual([]);
  });

  it.each<[string, string | undefined]>([
    [`new Gauge({ name: 'jobs', help: 'X' })`, '[jobs]'],
    [`new Gauge({ name: \`jobs\`, help: 'X' })`, '[jobs]'],
    [`new Gauge({ name: \`\${P}_jobs\`, help: 'X' })`, 'app[_jobs]'],
    [`new Gauge({ name: P + '_jobs', help: 'X' })`, 'app[_jobs]'],
    [`new Gauge({ name: '_jobs' + P, help: 'X' })`, undefined],
    [`new Gauge({ name: 'j\\u006fbs', help: 'X' })`, 'jo[bs]'],
  ])('%s is written %s', (code, expected) => {
    const { metrics, text } = found(read, `${IMPORT}const P = 'app';\nconst m = ${code};\n`);
    expect(metrics[0] && shownName(metrics[0], text)).toBe(expected);
  });

  it('stands where its name and its labels do', () => {
    const { metrics, text, marked } = found(
      read,
      `${IMPORT}const m = new Gauge({ name: '«jobs»', help: 'X', labelNames: ['«a»', "«b»"], });\n`,
    );
    const [metric] = metrics;
    const spans = metric ? [metric.nameSpan, ...(metric.labels ?? []).flatMap(({ span }) => span ?? [])] : [];
    expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(marked);
    expect(metric && text.slice(metric.span.from, metric.span.to)).toMatch(/^new Gauge\(.*\)$/);
  });

  it.each<[string, string]>([
    [`labelNames: ['a']`, `labelNames: ['a', 'new']`],
    [`labelNames: ["a", "b"]`, `labelNames: ["a", "b", "new"]`],
    [`labelNames: []`, `labelNames: ['new']`],
    [`labelNames: ['a'] as const`, `labelNames: ['a', 'new'] as const`],
    [`registers`, `labelNames: ['new'], `],
  ])('one more label in %s: %s', (options, expected) => {
    const { metrics, text } = found(
      read,
      `${IMPORT}const m = new Gauge({ name: 'x', help: 'X', ${options} });\n`,
    );
    const slot = metrics[0]?.labelSlot;
    const edited = slot && text.slice(0, slot.at) + slot.before + 'new' + slot.after + text.slice(slot.at);
    expect(edited).toContain(expected);
    expect(edited && found(read, edited).metrics[0]?.labels?.map(({ name }) => name)).toContain('new');
  });

  it.each<[string, readonly number[] | undefined]>([
    [`[0.1, 1, 10]`, [0.1, 1, 10]],
    [`[1, Infinity]`, [1]],
    [`client.linearBuckets(0, 5, 3)`, [0, 5, 10]],
    [`client.exponentialBuckets(1, 10, 3)`, [1, 10, 100]],
    [`client.exponentialBuckets(0.1, 3, 3)`, [0.1, 0.3, 0.9]],
    [`client.linearBuckets(0, 5, 1e9)`, undefined],
    [`mine()`, undefined],
  ])('buckets %s', (buckets, expected) => {
    const { metrics } = found(
      read,
      `${IMPORT}new Histogram({ name: 'x', help: 'X', buckets: ${buckets} });\n`,
    );
    expect(metrics[0]?.buckets).toEqual(expected);
  });

  it('knows the defaults of buckets and percentiles', () => {
    const { metrics } = found(
      read,
      `${IMPORT}new Histogram({ name: 'x', help: 'X' });\nnew Summary({ name: 'y', help: 'Y' });\nnew Summary({ name: 'z', help: 'Z', percentiles: [0.5] });\n`,
    );
    expect(metrics.map(({ buckets, quantiles }) => buckets?.length ?? quantiles)).toEqual([
      11,
      [0.01, 0.05, 0.5, 0.9, 0.95, 0.99, 0.999],
      [0.5],
    ]);
  });
});

describe('default metrics of prom-client', () => {
  it.each<[string, string | undefined]>([
    ['collectDefaultMetrics()', 'nodejs_eventloop_lag_seconds gauge{}'],
    ['client.collectDefaultMetrics({ register })', 'nodejs_eventloop_lag_seconds gauge{}'],
    [
      `collectDefaultMetrics({ prefix: 'app_', labels: { pod: 'x' } })`,
      'app_nodejs_eventloop_lag_seconds gauge{pod}',
    ],
    ['collectDefaultMetrics({ prefix })', undefined],
    ['collectDefaultMetrics(options)', undefined],
  ])('%s', (code, expected) => {
    const { metrics } = found(read, `${IMPORT}${code};\n`);
    const lag = metrics.find(({ name }) => name.endsWith('nodejs_eventloop_lag_seconds'));
    expect(lag && shown({ ...lag, help: undefined })).toBe(expected);
    expect(metrics.every(({ implied, type, help }) => implied && type !== 'unknown' && help)).toBe(true);
  });
});

describe('writes by prom-client', () => {
  it.each<[string, string[]]>([
    [`m.inc({ a: 'GET', b: req.path })`, ['m{a="GET",b=req.path}']],
    [`m.inc({ a: 'GET', b: 200 }, 2)`, ['m{a="GET",b="200"}']],
    [`m.labels('GET', '200').inc()`, ['m{a="GET",b="200"} 2']],
    [`m.labels({ a: 'GET', b }).inc()`, ['m{a="GET",b=b}']],
    [`m.labels('GET').set(1)`, ['m{a="GET"} 1']],
    [`m.labels(req.method).set(1)`, []],
    [`m.labels(...values).set(1)`, ['m{…}']],
    [`m.set({ a: 'x', ...more }, 1)`, ['m{a="x",…}']],
    [`const end = m.startTimer({ a: 'x' });\nend({ b: 'y' })`, ['m{a="x"}', 'm{b="y"}']],
    [`m.labels('GET', '200').startTimer()({ c: 1 })`, ['m{c="1"}', 'm{a="GET",b="200"} 2']],
    [`m.remove('GET', '200')`, ['m{a="GET",b="200"} 2']],
    [`m.inc({ labels: { a: 'x' }, value: 1, exemplarLabels: {} })`, ['m{a="x"}']],
    [`client.register.getSingleMetric('m').inc({ a: 'x' })`, ['m{a="x"}']],
    [`m.inc()`, []],
    [`m.inc(2)`, []],
    [`other.inc({ a: 'x' })`, []],
    [`map.set({ a: 'x' }, 1)`, []],
  ])('%s', (code, expected) => {
    const text = `${IMPORT}const m = new Gauge({ name: 'm', help: 'M', labelNames: ['a', 'b'] });\nfunction f(req) {\n${code};\n}\n`;
    expect(found(read, text).writes.map(shownWrite)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      `class A {\n  private m = new Gauge({ name: 'm', help: 'M', labelNames: ['a'] });\n  f() { this.m.inc({ a: 'x' }); }\n}`,
      ['m{a="x"}'],
    ],
    [
      `class A {\n  constructor() { this.m = new Gauge({ name: 'm', help: 'M' }); }\n  f() { this.m.inc({ a: 'x' }); }\n}`,
      ['m{a="x"}'],
    ],
    [`const all = { m: new Gauge({ name: 'm', help: 'M' }) };\nall.m.inc({ a: 'x' });`, ['m{a="x"}']],
    [`function f(m: Gauge<string>) { m.inc({ a: 'x' }); }`, ['?{a="x"}']],
  ])('%s', (code, expected) => {
    expect(found(read, IMPORT + code).writes.map(shownWrite)).toEqual(expected);
  });

  it('of a metric that another file defines', () => {
    const other = read(`${IMPORT}export const m = new Gauge({ name: 'm', help: 'M', labelNames: ['a'] });\n`);
    const file = new ScriptParser('ts').read(`import { m } from './metrics';\nm.labels('x').inc();\n`, {
      exportsOf: (module) => (module === './metrics' ? other.exports : undefined),
    });
    expect(found(() => file, '').writes.map(shownWrite)).toEqual(['m{a="x"} 1']);
    expect(found(() => file, '').metrics).toEqual([]);
  });
});
