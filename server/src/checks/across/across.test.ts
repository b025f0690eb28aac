import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../formats/metrics/definition';
import { parse } from '../../languages/promql/parse';
import { usesIn } from '../../formats/rules/facts';
import { IDENTITY_MAP } from '../../formats/rules/slice';
import type { Facts } from '../../workspace/analysis';
import { FactIndex } from '../../workspace/fact-index';
import { metricModel } from '../../workspace/metric-model';
import { adviseAcross, type DocumentFacts } from '.';

const NOWHERE = { from: 0, to: 0 };

function defined(name: string, type: MetricDefinition['type'], labels?: string[]): MetricDefinition {
  return {
    name,
    type,
    labels: labels?.map((label) => ({ name: label })),
    library: 'prom-client',
    nameSpan: NOWHERE,
    span: NOWHERE,
  };
}

const PROGRAM: DocumentFacts = {
  metrics: [
    defined('shop_orders_total', 'counter', ['method', 'status']),
    defined('shop_cart_items', 'gauge', ['shop']),
    defined('shop_latency_seconds', 'histogram', ['route']),
    defined('http_requests_total', 'counter', ['method']),
    defined('shop_unknown_labels', 'gauge'),
    defined('shop_ratio_total', 'gauge'),
    { ...defined('shop_sold_total', 'counter'), aliases: ['shop_sold'] },
    { ...defined('shop_took_milliseconds', 'histogram'), aliases: ['shop_took_ms'] },
    { ...defined('proc_default', 'gauge'), implied: true },
  ],
};

const recording = (name: string): DocumentFacts => ({
  rules: [{ kind: 'record', name: { text: name, span: NOWHERE }, labels: [], annotations: [], group: -1 }],
});

function modelOf(...others: Facts[]) {
  const index = new FactIndex((uri) => uri);
  index.add('src/metrics.ts', PROGRAM);
  for (const facts of others) index.add('other', facts);
  return metricModel(index, (uri) => uri);
}

/** The codes that an expression is given, each with the text that it marks. */
function advice(expression: string, ...others: Facts[]): string[] {
  const { expr } = parse(expression);
  const uses = expr ? usesIn(expr, IDENTITY_MAP, { kind: 'query' }) : [];
  return adviseAcross({ uses }, modelOf(...others)).map(
    ({ code, span }) => `${code.replace('metrics/', '')} ${expression.slice(span.from, span.to)}`,
  );
}

