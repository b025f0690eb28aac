import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { sketch } from './testing/sketch';

function holesOf(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/\{\{.*?\}\}/g)].map(({ index, 0: all }) => ({
    from: index,
    to: index + all.length,
  }));
}

describe('placeholders', () => {
  it.each([
    ['{{x}} > 5', '(◌ > 5)'],
    ['{{x}}_total{job="a"}', '{{x}}_total{job="a"}'],
    ['{{x}}{a="b"}[5m]', '{{x}}{a="b"}[300s]'],
    ['rate(foo[{{x}}])', 'rate(foo[◌])'],
    ['rate(foo[{{x}}m])', 'rate(foo[◌])'],
    ['rate(foo[5{{x}}:{{y}}])', 'rate(foo[◌:◌])'],
    ['(a + b)[{{x}}]', 'paren((a + b))[◌]'],
    ['foo offset {{x}}', 'foo offset ◌'],
    ['foo @ {{x}}', 'foo @ NaN'],
    ['foo > {{x}}e9', '(foo > ◌)'],
    ['foo > 0.{{x}}', '(foo > ◌)'],
    ['sum by ({{x}}) (foo)', 'sum(foo) by({{x}})'],
    ['sum by (a {{x}} b) (foo)', 'sum(foo) by(a,{{x}},b)'],
    ['foo{ {{x}} }', 'foo{}'],
    ['foo{a="b"{{x}}}', 'foo{a="b"}'],
    ['foo{a="b", {{x}}, c="d"}', 'foo{a="b",c="d"}'],
    ['foo{ {{x}}="b"}', 'foo{{{x}}="b"}'],
    ['foo{a={{x}}}', 'foo{a=?}'],
    ['foo{a=~"{{x}}("}', 'foo{a=~"{{x}}("}'],
    ['{a="{{x}}"}', '{a="{{x}}"}'],
    ['{"{{x}}"}', '"{{x}}"{}'],
    ['foo{a="{{ "q" }}"}', 'foo{a="{{ \\"q\\" }}"}'],
    ['a {{x}} b', '◌{◌{a}, b}'],
    ['a / {{x}} b', '(a / ◌{◌, b})'],
    ['{{x}}{{y}}', '◌'],
    ['{{x}}(foo[5m])', '{{x}}(foo[300s])'],
    ['topk({{x}})', 'topk(◌)'],
    ['rate({{x}})', 'rate(◌)'],
    ['round(foo, {{x}})', 'round(foo, ◌)'],
    ['-{{x}}', '(-◌)'],
    ['count_values("{{x}}", foo)', 'count_values("{{x}}", foo)'],
    ['a * on ({{x}}) group_left ({{y}}) b', '(a * on({{x}}) group_left({{y}}) b)'],
  ])('%s', (text, expected) => {
    const { expr, faults } = parse(text, { holes: holesOf(text) });
    expect(faults).toEqual([]);
    expect(sketch(expr)).toBe(expected);
  });

  it.each([
    ['sum(foo[{{x}}])', 'promql/argument-type'],
    ['rate(foo{a="{{x}}", b=~"c{{y}}"})', 'promql/argument-type'],
    ['{{x}} +', 'promql/syntax'],
    ['({{x}}', 'promql/unclosed'],
    ['nope({{x}})', 'promql/unknown-function'],
  ])('%s is wrong whatever is put in', (text, code) => {
    expect(parse(text, { holes: holesOf(text) }).faults).toMatchObject([{ code }]);
  });
});
