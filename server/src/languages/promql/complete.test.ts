import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { MOST_SUGGESTIONS } from './candidates';
import { completePromql } from './complete';
import type { MetricInfo, MetricKnowledge, PromqlDialect } from './knowledge';
import { parse } from './parse';

function metric(name: string, type: MetricInfo['type'], labels: string[] = [], weight = 0): MetricInfo {
  return {
    name,
    type,
    labels,
    weight,
    origin: weight === 2 ? 'recording rule in a.yml' : 'a table',
    help: `Help of ${name}.`,
  };
}

function knowledgeOf(
  metrics: readonly MetricInfo[],
  values: Readonly<Record<string, string[]>> = {},
): MetricKnowledge {
  const byName = new Map(metrics.map((info) => [info.name, info]));
  const all = [...new Set(metrics.flatMap(({ labels = [] }) => labels))];
  return {
    metric: (name) => byName.get(name),
    metrics: () => metrics,
    labelNames: (name) => (name === undefined ? all : (byName.get(name)?.labels ?? [])),
    labelValues: (label) => values[label] ?? [],
  };
}

const KNOWLEDGE = knowledgeOf(
  [
    metric('http_requests_total', 'counter', ['job', 'code', 'method']),
    metric('http_latency_seconds', 'histogram', ['job']),
    metric('http_latency_seconds_bucket', 'counter', ['job', 'le']),
    metric('http_inflight', 'gauge', ['job', 'host']),
    metric('jobs_done', 'unknown', ['job']),
    metric('job:http:rate5m', 'gauge', ['job'], 2),
    metric('my.metric', 'gauge', ['my.label']),
  ],
  { code: ['200', '404', '5"0'], method: ['GET', 'POST'], host: ['a.b', 'c|d'], path: [] },
);

const DIALECT: PromqlDialect = { version: [3, 14], features: new Set() };

interface Item {
  readonly label: string;
  readonly kind: string;
  /** The whole text with the item in it. */
  readonly text: string;
  readonly detail?: string;
}

/** What is offered at `‸`, best first, with the text that each would make. */
function complete(marked: string, dialect = DIALECT, knowledge = KNOWLEDGE): Item[] {
  const { text, offset } = cursor(marked);
  const { items } = completePromql(parse(text, { dialect }), offset, { knowledge, dialect });
  expect(items.map(({ rank }) => rank)).toEqual([...items.map(({ rank }) => rank)].sort((a, b) => a - b));
  return items.map(({ label, kind, insertText = label, replace, detail }) => {
    expect(replace.from).toBeLessThanOrEqual(offset);
    expect(replace.to).toBeGreaterThanOrEqual(offset);
    return { label, kind, detail, text: text.slice(0, replace.from) + insertText + text.slice(replace.to) };
  });
}

function labels(marked: string, dialect = DIALECT): string[] {
  return complete(marked, dialect).map(({ label }) => label);
}