describe('advice across files', () => {
  it.each([
    ['rate(shop_orders_total[5m])', []],
    ['rate(shop_order_total[5m])', ['unknown-metric shop_order_total']],
    ['shop_visits', ['unknown-metric shop_visits']],
    ['other_visits', []],
    ['up == 0', []],
    // Many programs have metrics that begin with this word.
    ['rate(http_server_calls_total[5m])', []],
    ['rate(http_request_total[5m])', ['unknown-metric http_request_total']],
    ['rate(shop_orders[5m])', ['unknown-metric shop_orders']],
    ['rate(shop_ratio_total[5m])', []],
    ['shop_sold', []],
    ['shop_sold_total', []],
    ['rate(shop_took_ms_bucket[5m])', []],
    ['proc_other', []],
    ['rate(shop_orders_total{status="5.."}[5m])', []],
    ['rate(shop_orders_total{statsu="500"}[5m])', ['unknown-label statsu']],
    ['rate(shop_orders_total{env="prod",job="a"}[5m])', []],
    ['shop_unknown_labels{a="b"}', []],
    ['rate(shop_latency_seconds_bucket{le="1",route="/"}[5m])', []],
    ['rate(shop_latency_seconds[5m])', ['histogram-without-bucket shop_latency_seconds']],
    ['rate(shop_cart_items[5m])', ['rate-of-gauge shop_cart_items']],
    ['delta(shop_cart_items[5m])', []],
    ['sum(shop_cart_items)', []],
    ['sum(shop_orders_total)', ['counter-without-rate shop_orders_total']],
    ['shop_orders_total > 5', ['counter-without-rate shop_orders_total']],
    ['shop_orders_total - shop_orders_total offset 5m', []],
    ['count(shop_orders_total)', []],
    ['absent(shop_orders_total)', []],
    ['sum(increase(shop_orders_total[1h]))', []],
    [
      'histogram_quantile(0.9, shop_latency_seconds_bucket)',
      ['counter-without-rate shop_latency_seconds_bucket'],
    ],
  ])('%s', (expression, expected) => {
    expect(advice(expression)).toEqual(expected);
  });

  it('knows what rules record', () => {
    const rules = recording('job:shop_orders:rate5m');
    expect(advice('job:shop_orders:rate5m > 1', rules)).toEqual([]);
    expect(advice('job:shop_orders:rate1m > 1', rules)).toEqual([
      'unknown-recording-rule job:shop_orders:rate1m',
    ]);
    expect(advice('job:node_cpu:rate5m > 1', rules)).toEqual([]);
  });

  it('says what was meant, with a fix that puts it there', () => {
    const { expr } = parse('shop_order_total');
    const [finding] = adviseAcross({ uses: expr ? usesIn(expr, IDENTITY_MAP, undefined) : [] }, modelOf());
    expect(finding?.message).toBe(
      'nothing in this workspace defines shop_order_total; did you mean shop_orders_total?',
    );
    expect(finding?.fixes?.[0]?.edits).toEqual([{ span: { from: 0, to: 16 }, newText: 'shop_orders_total' }]);
  });

  it('says less where nothing has nearly the name, and more where a client adds to it', () => {
    const said = (expression: string): unknown => {
      const { expr } = parse(expression);
      const uses = expr ? usesIn(expr, IDENTITY_MAP, undefined) : [];
      return adviseAcross({ uses }, modelOf()).map(({ severity, message }) => [severity, message]);
    };
    expect(said('shop_visits')).toEqual([['information', 'nothing in this workspace defines shop_visits']]);
    expect(said('rate(shop_orders[5m])')).toEqual([
      ['warning', 'nothing in this workspace defines shop_orders; did you mean shop_orders_total?'],
    ]);
  });

  it('takes a label that is asked of many metrics for one that something adds to all', () => {
    const asked = (...metrics: string[]): Facts => ({
      labels: metrics.map((metric) => ({ metric, label: 'shard' })),
    });
    const here = 'rate(shop_orders_total{shard="1"}[5m])';
    const two = ['shop_orders_total', 'shop_cart_items'];
    expect(advice(here, asked(...two))).toEqual(['unknown-label shard']);
    expect(advice(here, asked(...two, 'http_requests_total'))).toEqual([]);
    expect(advice(here, asked(...two, 'shop_latency_seconds_bucket', 'shop_latency_seconds_sum'))).toEqual(
      [],
    );
    expect(advice(here, asked('shop_latency_seconds_bucket', 'shop_latency_seconds_sum'))).toEqual([
      'unknown-label shard',
    ]);
  });

  it('offers no fix where the name is written with escapes', () => {
    const { expr } = parse('shop_order_total');
    const twice = { toHost: (offset: number) => offset * 2, toFragment: (offset: number) => offset / 2 };
    const [finding] = adviseAcross({ uses: expr ? usesIn(expr, twice, undefined) : [] }, modelOf());
    expect(finding?.code).toBe('metrics/unknown-metric');
    expect(finding?.fixes).toBeUndefined();
  });

  it('names recording rules that nothing uses, where others are used', () => {
    const rules = recording('job:shop_orders:rate5m');
    const codes = (...others: DocumentFacts[]): string[] =>
      adviseAcross(rules, modelOf(rules, ...others)).map(({ code }) => code);
    const use = (name: string): DocumentFacts => ({ uses: [{ name, kind: 'metric', span: NOWHERE }] });
    expect(codes()).toEqual([]);
    expect(codes(recording('job:other:sum'), use('job:other:sum'))).toEqual([
      'metrics/unused-recording-rule',
    ]);
    expect(codes(use('job:shop_orders:rate5m'))).toEqual([]);
  });

  it('compares label writes with the definition in another file', () => {
    const at = { from: 3, to: 8 };
    const write = (name: string): DocumentFacts => ({
      writes: [
        {
          metric: 'shop_orders_total',
          labels: [{ name, nameSpan: at, value: 'GET', valueSpan: at }],
          open: false,
          span: at,
        },
      ],
    });
    expect(adviseAcross(write('method'), modelOf())).toEqual([]);
    expect(adviseAcross(write('methd'), modelOf())).toMatchObject([
      { code: 'metrics/undeclared-label', span: at, fixes: [{ edits: [{ span: at, newText: 'method' }] }] },
    ]);
  });

  it('compares the types that files give a metric', () => {
    const here: DocumentFacts = { metrics: [defined('shop_cart_items', 'counter')] };
    const codes = adviseAcross(here, modelOf(here)).map(({ code }) => code);
    expect(codes).toContain('metrics/conflicting-type');
    const twice: DocumentFacts = { metrics: [defined('shop_x', 'counter'), defined('shop_x', 'gauge')] };
    const inOne = adviseAcross(twice, modelOf(twice)).map(({ code }) => code);
    expect(inOne).not.toContain('metrics/conflicting-type');
    const same: DocumentFacts = { metrics: [defined('shop_cart_items', 'gauge')] };
    expect(adviseAcross(same, modelOf(same)).map(({ code }) => code)).toEqual(['metrics/unused-metric']);
  });
});
