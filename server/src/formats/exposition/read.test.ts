import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECT } from '../../languages/promql/dialect';
import type { Span } from '../../text/span';
import type { HostReading } from '../hosts/host';
import { parseExposition } from './families';
import { isExposition, readExposition } from './read';
import { ExpositionReader } from './reader';

function read(text: string, nameValidation: 'utf8' | 'legacy' = 'utf8'): HostReading {
  return readExposition(text, { dialect: DEFAULT_DIALECT, nameValidation });
}

/** `text` without its marks `⟦` and `⟧`, and the span between them. */
function marked(text: string): { text: string; span: Span } {
  const from = text.indexOf('⟦');
  return { text: text.replace(/[⟦⟧]/g, ''), span: { from, to: text.indexOf('⟧') - 1 } };
}

describe('samples', () => {
  it('have names, labels, values and timestamps in milliseconds', () => {
    const text = 'a{b="c\\n\\"\\\\\\x",d="",} 1.5e3 1395066363000\n{"x y", "l m"="n"} -Inf\n';
    const samples = [...new ExpositionReader(text, 'text')];
    expect(samples).toMatchObject([
      {
        name: 'a',
        labels: [
          { name: 'b', value: 'c\n"\\\\x' },
          { name: 'd', value: '' },
        ],
        value: 1500,
        timestamp: 1395066363000,
      },
      { name: 'x y', labels: [{ name: 'l m', value: 'n' }], value: -Infinity },
    ]);
  });

  it('of OpenMetrics have timestamps in seconds, and exemplars', () => {
    const text = 'a_total 1 12.5 # {t="x"} 0.5 1.25\n# EOF\n';
    expect([...new ExpositionReader(text, 'openmetrics')]).toMatchObject([
      { timestamp: 12_500, exemplar: { labels: [{ name: 't', value: 'x' }], value: 0.5, timestamp: 1250 } },
    ]);
  });

  it('say where their parts stand', () => {
    const text = '{"x y",l="va"} 1\n';
    const sample = new ExpositionReader(text, 'text').next();
    if (sample?.kind !== 'sample') throw new Error('no sample');
    const at = (span?: Span): string => text.slice(span?.from, span?.to);
    expect([
      at(sample.nameSpan),
      at(sample.labels[0]?.nameSpan),
      at(sample.labels[0]?.valueSpan),
      at(sample.span),
    ]).toEqual(['x y', 'l', 'va', '{"x y",l="va"} 1']);
  });
});

describe('faults of the text format', () => {
  it.each([
    ['metrics/exposition-line', 'a⟦⟧'],
    ['metrics/exposition-line', '⟦1a⟧ 2'],
    ['metrics/exposition-line', 'a{⟦1⟧="x"} 2'],
    ['metrics/exposition-line', 'a{b⟦"⟧x"} 2'],
    ['metrics/exposition-line', "a{b=⟦'x'⟧} 2"],
    ['metrics/exposition-line', 'a{b=⟦"x} 1⟧\nc{d="y"} 2'],
    ['metrics/exposition-line', 'a{b="x",⟦,⟧} 2'],
    ['metrics/exposition-line', 'a 1 2 ⟦3⟧'],
    ['metrics/exposition-line', 'a 1 ⟦-5⟧'],
    ['metrics/exposition-line', '# TYPE ⟦1a⟧ counter'],
    ['metrics/exposition-number', 'a ⟦1x⟧'],
    ['metrics/exposition-number', 'a ⟦1_000⟧'],
    ['metrics/exposition-number', 'a ⟦0x1p-2⟧'],
    ['metrics/exposition-number', 'a ⟦1e999⟧'],
    ['metrics/exposition-number', 'a 1 ⟦99999999999999999999⟧'],
    ['metrics/exposition-type', '# TYPE a ⟦Counter⟧'],
    ['metrics/exposition-type', '# TYPE a ⟦ counter⟧'],
    ['metrics/exposition-type', '# TYPE a ⟦counter ⟧'],
    ['metrics/exposition-type', '# TYPE a ⟦info⟧'],
    ['metrics/exposition-name', '⟦{b="x"}⟧ 1'],
    ['metrics/exposition-name', 'a{⟦"c"⟧} 1'],
    ['metrics/exposition-name', '{"a",⟦"c"⟧} 1'],
    ['metrics/exposition-name', 'a{b="1",⟦b⟧="2"} 1'],
  ])('%s: %s', (code, line) => {
    const { text, span } = marked(`${line}\nok 1\n`);
    const errors = read(text).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => [finding.code, finding.span])).toEqual([[code, span]]);
  });

  it.each([
    '  a   1\t2 ',
    '#',
    '#comment',
    '# UNIT a b',
    '# TYPE',
    'a{} 1',
    'a{b="x" c="y"} 1',
    'a +Inf',
    'a nan',
    '',
  ])('there are none: %s', (line) => {
    expect(read(`${line}\n`).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are told of names too where these are validated in the old way', () => {
    expect(read('{"a.b"} 1\n', 'legacy').findings.map(({ code }) => code)).toEqual([
      'metrics/exposition-name',
    ]);
    expect(read('{"a.b"} 1\n').findings).toEqual([]);
  });
});