describe('completePromql', () => {
  it.each([
    ['ra‸', 'rate', 'rate($1)$0'],
    ['ra‸te(x)', 'rate', 'rate(x)'],
    ['hq‸', 'histogram_quantile', 'histogram_quantile($1)$0'],
    ['ti‸', 'time', 'time()'],
    ['su‸', 'sum', 'sum($1)$0'],
    ['su‸ by (a) (b)', 'sum', 'sum($1)$0 by (a) (b)'],
    ['http_‸', 'http_requests_total', 'http_requests_total'],
    ['my‸', 'my.metric', '{"my.metric"}'],
    ['http_‸', 'rate(http_requests_total[5m])', 'rate(http_requests_total[${1:5m}])'],
    ['sum(http_‸)', 'rate(http_requests_total[5m])', 'sum(rate(http_requests_total[${1:5m}]))'],
    ['rate(‸', 'http_requests_total', 'rate(http_requests_total[${1:5m}]'],
    ['rate(http_‸)', 'http_requests_total', 'rate(http_requests_total[${1:5m}])'],
    ['rate(http_‸[1m])', 'http_requests_total', 'rate(http_requests_total[1m])'],
    ['rate(http_‸{job="a"}[1m])', 'http_requests_total', 'rate(http_requests_total{job="a"}[1m])'],
    ['rate(su‸', 'sum', 'rate(sum($1)[${2:1h}:]$0'],
    ['sum(http_‸', 'http_requests_total', 'sum(http_requests_total'],
    ['histogram_quantile(‸', '0.95', 'histogram_quantile(0.95'],
    ['label_replace(x, ‸', '"job"', 'label_replace(x, "job"'],
    ['label_replace(x, "j‸")', 'job', 'label_replace(x, "job")'],
    ['label_replace(x, "a", ‸', '"$1"', 'label_replace(x, "a", "$1"'],
    ['info(x, ‸', '{__name__="target_info"}', 'info(x, {__name__="target_info"}'],
  ])('operands: %s + %s', (marked, label, text) => {
    expect(complete(marked)).toContainEqual(expect.objectContaining({ label, text }));
  });

  it.each([
    ['x ‸', 'and', 'x and '],
    ['x a‸ y', 'and', 'x and y'],
    ['x ‸', 'offset', 'x offset ${1:5m}'],
    ['x ‸', '[5m]', 'x [${1:5m}]'],
    ['sum(x) ‸', 'by', 'sum(x) by ($1)$0'],
    ['sum ‸', 'without', 'sum without ($1)$0'],
    ['sum w‸ (a) (x)', 'without', 'sum without (a) (x)'],
    ['x == ‸', 'bool', 'x == bool '],
    ['x * ‸', 'on', 'x * on ($1) $0'],
    ['x * on (a) ‸', 'group_left', 'x * on (a) group_left ($1) $0'],
    ['x * o‸(a) y', 'on', 'x * on(a) y'],
    ['rate(x ‸', '[5m]', 'rate(x [${1:5m}]'],
    ['x @ ‸', 'end()', 'x @ end()'],
  ])('operators and modifiers: %s + %s', (marked, label, text) => {
    expect(complete(marked)).toContainEqual(expect.objectContaining({ label, text }));
  });

  it.each([
    ['http_requests_total{‸', 'code', 'http_requests_total{code="$1"'],
    ['http_requests_total{co‸="200"}', 'code', 'http_requests_total{code="200"}'],
    ['{"my.metric", ‸', 'my.label', '{"my.metric", "my.label"="$1"'],
    ['{"my.metric", "m‸"', 'my.label', '{"my.metric", "my.label"'],
    ['x{code ‸', '=~', 'x{code =~"$1"'],
    ['x{code!‸', '!=', 'x{code!="$1"'],
    ['x{code=‸', '404', 'x{code="404"'],
    ['x{code=‸', '5"0', 'x{code="5\\"0"'],
    ['x{code="‸', '404', 'x{code="404"'],
    ['x{code="4‸"}', '404', 'x{code="404"}'],
    ['x{code="‸99"}', '404', 'x{code="404"}'],
    ["x{code='‸'}", '5"0', `x{code='5"0'}`],
    ['x{method=~"GET|‸', 'POST', 'x{method=~"GET|POST"'],
    ['x{method=~"GET|P‸|PUT"}', 'POST', 'x{method=~"GET|POST|PUT"}'],
    ['x{method=~"(P‸)"}', 'POST', 'x{method=~"(POST)"}'],
    ['x{host=~"‸"}', 'a.b', 'x{host=~"a\\\\.b"}'],
    ['x{host=~`‸`}', 'a.b', 'x{host=~`a\\.b`}'],
    ['x{host=~"‸"}', '.+', 'x{host=~".+"}'],
    ['{__name__="‸"}', 'http_inflight', '{__name__="http_inflight"}'],
    ['sum by (‸) (http_requests_total)', 'method', 'sum by (method) (http_requests_total)'],
    ['sum(http_requests_total) by (m‸)', 'method', 'sum(http_requests_total) by (method)'],
    ['sum by ("‸', 'job', 'sum by ("job"'],
    ['x * on(‸', 'job', 'x * on(job'],
  ])('labels and values: %s + %s', (marked, label, text) => {
    expect(complete(marked)).toContainEqual(expect.objectContaining({ label, text }));
  });

  it.each([
    ['x[‸', '5m', 'x[5m'],
    ['x[‸]', '1h', 'x[1h]'],
    ['x[7‸]', '7d', 'x[7d]'],
    ['x[1h:‸]', '30s', 'x[1h:30s]'],
    ['x[‸]', 'step()', 'x[step()]'],
    ['x[‸]', 'max_of()', 'x[max_of(${1:step()}, ${2:5m})]'],
    ['x offset ‸', '1d', 'x offset 1d'],
    ['x offset -‸', '1d', 'x offset -1d'],
  ])('durations: %s + %s', (marked, label, text) => {
    expect(complete(marked)).toContainEqual(expect.objectContaining({ label, text }));
  });

  it.each([
    ['counters and buckets first in rate', 'rate(http_‸', 'http_requests_total http_latency_seconds_bucket'],
    ['gauges first in deriv', 'deriv(‸', 'job:http:rate5m http_inflight'],
    ['own recording rules first', 'job‸', 'job:http:rate5m'],
    ['labels of the metric first', 'http_inflight{‸', 'job host'],
    ['labels of the operand first', 'sum by (‸) (http_inflight)', 'job host'],
    ['usual ranges first', 'x[‸', '5m 1m 2m'],
    ['the range first where one is due', 'rate(x ‸', '[5m]'],
    ['grouping first behind an aggregation', 'sum(x) ‸', 'by without'],
  ])('%s', (_, marked, first) => {
    const expected = first.split(' ');
    expect(labels(marked).slice(0, expected.length)).toEqual(expected);
  });

  it.each([
    ['no gauge before counters in rate', 'rate(http_‸', 'http_requests_total', 'http_inflight'],
    ['unknown before gauges in rate', 'rate(‸', 'jobs_done', 'http_inflight'],
    ['metrics before functions in rate', 'rate(‸', 'http_inflight', 'sum'],
    ['experimental ones last', 'm‸', 'my.metric', 'mad_over_time'],
    ['a label in use not before others', 'sum by (job, ‸) (http_inflight)', 'host', 'code'],
  ])('%s', (_, marked, before, after) => {
    const found = labels(marked);
    expect(found).toContain(before);
    expect(found).toContain(after);
    expect(found.indexOf(before)).toBeLessThan(found.indexOf(after));
  });

  it.each([
    ['x[‸', 'http_inflight sum rate and offset'],
    ['http_‸', 'rate(http_inflight[5m]) rate(http_latency_seconds[5m])'],
    ['rate(http_‸', 'rate(http_requests_total[5m])'],
    ['http_‸[5m]', 'rate(http_requests_total[5m])'],
    ['x[5m:‸', 'http_inflight sum rate'],
    ['x offset ‸', 'http_inflight sum and'],
    ['x @ ‸', 'http_inflight sum 5m'],
    ['sum by (‸', 'http_inflight sum by'],
    ['sum by (job, ‸) (http_inflight)', 'job'],
    ['sum by (‸) (sum by (job) (http_inflight))', 'host code'],
    ['sum by (‸) (sum without (host) (http_inflight))', 'host'],
    ['sum(sum without (host) (http_inflight)) by (‸)', 'host'],
    ['x{‸', 'http_inflight sum = by'],
    ['x{code="‸', 'job sum'],
    ['histogram_quantile(‸', 'http_inflight sum rate'],
    ['topk(‸', 'http_inflight sum'],
    ['label_replace(x, ‸', 'http_inflight sum time'],
    ['sum(‸', 'time pi'],
    ['x and ‸', 'time scalar Inf'],
    ['x and on (a) ‸', 'group_left on'],
    ['rate(x ‸', '+ and offset by'],
    ['x[5m] ‸', '+ and [5m] by'],
    ['x offset 5m ‸', 'offset [5m]'],
    ['time() ‸', 'and or [5m] offset by'],
    ['rate(x[5m]) ‸', 'offset [5m] by @'],
    ['sum by (a) (x) ‸', 'by without'],
    ['x + ‸', 'bool group_left'],
    ['info(x, ‸', 'http_inflight sum'],
  ])('never wrong things: at %s none of %s', (marked, wrong) => {
    const found = new Set(labels(marked));
    expect(found.size).toBeGreaterThan(0);
    expect(wrong.split(' ').filter((label) => found.has(label))).toEqual([]);
  });

  it.each([
    'x # ‸',
    'x{a="b"‸',
    'x{a="b" ‸',
    '5m‸',
    'sum by ‸',
    'time(‸',
    'x * fill(‸',
    '"a" ‸',
    'x{path="‸',
  ])('nothing at %s', (marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it.each([
    ['mad‸', 'mad_over_time', DIALECT, '⚠'],
    ['mad‸', 'mad_over_time', { ...DIALECT, features: new Set(['promql-experimental-functions']) }, ''],
    ['sgn‸', 'sgn', { ...DIALECT, version: [2, 20] as const }, '⚠'],
    ['x[ran‸', 'range()', { ...DIALECT, version: [3, 13] as const }, '⚠'],
    ['x[ran‸', 'range()', DIALECT, ''],
    ['x + fil‸', 'fill', DIALECT, '⚠'],
    ['x[5m] anc‸', 'anchored', DIALECT, '⚠'],
  ])('marks what the dialect refuses: %s', (marked, label, dialect, mark) => {
    const { text, offset } = cursor(marked);
    const { items } = completePromql(parse(text, { dialect }), offset, { knowledge: KNOWLEDGE, dialect });
    const item = items.find((one) => one.label === label)!;
    const documentation =
      typeof item.documentation === 'function' ? item.documentation() : item.documentation;
    expect(documentation?.includes('⚠')).toBe(mark === '⚠');
    expect(item.rank >= 90_000).toBe(mark === '⚠');
    expect(item.detail?.startsWith('needs ')).toBe(mark === '⚠');
  });

  it('documents what it offers', () => {
    const { items } = completePromql(parse(''), 0, { knowledge: KNOWLEDGE, dialect: DIALECT });
    const docs = new Map(
      items.map(({ label, documentation: doc }) => [label, typeof doc === 'function' ? doc() : doc]),
    );
    expect(docs.get('rate')).toContain('rate(v: range vector): instant vector');
    expect(docs.get('topk')).toContain('topk(k: scalar, v: instant vector): instant vector');
    expect(docs.get('http_requests_total')).toContain('counter');
  });

  it('stays bounded with 100,000 metrics', () => {
    const metrics = Array.from({ length: 100_000 }, (_, i) =>
      metric(`service_${i % 317}_requests_${i}_total`, 'counter'),
    );
    const env = { knowledge: knowledgeOf(metrics), dialect: DIALECT };
    const results = ['rate(', 'rate(ser', 'rate(req', 'rate(srt9', 's', 'rate(zzz'].map((text) =>
      parse(text),
    );
    for (const result of results) {
      const { items, incomplete } = completePromql(result, result.text.length, env);
      expect(items.length).toBeLessThanOrEqual(MOST_SUGGESTIONS);
      expect(incomplete).toBe(items.length >= 200);
    }
  });

  it('answers at every place of a half-written expression', () => {
    const text =
      'sum by (job) (rate(x{a=~"b|c", d!="e"}[5m:1m] offset -1h @ end())) > bool on (a) group_left (b) 1e6 # c';
    const check = (written: string, offset: number): void => {
      const { items } = completePromql(parse(written), offset, { knowledge: KNOWLEDGE, dialect: DIALECT });
      expect(items.every(({ replace }) => replace.from <= offset && offset <= replace.to)).toBe(true);
    };
    for (let offset = 0; offset <= text.length; offset++) {
      check(text, offset);
      check(text.slice(0, offset), offset);
      check(text.slice(offset), 0);
    }
  });
});
