import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { metricRefs, promqlOccurrences } from './occurrences';
import { parse } from './parse';

/** The text with every span in guillemets. */
function mark(
  text: string,
  spans: readonly { readonly span: { readonly from: number; readonly to: number } }[],
): string {
  let marked = text;
  for (const { span } of [...spans].reverse()) {
    marked = `${marked.slice(0, span.from)}«${marked.slice(span.from, span.to)}»${marked.slice(span.to)}`;
  }
  return marked;
}

describe('metricRefs', () => {
  it.each([
    ['rate(foo[5m]) / rate(bar[5m])', 'rate(«foo»[5m]) / rate(«bar»[5m])', 'metric foo, metric bar'],
    ['{__name__="foo"}', '{__name__="«foo»"}', 'metric foo'],
    ['{"my.foo", a="b"}', '{"«my.foo»", a="b"}', 'metric my.foo'],
    ['{__name__=~"foo|bar"}', '{__name__=~"foo|bar"}', ''],
    ['{__name__!="foo", a="b"}', '{__name__!="foo", a="b"}', ''],
    ['ALERTS{alertname="Down"}', '«ALERTS»{alertname="«Down»"}', 'metric ALERTS, alert Down'],
    [
      'count({__name__="ALERTS", alertname="Down"})',
      'count({__name__="«ALERTS»", alertname="«Down»"})',
      'metric ALERTS, alert Down',
    ],
    [
      'ALERTS_FOR_STATE{alertname=`A`}',
      '«ALERTS_FOR_STATE»{alertname=`«A»`}',
      'metric ALERTS_FOR_STATE, alert A',
    ],
    ['ALERTS{alertname=~"A|B"}', '«ALERTS»{alertname=~"A|B"}', 'metric ALERTS'],
    ['foo{alertname="Down"}', '«foo»{alertname="Down"}', 'metric foo'],
    ['sum by (foo) (sum)', 'sum by (foo) («sum»)', 'metric sum'],
    ['foo offset 5m + foo @ end()', '«foo» offset 5m + «foo» @ end()', 'metric foo, metric foo'],
    ['max_over_time((a - b)[1h:])', 'max_over_time((«a» - «b»)[1h:])', 'metric a, metric b'],
    [
      'info(a, {__name__="target_info"})',
      'info(«a», {__name__="«target_info»"})',
      'metric a, metric target_info',
    ],
    ['{a=""}', '{a=""}', ''],
  ])('of %s', (text, marked, names) => {
    const refs = metricRefs(parse(text).expr!);
    expect(mark(text, refs)).toBe(marked);
    expect(refs.map(({ kind, name }) => `${kind} ${name}`).join(', ')).toBe(names);
  });

  it('leaves out what a placeholder decides', () => {
    const text = 'rate(foo_{{ x }}_total[5m]) + bar';
    const { expr } = parse(text, { holes: [{ from: 9, to: 16 }] });
    expect(metricRefs(expr!).map(({ name }) => name)).toEqual(['bar']);
  });
});

describe('promqlOccurrences', () => {
  it.each([
    ['fo‸o + bar + foo{a="foo"}', '«foo» + bar + «foo»{a="foo"}', 'metric'],
    ['‸foo', '«foo»', 'metric'],
    ['{"fo‸o"} + foo', '{"«foo»"} + «foo»', 'metric'],
    ['sum by (a‸) (x{a="a"}) * on (a, b) y', 'sum by («a») (x{«a»="a"}) * on («a», b) y', 'label'],
    ['x * on (a) group_left (‸b) y{b=~"c"}', 'x * on (a) group_left («b») y{«b»=~"c"}', 'label'],
    [
      'label_replace(x, "‸a", "$1", "b", "a") by (a)',
      'label_replace(x, "«a»", "$1", "b", "a") by (a)',
      'label',
    ],
    [
      'label_join(x{b="1"}, "a", "", "b", "‸c", "b")',
      'label_join(x{b="1"}, "a", "", "b", "«c»", "b")',
      'label',
    ],
    [
      'label_join(x{‸b="1"}, "a", "", "b", "c", "b")',
      'label_join(x{«b»="1"}, "a", "", "«b»", "c", "«b»")',
      'label',
    ],
    ['count_values("‸v", x) * on (v) y', 'count_values("«v»", x) * on («v») y', 'label'],
    ['rat‸e(a[5m]) + rate(b[5m]) + rate', '«rate»(a[5m]) + «rate»(b[5m]) + rate', 'function'],
    ['SU‸M(a) + sum(b)', '«SUM»(a) + «sum»(b)', 'function'],
    [
      'ALERTS{alertname="‸A"} or ALERTS_FOR_STATE{alertname="A"}',
      'ALERTS{alertname="«A»"} or ALERTS_FOR_STATE{alertname="«A»"}',
      'metric',
    ],
  ])('at %s', (marked, expected, kind) => {
    const { text, offset } = cursor(marked);
    const found = promqlOccurrences(parse(text), offset);
    expect(mark(text, found)).toBe(expected);
    expect([...new Set(found.map((one) => one.kind))]).toEqual([kind]);
  });

  it.each(['foo ‸+ bar', 'foo[‸5m]', '‸', 'foo{a="‸b"}', 'foo{a‸'])('nothing or itself at %s', (marked) => {
    const { text, offset } = cursor(marked);
    expect(promqlOccurrences(parse(text), offset).length).toBeLessThanOrEqual(1);
  });
});