describe('faults of OpenMetrics', () => {
  it.each([
    ['metrics/exposition-line', '⟦# a comment⟧'],
    ['metrics/exposition-line', '⟦⟧\na 1'],
    ['metrics/exposition-line', '⟦⟧ a 1'],
    ['metrics/exposition-line', 'a ⟦⟧ 1'],
    ['metrics/exposition-line', 'a{b="c"⟦⟧ ,d="e"} 1'],
    ['metrics/exposition-line', 'a{b="c"⟦d⟧="e"} 1'],
    ['metrics/exposition-type', '# TYPE a ⟦untyped⟧'],
    ['metrics/exposition-unit', '# UNIT a_bytes ⟦seconds⟧'],
    ['metrics/exposition-number', 'a 1 ⟦NaN⟧'],
    ['metrics/exposition-number', 'a 1 ⟦#⟧'],
    ['metrics/exposition-name', 'a 1 # {⟦"b"⟧} 1'],
    ['metrics/exposition-end', '# EOF\n⟦a 1⟧'],
  ])('%s: %s', (code, line) => {
    const { text, span } = marked(line.includes('EOF') ? line : `${line}\n# EOF\n`);
    expect(read(text).findings.map((finding) => [finding.code, finding.span])).toEqual([[code, span]]);
  });
});

describe('what only strict readers refuse', () => {
  it.each([
    '# TYPE a counter\n# TYPE a ⟦gauge⟧\n',
    'a 1\n# TYPE a ⟦counter⟧\n',
    '# HELP a b\n# HELP a ⟦c⟧\n',
    'a{b=⟦"\\x"⟧} 1\n',
    '# TYPE a histogram\na_bucket{le=⟦"x"⟧} 1\n',
    '# TYPE a histogram\na_count ⟦-1⟧\n',
    'a 1⟦⟧',
  ])('%s', (page) => {
    const { text, span } = marked(page);
    const [finding, ...others] = read(text).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'metrics/exposition-strict', severity: 'warning' });
    expect(finding?.span.to).toBe(span.to);
  });
});

describe('metrics', () => {
  it('are one a family', () => {
    const { metrics } = read(
      `# HELP req_seconds Time.\n# TYPE req_seconds histogram\nreq_seconds_bucket{path="/",le="0.5"} 1\n` +
        `req_seconds_bucket{path="/",le="+Inf"} 2\nreq_seconds_sum{path="/"} 1\nreq_seconds_count{path="/"} 2\n` +
        `# TYPE s summary\ns{quantile="0.9"} 1\nup{job="a"} 1\n# TYPE later gauge\n`,
    );
    expect(metrics).toMatchObject([
      {
        name: 'req_seconds',
        type: 'histogram',
        help: 'Time.',
        labels: [{ name: 'path' }],
        buckets: [0.5],
        series: ['req_seconds_bucket', 'req_seconds_sum', 'req_seconds_count'],
        library: 'exposition',
      },
      { name: 's', type: 'summary', labels: [], quantiles: [0.9] },
      { name: 'up', type: 'unknown', labels: [{ name: 'job' }] },
      { name: 'later', type: 'gauge' },
    ]);
    expect(metrics[3]?.labels).toBeUndefined();
  });

  it('of OpenMetrics are called as Prometheus stores them', () => {
    const text =
      '# TYPE a counter\n# UNIT b_bytes bytes\n# TYPE b_bytes gauge\na_total{x="y"} 1\na_created{x="y"} 1\nb_bytes 1\n# EOF\n';
    const { metrics, writes } = read(text);
    expect(metrics).toMatchObject([
      {
        name: 'a_total',
        type: 'counter',
        series: ['a_total', 'a_created'],
        written: { prefix: '', suffix: '_total' },
      },
      { name: 'b_bytes', type: 'gauge', unit: 'bytes' },
    ]);
    expect(text.slice(metrics[0]?.nameSpan.from, metrics[0]?.nameSpan.to)).toBe('a');
    expect(writes[0]).toMatchObject({ metric: 'a_total', labels: [{ name: 'x', value: 'y' }] });
  });

  it('keep few samples, but every label and bound', () => {
    const lines = Array.from({ length: 500 }, (_, i) => `a{l${i}="v"} ${i}\n`);
    const [family] = parseExposition(lines.join('')).families;
    expect(family?.samples).toHaveLength(50);
    expect(family?.labels).toHaveLength(500);
  });
});

describe('isExposition', () => {
  it.each([
    ['node.prom', '', true],
    ['out/metrics.txt', '', true],
    ['a.openmetrics', '', true],
    ['a.metrics', '', true],
    ['metrics.md', '# HELP me please\nText', false],
    ['notes.txt', '# HELP a b\na 1\n', true],
    ['notes.txt', '# HELP a b\n# TYPE a gauge\n', true],
    ['notes.txt', '\n# TYPE a counter\n', true],
    ['a.txt', 'a 1\n', false],
  ])('%s', (path, text, expected) => {
    expect(isExposition(path, text)).toBe(expected);
  });
});

describe('robustness', () => {
  it.each([
    ['quotes', 'a{b="\n'.repeat(20_000)],
    ['an open value', `a{b="${'x'.repeat(1_000_000)}`],
    ['labels', `a{${Array.from({ length: 20_000 }, (_, i) => `l${i}="v"`).join(',')}} 1\n`],
    ['braces', '{'.repeat(100_000)],
    ['types', '# TYPE a counter\na 1\n'.repeat(20_000)],
    ['backslashes', `# HELP a ${'\\'.repeat(100_001)}\n`],
  ])('survives %s', (_, text) => {
    expect(read(text).texts).toEqual([]);
  });
});
