import { describe, expect, it } from 'vitest';
import { findMetrics } from '../../formats/code/metrics';
import type { CodeFile } from '../../languages/code/tree';
import { PythonParser } from '../../languages/python/parser';
import { ScriptParser } from '../../languages/typescript/script-parser';
import type { Finding } from '../../text/finding';
import { adviseOnMetrics } from '.';

const readScript = (text: string): CodeFile => new ScriptParser('ts').read(text);
const readPython = (text: string): CodeFile => new PythonParser().read(text);
const SCRIPT = `import { Counter, Gauge, Histogram, Registry, register } from 'prom-client';\n`;
const PYTHON =
  'from prometheus_client import Counter, Gauge, Histogram, CollectorRegistry, REGISTRY\n' +
  'from prometheus_client.core import GaugeMetricFamily, SummaryMetricFamily\n';

interface Advised {
  readonly text: string;
  readonly findings: readonly Finding[];
}

function advised(read: (text: string) => CodeFile, marked: string): Advised {
  const text = marked.replaceAll(/[«»]/g, '');
  return { text, findings: adviseOnMetrics(findMetrics(read(text))) };
}

/** The text with its findings marked. */
function mark({ text, findings }: Advised): string {
  return findings
    .map(({ span }) => span)
    .sort((a, b) => b.from - a.from)
    .reduce(
      (result, { from, to }) => `${result.slice(0, from)}«${result.slice(from, to)}»${result.slice(to)}`,
      text,
    );
}

/** The text after a fix of the only finding. */
function fixed({ text, findings }: Advised, index = 0): string | undefined {
  const [edit] = findings[0]?.fixes?.[index]?.edits ?? [];
  return edit && text.slice(0, edit.span.from) + edit.newText + text.slice(edit.span.to);
}

const codes = ({ findings }: Advised) => findings.map(({ code }) => code.replace('metrics/', ''));

describe('advice on metrics of prom-client', () => {
  const m = `const m = new Gauge({ name: 'jobs', help: 'X', labelNames: ['queue', 'kind'] });\n`;
  it.each<[string, string, string[]]>([
    ['a counter', `new Counter({ name: '«jobs»', help: 'X' });\n`, ['counter-without-total']],
    ['a dash', `new Gauge({ name: '«my-jobs»', help: 'X' });\n`, ['invalid-name']],
    ['no help', `new Gauge({ name: '«jobs»' });\n`, ['missing-help']],
    ['an undeclared label', `${m}m.inc({ queue: 'a', «type»: 'b' });\n`, ['undeclared-label']],
    ['a value too few', `${m}«m.labels('a')».inc();\n`, ['label-count']],
    ['a value too many', `${m}«m.labels('a', 'b', 'c')».inc();\n`, ['label-count']],
    ['a label left out', `${m}m.inc({ queue: 'a' });\n`, []],
    ['values that are not known', `${m}m.labels(...all).inc();\nm.labels(some).inc();\nm.inc(some);\n`, []],
    [
      'another type',
      `new Gauge({ name: 'jobs', help: 'X' });\nnew Histogram({ name: '«jobs»', help: 'X' });\n`,
      ['duplicate-registration'],
    ],
    [
      'other labels',
      `new Gauge({ name: 'jobs', help: 'X' });\nnew Gauge({ name: '«jobs»', help: 'X', labelNames: ['a'] });\n`,
      ['duplicate-registration'],
    ],
    [
      'other labels in one registry',
      `const r = new Registry();\n` +
        `new Gauge({ name: 'jobs', help: 'X', registers: [r] });\n` +
        `new Gauge({ name: '«jobs»', help: 'X', labelNames: ['a'], registers: [r] });\n`,
      ['duplicate-registration'],
    ],
    [
      'other labels in registries of their own',
      `function f() { const r = new Registry(); new Gauge({ name: 'jobs', help: 'X', registers: [r] }); }\n` +
        `function g() { const r = new Registry(); new Histogram({ name: 'jobs', help: 'X', registers: [r] }); }\n` +
        `function h(r) { new Counter({ name: 'jobs_total', help: 'X', registers: [r] }); }\n` +
        `function i(r) { new Gauge({ name: '«jobs_total»', help: 'X', registers: [r] }); }\n`,
      ['total-without-counter'],
    ],
    [
      'the default registry by name',
      `new Gauge({ name: 'jobs', help: 'X' });\n` +
        `new Histogram({ name: '«jobs»', help: 'X', registers: [register] });\n`,
      ['duplicate-registration'],
    ],
    [
      'the same again',
      `new Gauge({ name: 'jobs', help: 'X' });\nnew Gauge({ name: 'jobs', help: 'X' });\n`,
      [],
    ],
    [
      'labels that are not known',
      `new Gauge({ name: 'jobs', help: 'X', labelNames });\nnew Gauge({ name: 'jobs', help: 'X' });\n`,
      [],
    ],
    [
      'a path',
      `${m}function f(req) { m.inc({ queue: «req.path», kind: req.method }); }\n`,
      ['unbounded-label'],
    ],
    ['a parameter', `${m}function f(req) { m.labels(«req.params.id», 'x').inc(); }\n`, ['unbounded-label']],
    ['a route', `${m}function f(req) { m.inc({ queue: req.route.path, kind: req.baseUrl }); }\n`, []],
    [
      'a user',
      `new Gauge({ name: 'jobs', help: 'X', labelNames: ['«userId»'] });\n`,
      ['camel-case', 'unbounded-label'],
    ],
    [
      'bounds',
      `new Histogram({ name: 'took_seconds', help: 'X', buckets: [«1, 5, 2»] });\n`,
      ['bucket-order'],
    ],
    ['good bounds', `new Histogram({ name: 'took_seconds', help: 'X', buckets: [1, 2, Infinity] });\n`, []],
    [
      'le',
      `new Histogram({ name: 'took_seconds', help: 'X', labelNames: ['«le»'] });\n`,
      ['invalid-label-name'],
    ],
  ])('%s', (_, code, expected) => {
    const result = advised(readScript, SCRIPT + code);
    expect(codes(result)).toEqual(expected);
    if (new Set(result.findings.map(({ span }) => span.from)).size === expected.length) {
      expect(mark(result)).toBe(SCRIPT + code);
    }
  });

  it.each<[string, number, string]>([
    [`new Counter({ name: 'jobs', help: 'X' });\n`, 0, `new Counter({ name: 'jobs_total', help: 'X' });\n`],
    [
      `const P = 'a';\nnew Counter({ name: \`\${P}_jobs\`, help: 'X' });\n`,
      0,
      `const P = 'a';\nnew Counter({ name: \`\${P}_jobs_total\`, help: 'X' });\n`,
    ],
    [`new Gauge({ name: 'jobs_total', help: 'X' });\n`, 0, `new Gauge({ name: 'jobs', help: 'X' });\n`],
    [`new Gauge({ name: 'my-jobs', help: 'X' });\n`, 0, `new Gauge({ name: 'my_jobs', help: 'X' });\n`],
    [
      `new Gauge({ name: 'jobsActive', help: 'X' });\n`,
      0,
      `new Gauge({ name: 'jobs_active', help: 'X' });\n`,
    ],
    [`${m}m.inc({ queu: 'a' });\n`, 0, `${m}m.inc({ queue: 'a' });\n`],
    [`${m}m.inc({ type: 'a' });\n`, 0, `${m.replace(`'kind'`, `'kind', 'type'`)}m.inc({ type: 'a' });\n`],
    [
      `const n = new Gauge({ name: 'jobs', help: 'X' });\nn.inc({ type: 'a' });\n`,
      0,
      `const n = new Gauge({ labelNames: ['type'], name: 'jobs', help: 'X' });\nn.inc({ type: 'a' });\n`,
    ],
    [
      `new Histogram({ name: 'took_seconds', help: 'X', buckets: [1, 5, 2] });\n`,
      0,
      `new Histogram({ name: 'took_seconds', help: 'X', buckets: [1, 2, 5] });\n`,
    ],
  ])('fixes %s', (code, index, expected) => {
    expect(fixed(advised(readScript, SCRIPT + code), index)).toBe(SCRIPT + expected);
  });
});

