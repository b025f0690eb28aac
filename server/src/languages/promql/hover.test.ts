import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { hoverPromql } from './hover';
import { wellKnownMetrics } from './metrics';
import type { PromqlDialect } from './knowledge';
import { parse } from './parse';

const DIALECT: PromqlDialect = { version: [3, 14], features: new Set() };
const ENV = { knowledge: wellKnownMetrics(), dialect: DIALECT };

/** The stretch that the answer is about, and its text. */
function hover(marked: string): { of: string; says: string } | undefined {
  const { text, offset } = cursor(marked);
  const answer = hoverPromql(parse(text), offset, ENV);
  return answer && { of: text.slice(answer.span.from, answer.span.to), says: answer.markdown };
}

describe('hoverPromql', () => {
  it.each<[string, string, string[]]>([
    [
      'sum by (job) (‸rate(http_requests_total[5m]))',
      'rate',
      [
        'rate(v: range vector): instant vector',
        'increase per second',
        'functions/#rate',
        'Result: instant vector',
      ],
    ],
    ['‸sum by (job) (up)', 'sum', ['sum(v: instant vector)', 'with the label `job`']],
    [
      'mad_over_tim‸e(up[5m])',
      'mad_over_time',
      ['Since 2.49, experimental', '⚠', 'promql-experimental-functions'],
    ],
    ['ti‸me()', 'time', ['Result: scalar']],
    ['sum b‸y (job) (up)', 'by', ['no others', 'Labels: `job`', 'operators/#aggregation-operators']],
    ['sum by‸ (job) (up)', 'by (job)', ['no others']],
    ['sum by (jo‸b) (up)', 'job', ['label of `up`']],
    ['a ‸/ on (x) b', '/', ['Division', 'with the label `x`']],
    ['a+b‸', 'b', []],
    ['a‸+b', '+', ['Addition']],
    ['a > ‸bool 1', 'bool', ['0 or 1']],
    ['a * ‸on (x) b', 'on', ['Labels: `x`']],
    ['a * on (x) group_lef‸t (y) b', 'group_left', ['Labels: `y`']],
    ['‸-a', '-', ['Subtraction']],
    ['‸(a)', '(a)', ['Result: instant vector']],
  ])('functions and operators at %s', (marked, of, parts) => {
    const answer = hover(marked);
    expect(answer?.of).toBe(of);
    for (const part of parts) expect(answer?.says).toContain(part);
  });

  it.each<[string, string, string[]]>([
    ['‸up', 'up', ['**`up`** · gauge', 'From: Prometheus', '`instance`']],
    [
      'node_cpu_seconds‸_total{mode="idle"}',
      'node_cpu_seconds_total',
      ['counter, seconds', 'node\\_exporter', 'mode is idle'],
    ],
    [
      'rate(http_request_duration_seconds_bucke‸t[5m])',
      'http_request_duration_seconds_bucket',
      ['counter', '`le`'],
    ],
    ['‸my_thing_total', 'my_thing_total', ['By its name a counter', 'Nothing more']],
    ['job:x:rat‸e5m', 'job:x:rate5m', ['a recording rule']],
    ['{__name__="u‸p"}', '__name__="up"', ['**`up`** · gauge']],
    ['{‸"up"}', '"up"', ['**`up`** · gauge']],
    ['up{jo‸b="a"}', 'job="a"', ['label of `up`', 'Series whose `job` is `a`.']],
    ['up{job‸!="a"}', 'job!="a"', ['is not `a`, or that lack it']],
    ['up{job=‸""}', 'job=""', ['Series without the label `job`']],
    ['up{job!="‸"}', 'job!=""', ['Series with the label `job`']],
    ['up{job=~"a|b.*‸"}', 'job=~"a|b.*"', ['is `a` or what begins with `b`']],
    ['up{job!~"[ab]‸"}', 'job!~"[ab]"', ['does not match `[ab]` (RE2)']],
    ['node_cpu_seconds_total{‸mode="idle"}', 'mode="idle"', ['Known values: `idle`, `user`']],
    ['rate(up‸[5m])', '[5m]', ['Samples over the last 5 minutes', 'Result: range vector']],
    ['up[1h:5m‸]', '[1h:5m]', ['Values of the expression over the last hour, taken every 5 minutes']],
    ['up off‸set 1d', 'offset', ['Read as of 1 day ago']],
    ['up ‸@ end()', '@ end()', ['Read as of the end of the query']],
  ])('selectors at %s', (marked, of, parts) => {
    const answer = hover(marked);
    expect(answer?.of).toBe(of);
    for (const part of parts) expect(answer?.says).toContain(part);
  });

  it.each([
    ['up[‸5m]', '5m', '**5 minutes** · 300 seconds'],
    ['up offset ‸1d12h', '1d12h', '**1 day 12 hours** · 129600 seconds'],
    ['up > ‸1073741824', '1073741824', '**1073741824** · 1 GiB = 2^30'],
    ['up > ‸7', '7', '**7**'],
    ['label_replace(up, "a", "‸b", "c", "d")', '"b"', 'String `b`'],
  ])('literals at %s', (marked, of, says) => {
    expect(hover(marked)).toEqual({ of, says });
  });

  it.each(['# ‸up', 'up # ‸up', '‸', ' ‸  up', 'sum(up)‸'])('nothing at %s', (marked) => {
    expect(hover(marked)).toBeUndefined();
  });

  it('answers everywhere in half-written text', () => {
    const text =
      'topk by (a) (5, x{b=~"c|d"}[5m:1m] offset -1h @ end()) > bool on (a) group_left (b) 1e6 # c';
    for (let offset = 0; offset <= text.length; offset++) {
      for (const [written, at] of [
        [text, offset],
        [text.slice(0, offset), offset],
        [text.slice(offset), 0],
      ] as const) {
        const answer = hoverPromql(parse(written), at, ENV);
        if (answer) expect(answer.span.from <= at && at <= answer.span.to).toBe(true);
      }
    }
  });

  it('is bounded on deep and long text', () => {
    const results = ['('.repeat(10_000) + 'a', 'a + '.repeat(20_000) + 'a'].map((text) => parse(text));
    for (const result of results) {
      expect(() => hoverPromql(result, result.text.length - 1, ENV)).not.toThrow();
      expect(() => hoverPromql(result, 2, ENV)).not.toThrow();
    }
  });
});
