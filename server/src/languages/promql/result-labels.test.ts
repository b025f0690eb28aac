import { describe, expect, it } from 'vitest';
import type { ResultLabels } from './label-sets';
import { parse } from './parse';
import { resultLabels } from './result-labels';

/** `only a b`, `all but a`, each with `+name` and `sure: …` where they are there. */
function words(labels: ResultLabels): string {
  if (labels.kind === 'none' || labels.kind === 'unknown') return labels.kind;
  const names = labels.kind === 'only' ? ['only', ...labels.labels] : ['all but', ...labels.dropped];
  const sure = labels.sure.length > 0 ? ['sure:', ...labels.sure] : [];
  return [...names, ...(labels.name ? ['+name'] : []), ...sure].join(' ');
}

function labelsOf(text: string): string {
  const { expr } = parse(text);
  return words(resultLabels(expr!));
}

describe('resultLabels', () => {
  it.each([
    // Selectors
    ['up', 'all but +name'],
    ['up{job="api"}', 'all but +name sure: job'],
    ['up{job=""}', 'all but job +name'],
    ['up{job!=""}', 'all but +name sure: job'],
    ['up{job=~".+"}', 'all but +name sure: job'],
    ['up{job=~"a|b", env!="x"}', 'all but +name'],
    ['{__name__="", job="api"}', 'all but sure: job'],
    ['up offset 5m', 'all but +name'],
    ['up[5m]', 'all but +name'],
    ['(up{job="api"})', 'all but +name sure: job'],
    // Scalars and strings
    ['1', 'none'],
    ['"text"', 'none'],
    ['1 + 2', 'none'],
    ['time()', 'none'],
    ['pi() * 2', 'none'],
    ['scalar(up)', 'none'],
    // Functions
    ['rate(up{job="api"}[5m])', 'all but sure: job'],
    ['abs(up)', 'all but'],
    ['-up', 'all but'],
    ['+up', 'all but +name'],
    ['last_over_time(up[5m])', 'all but +name'],
    ['max_over_time(sum by (a) (up)[5m:])', 'only a'],
    ['sort_desc(sum by (a) (up))', 'only a'],
    ['sort(up)', 'all but +name'],
    ['histogram_quantile(0.9, rate(x_bucket[5m]))', 'all but le'],
    ['histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m])))', 'only job'],
    ['histogram_fraction(0, 1, sum by (le) (x_bucket))', 'only'],
    ['quantile_over_time(0.9, up[5m])', 'all but'],
    ['vector(1)', 'only'],
    ['hour()', 'only'],
    ['hour(up{job="api"})', 'all but sure: job'],
    ['timestamp(up)', 'all but'],
    ['nonsense(up)', 'unknown'],
    ['label_replace(sum by (a) (up), "b", "$1", "a", "(.*)")', 'only a b'],
    ['label_replace(up{job="api"}, "job", "$1", "a", "(.*)")', 'all but +name'],
    ['label_replace(up{job=""}, "job", "x", "", "")', 'all but +name'],
    ['label_replace(rate(up[5m]), "__name__", "x", "", "")', 'all but +name'],
    ['label_join(sum by (a, b) (up), ("c"), "-", "a", "b")', 'only a b c'],
    // absent
    ['absent(up{job="api", instance=~"a.*", env=""})', 'only job sure: job'],
    ['absent((up{job="api"}))', 'only job sure: job'],
    ['absent_over_time(up{job="api"}[5m])', 'only job sure: job'],
    ['absent(up{job="a", job="b", env="x"})', 'only env sure: env'],
    ['absent(up{job!="a", job="b"})', 'only job'],
    ['absent({__name__="up"})', 'only'],
    ['absent(sum(up))', 'only'],
    // Aggregations
    ['sum(up)', 'only'],
    ['sum by () (up)', 'only'],
    ['sum by (job, instance) (up)', 'only job instance'],
    ['sum(up{job="api"}) by (job, env)', 'only job env sure: job'],
    ['SUM BY (job) (up)', 'only job'],
    ['sum by (job, job) (up)', 'only job'],
    ['sum by (job) (up{job=""})', 'only'],
    ['sum by (a, b) (sum by (b, c) (up))', 'only b'],
    ['sum by (__name__) (up)', 'only +name'],
    ['sum without (instance) (up{job="api"})', 'all but instance sure: job'],
    ['sum without () (up)', 'all but'],
    ['sum without (a) (sum by (a, b) (up))', 'only b'],
    ['topk(5, up)', 'all but +name'],
    ['topk by (job) (5, sum by (job, a) (up))', 'only job a'],
    ['count_values("version", build)', 'only version'],
    ['count_values by (job) ("version", build)', 'only job version'],
    ['count_values without (job, version) ("version", build)', 'all but job version'],
    ['quantile by (job) (0.9, up)', 'only job'],
    // Vectors and scalars
    ['up * 2', 'all but'],
    ['up > 2', 'all but +name'],
    ['2 < up', 'all but +name'],
    ['up > bool 2', 'all but'],
    ['sum by (a) (up) > 2', 'only a'],
    // One to one
    ['up / down', 'all but'],
    ['up == down', 'all but +name'],
    ['up{job="x"} / down{env=""}', 'all but env sure: job'],
    ['sum by (a) (up) / down', 'only a'],
    ['up / sum by (a) (down)', 'only a'],
    ['up / on (a, b) down', 'only a b'],
    ['up == on (a) down', 'only a'],
    ['up / on (a, b) sum by (b) (down)', 'only b'],
    ['up / on (a) down{a="x"}', 'only a sure: a'],
    ['up / ignoring (a) down', 'all but a'],
    ['up / ignoring (a) sum by (b) (down)', 'only b'],
    ['up / ignoring (a) down{a="x", b="y"}', 'all but a sure: b'],
    ['sum by (a) (up) + fill(0) sum by (b) (down)', 'only a b'],
    ['sum by (a) (up) + on (a) fill_left(0) down', 'only a'],
    // Joins
    ['up * on (a) group_left info', 'all but'],
    ['up{job="x"} * on (a) group_left (v) info', 'all but sure: job'],
    ['sum by (a) (up) * on (a) group_left (v) info', 'only a v'],
    ['sum by (a, v) (up) * on (a) group_left (v) sum by (a) (info)', 'only a'],
    ['info * on (a) group_right (v) sum by (a) (up)', 'only a v'],
    ['up * on (a) group_left (__name__) info', 'all but +name'],
    ['up > on (a) group_left down', 'all but +name'],
    ['sum by (a) (up) * on (a) group_left (v) info{v="1"}', 'only a v sure: v'],
    ['sum by (a) (up) + on (a) group_left (v) fill(0) info', 'only a v'],
    // Sets
    ['sum by (a) (up) or sum by (b) (down)', 'only a b'],
    ['up{job="x", env=""} or down{job="y", env="", a=""}', 'all but env +name sure: job'],
    ['sum by (a) (up) or down{b="", a=""}', 'all but b +name'],
    ['up or vector(0)', 'all but +name'],
    ['up and down', 'all but +name'],
    ['up and sum by (a) (down)', 'only a +name'],
    ['up and on (a) sum by (a) (down)', 'all but +name'],
    ['up and on (a) sum by (b) (down)', 'all but a +name'],
    ['up unless sum by (a) (down)', 'all but +name'],
    ['sum by (a) (up) and on () hour() > 9', 'only a'],
    // info brings what it finds
    ['info(sum by (a) (up))', 'all but'],
    // Unfinished
    ['sum by (a) (', 'only a'],
    ['rate(', 'unknown'],
  ])('%s: %s', (text, expected) => {
    expect(labelsOf(text)).toBe(expected);
  });

  it.each([
    ['sum by (HOLE, a) (x)', 'unknown'],
    ['topk by (HOLE) (5, sum by (a) (x))', 'only a'],
    ['x{a="HOLE"}', 'all but +name'],
    ['x{a="HOLE", b="1"} / on (a) y', 'only a'],
    ['x + on (HOLE) y', 'unknown'],
    ['x * on (a) group_left (HOLE) y', 'unknown'],
    ['absent(x{a="HOLE", b="1"})', 'only a b sure: b'],
    ['absent(x{HOLE="1"})', 'unknown'],
    ['label_replace(x, "HOLE", "", "", "")', 'unknown'],
    ['sum by (a) (HOLE)', 'only a'],
    ['HOLE > 1', 'unknown'],
    ['sum by (a) (x) HOLE 1', 'unknown'],
  ])('with a placeholder, %s: %s', (text, expected) => {
    const holes = Array.from(text.matchAll(/HOLE/g), ({ index }) => ({ from: index, to: index + 4 }));
    expect(words(resultLabels(parse(text, { holes }).expr!))).toBe(expected);
  });

  it('gives up on more labels than anyone has', () => {
    const labels = Array.from({ length: 1000 }, (_, i) => `l${i}`).join(', ');
    expect(labelsOf(`sum by (${labels}) (up)`)).toBe('unknown');
    expect(labelsOf(`sum by (l1) (sum by (${labels}) (up))`)).toBe('only l1');
  });

  it('answers for deep input', () => {
    const deep = `${'('.repeat(10_000)}sum by (a) (up)${')'.repeat(10_000)}`;
    expect(labelsOf(deep)).toBe('only a');
    expect(labelsOf(Array.from({ length: 10_000 }, () => 'sum by (a) (up)').join(' or '))).toBe('only a');
  });
});