describe('advice on metrics of prometheus_client', () => {
  const m = `m = Gauge('jobs', 'X', ['queue', 'kind'])\n`;
  it.each<[string, string, string[]]>([
    ['a counter', `Counter('jobs', 'X')\n`, []],
    ['a gauge', `Gauge('«jobs_total»', 'X')\n`, ['total-without-counter']],
    ['every label by name', `${m}m.labels(queue='a', kind='b').inc()\n`, []],
    ['a label missing', `${m}«m.labels(queue='a')».inc()\n`, ['label-count']],
    ['more that are not known', `${m}m.labels(queue='a', **more).inc()\n`, []],
    ['a value too few', `${m}«m.labels('a')».inc()\n`, ['label-count']],
    ['a path', `${m}m.labels(«request.path», 'x').inc()\n`, ['unbounded-label']],
    ['an endpoint', `${m}m.labels(request.endpoint, request.method).inc()\n`, []],
    [
      'families of collectors',
      `def a(): return GaugeMetricFamily('jobs', 'X', labels=['a'])\n` +
        `def b(): return SummaryMetricFamily('jobs', 'X')\n`,
      [],
    ],
    [
      'registries of tests',
      `class T:\n  def setUp(self):\n    self.registry = CollectorRegistry()\n` +
        `  def test_a(self):\n    Gauge('jobs', 'X', registry=self.registry)\n` +
        `  def test_b(self):\n    Gauge('jobs', 'X', ['a'], registry=self.registry)\n`,
      [],
    ],
    [
      'the default registry by name',
      `Gauge('jobs', 'X', registry=REGISTRY)\nGauge('«jobs»', 'X', ['a'])\n`,
      ['duplicate-registration'],
    ],
    ['nothing to declare', `n = Gauge('x', 'X')\n«n.labels('a')».inc()\n`, ['label-count']],
  ])('%s', (_, code, expected) => {
    const result = advised(readPython, PYTHON + code);
    expect(codes(result)).toEqual(expected);
    expect(mark(result)).toBe(PYTHON + code);
  });

  it('declares a label', () => {
    const code = `${PYTHON}n = Gauge('x', 'X')\nn.labels(a=1).inc()\n`;
    const fix = advised(readPython, code).findings.find(({ code: of }) => of === 'metrics/undeclared-label');
    const [edit] = fix?.fixes?.[0]?.edits ?? [];
    const after = edit && code.slice(0, edit.span.from) + edit.newText + code.slice(edit.span.to);
    expect(after).toBe(`${PYTHON}n = Gauge('x', 'X', labelnames=['a'])\nn.labels(a=1).inc()\n`);
  });
});
