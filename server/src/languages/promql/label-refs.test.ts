import { describe, expect, it } from 'vitest';
import { labelOrigin, labelRefs, type LabelOrigin } from './label-refs';
import { parse } from './parse';

function inWords({ metrics, isOpen, isMade }: LabelOrigin): string {
  return [...metrics, ...(isOpen ? ['?'] : []), ...(isMade ? ['made'] : [])].join(' ');
}

describe('labelOrigin', () => {
  it.each([
    ['a', 'a'],
    ['{x="1"}', '?'],
    ['{__name__="a"}', 'a'],
    ['{"a.b"}', 'a.b'],
    ['a{l=""}', ''],
    ['sum(a)', ''],
    ['sum by (l) (rate(a[5m]))', 'a'],
    ['sum by (m) (a)', ''],
    ['sum without (l) (a)', ''],
    ['sum without (m) (a)', 'a'],
    ['topk by (m) (3, a)', 'a'],
    ['count_values("l", a)', 'made'],
    ['count_values("m", a)', ''],
    ['a / b', 'a b'],
    ['a / on (l) b', 'a b'],
    ['a / on (m) b', ''],
    ['a / ignoring (l) b', ''],
    ['a / ignoring (m) b', 'a b'],
    ['a * on (m) group_left b', 'a'],
    ['a * on (m) group_left (l) b', 'b'],
    ['a * on (m) group_right b', 'b'],
    ['a and b', 'a'],
    ['a unless b', 'a'],
    ['a or b', 'a b'],
    ['a > 5', 'a'],
    ['5 < bool -a', 'a'],
    ['a > scalar(b)', 'a'],
    ['a + on (m) vector(1)', ''],
    ['time()', ''],
    ['label_replace(a, "l", "$1", "m", "(.*)")', 'a made'],
    ['label_replace(a, "m", "$1", "l", "(.*)")', 'a'],
    ['label_join(a, "l", "-", "m", "n")', 'made'],
    ['absent(a{l="x"})', 'a'],
    ['absent(a{m="x"})', ''],
    ['max_over_time(sum by (l) (a)[1h:])', 'a'],
    ['info(a)', '?'],
    ['nothing_known(a)', '?'],
  ])('of l in %s: %s', (text, expected) => {
    expect(inWords(labelOrigin(parse(text).expr!, 'l'))).toBe(expected);
  });

  it('leaves le behind in histogram_quantile', () => {
    expect(inWords(labelOrigin(parse('histogram_quantile(0.9, a)').expr!, 'le'))).toBe('');
  });

  it('gives up on very many metrics', () => {
    const text = Array.from({ length: 5000 }, (_, i) => `a${i}`).join(' or ');
    const { metrics, isOpen } = labelOrigin(parse(text).expr!, 'l');
    expect(isOpen).toBe(true);
    expect(metrics.length).toBeLessThan(100);
  });
});

describe('labelRefs', () => {
  it.each([
    ['a{l="x", m="y"}', 'a{«l»="x", m="y"}', 'matcher a'],
    ['a{"l"="x"}', 'a{"«l»"="x"}', 'matcher a'],
    ['{l="x"}', '{«l»="x"}', 'matcher ?'],
    ['a{l=""}', 'a{«l»=""}', 'matcher a'],
    ['sum by (l, m) (a + on (m) b)', 'sum by («l», m) (a + on (m) b)', 'grouping '],
    ['sum(a / 2) without (l)', 'sum(a / 2) without («l»)', 'grouping a'],
    ['a / on (l) b', 'a / on («l») b', 'matching a b'],
    ['a / ignoring (l) b', 'a / ignoring («l») b', 'matching a b'],
    ['a / b', 'a «/» b', 'implied a b'],
    ['a / 2', 'a / 2', ''],
    ['a and on () b', 'a and on () b', ''],
    ['a or b', 'a or b', ''],
    ['a * on (m) group_left (l) b', 'a * on (m) group_left («l») b', 'grouping b'],
    ['a * on (m) group_right (l) b', 'a * on (m) group_right («l») b', 'grouping a'],
    [
      'label_replace(a, "l", "$1", "l", "(.*)")',
      'label_replace(a, "«l»", "$1", "«l»", "(.*)")',
      'made made, argument a',
    ],
    ['label_join(a, "m", "-", "l", "n")', 'label_join(a, "m", "-", "«l»", "n")', 'argument a'],
    ['sort_by_label(a, "l")', 'sort_by_label(a, "«l»")', 'argument a'],
    ['count_values("l", a)', 'count_values("«l»", a)', 'made made'],
  ])('of %s', (text, marked, expected) => {
    const refs = labelRefs(parse(text).expr!, 'l');
    let shown = text;
    for (const { span } of [...refs].reverse()) {
      shown = `${shown.slice(0, span.from)}«${shown.slice(span.from, span.to)}»${shown.slice(span.to)}`;
    }
    expect(shown).toBe(marked);
    expect(refs.map(({ role, origin }) => `${role} ${inWords(origin)}`).join(', ')).toBe(expected);
  });
});
