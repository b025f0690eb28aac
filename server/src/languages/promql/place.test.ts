import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { parse } from './parse';
import { spotAt } from './place';
import type { Place } from './place-kinds';

/** The place at `‸` in short, with the word that would be replaced. */
function placeAt(marked: string): string {
  const { text, offset } = cursor(marked);
  const { place, word } = spotAt(parse(text), offset);
  const replaced = text.slice(word.from, word.to);
  return describePlace(place) + (replaced && ` <${replaced}>`);
}

function describePlace(place: Place): string {
  switch (place.kind) {
    case 'operand': {
      const parameter = place.parameter ? ` ${place.callee}.${place.parameter.name}` : '';
      return `operand ${place.types.join('|')}${parameter}${place.modifiers.map((m) => ` +${m}`).join('')}`;
    }
    case 'operator': {
      const { type, form, grouped, offset, at } = place.operand;
      return ['after', type, form, grouped && 'grouped', offset && 'offset', at && 'at']
        .filter(Boolean)
        .join(' ');
    }
    case 'matcher label':
      return `label of ${place.metric ?? 'any'}`;
    case 'matcher value':
      return `value ${place.label}${place.op} of ${place.metric ?? 'any'}`;
    case 'label list':
      return `${place.keyword} without ${place.used.join() || 'any'}`;
    case 'duration':
      return `duration of ${place.of}`;
    case 'string argument':
      return `string ${place.callee}.${place.parameter.name}`;
    default:
      return place.kind;
  }
}

const TOP = 'operand vector|scalar|string|matrix';
const SIDE = 'operand vector|scalar';
const ALL = '+matching +fill +fill_left +fill_right';

describe('spotAt', () => {
  it.each([
    ['‸', TOP],
    ['ra‸', `${TOP} <ra>`],
    ['ra‸te(foo)', `${TOP} <rate>`],
    ['‸rate(foo)', TOP],
    ['-‸', TOP],
    ['(‸', TOP],
    ['5‸', 'nothing <5>'],
    ['5m‸', 'nothing <5m>'],
    ['foo ‸', 'after vector selector'],
    ['foo{}‸', 'after vector selector'],
    ['foo o‸', 'after vector selector <o>'],
    ['foo offset 5m ‸', 'after vector selector offset'],
    ['foo @ end() ‸', 'after vector selector at'],
    ['foo @ 1e9 offset -5m ‸', 'after vector selector offset at'],
    ['foo[5m] ‸', 'after matrix matrix'],
    ['foo[5m] offset 1h ‸', 'after matrix matrix offset'],
    ['foo[5m:1m] ‸', 'after matrix subquery'],
    ['time() ‸', 'after scalar other'],
    ['rate(foo[5m]) ‸', 'after vector other'],
    ['sum(foo)‸', 'after vector aggregation'],
    ['sum(foo) by (a) ‸', 'after vector aggregation grouped'],
    ['sum by (a) (foo) ‸', 'after vector aggregation grouped'],
    ['sum by (a) (foo) + sum(foo) ‸', 'after vector aggregation'],
    ['(foo) ‸', 'after vector other'],
    ['(1 + foo) ‸', 'after vector other'],
    ['(1 + 1) ‸', 'after unknown other'],
    ['1 ‸', 'after scalar other'],
    ['"a" ‸', 'after string other'],
    ['sum ‸', 'aggregation'],
    ['sum by ‸', 'nothing'],
    ['sum by (a) ‸', 'nothing'],
    ['foo + ‸', `${SIDE} ${ALL}`],
    ['foo == ‸', `${SIDE} +bool ${ALL}`],
    ['foo == bool ‸', `${SIDE} ${ALL}`],
    ['foo and ‸', 'operand vector +matching'],
    ['foo and on (a) ‸', 'operand vector'],
    ['foo * on (a) ‸', `${SIDE} +group +fill +fill_left +fill_right`],
    ['foo * on (a) group_left ‸', `${SIDE} +fill +fill_left +fill_right`],
    ['foo * on (a) group_left (b) ‸', `${SIDE} +fill +fill_left +fill_right`],
    ['foo * on (a) gro‸', `${SIDE} +group +fill +fill_left +fill_right <gro>`],
    ['foo * fill_left(0) ‸', `${SIDE} +fill_right`],
    ['foo * fill(0) ‸', SIDE],
    ['foo * fill(‸', 'nothing'],
    ['foo * on ‸', 'nothing'],
    ['foo + -‸', `${SIDE} ${ALL}`],
    ['foo + a‸nd', `${SIDE} ${ALL} <and>`],
  ])('in expressions: %s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });

  it.each([
    ['rate(‸', 'operand matrix rate.v'],
    ['rate(http_‸', 'operand matrix rate.v <http_>'],
    ['rate((‸', 'operand matrix|vector'],
    ['rate(foo ‸', 'after vector selector'],
    ['rate(foo[5m]), ‸', TOP],
    ['rate(foo[5m], ‸', 'nothing'],
    ['sum(‸', 'operand vector sum.v'],
    ['sum(foo, ‸', 'nothing'],
    ['SUM(‸', 'operand vector sum.v'],
    ['topk(‸', 'operand scalar topk.k'],
    ['topk(5, ‸', 'operand vector topk.v'],
    ['topk(1 + ‸', `operand scalar ${ALL}`],
    ['sum by (a) (‸', 'operand vector sum.v'],
    ['histogram_quantile(‸', 'operand scalar histogram_quantile.φ'],
    ['histogram_quantile(0.9, ‸', 'operand vector histogram_quantile.b'],
    ['label_replace(foo, ‸', 'operand string label_replace.dst_label'],
    ['label_replace(foo, "‸', 'string label_replace.dst_label <">'],
    ['label_replace(foo, "a", "$1‸", "b", "c")', 'string label_replace.replacement <"$1">'],
    ['label_join(foo, "a", "", "b", "c", "‸"', 'string label_join.src_label <"">'],
    ['count_values("‸', 'string count_values.label <">'],
    ['round(foo, ‸', 'operand scalar round.to_nearest'],
    ['time(‸', 'nothing'],
    ['nosuch(‸', 'operand vector|scalar|string|matrix'],
    ['nosuch("‸', 'nothing <">'],
    ['sum(rate(foo[5m]) + ‸', `${SIDE} ${ALL}`],
    ['rate(foo[5m]) / rate(‸', 'operand matrix rate.v'],
    ['a(b(c(‸', TOP],
    ['max(foo{a="b"}, (bar ‸', 'after vector selector'],
  ])('in calls: %s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });

  it.each([
    ['foo{‸', 'label of foo'],
    ['{‸', 'label of any'],
    ['foo{a‸', 'label of foo <a>'],
    ['foo{a="b",‸', 'label of foo'],
    ['foo{a="b", c‸="d"}', 'label of foo <c>'],
    ['foo{"‸', 'label of foo <">'],
    ['foo{a ‸', 'match operator'],
    ['foo{a!‸', 'match operator <!>'],
    ['foo{a=‸', 'value a= of foo'],
    ['foo{a="‸', 'value a= of foo <">'],
    ['foo{a="b‸c"}', 'value a= of foo <"bc">'],
    ['foo{a=~"x|‸', 'value a=~ of foo <"x|>'],
    ["foo{a!~'‸'}", "value a!~ of foo <''>"],
    ['foo{"a b"=`‸`}', 'value a b= of foo <``>'],
    ['foo{a="b"‸', 'nothing'],
    ['foo{a="b" ‸', 'nothing'],
    ['foo{a="\\"‸', 'value a= of foo <"\\">'],
    ['rate(foo{a="b"}[5m]) / bar{‸', 'label of bar'],
    ['sum(foo{‸)', 'label of foo'],
  ])('in braces: %s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });

  it.each([
    ['sum by (‸', 'by without any'],
    ['sum by (a, ‸', 'by without a'],
    ['sum by (a ‸', 'nothing'],
    ['sum by (a, b‸)', 'by without a <b>'],
    ['sum by (‸) (foo)', 'by without any'],
    ['sum without (‸', 'without without any'],
    ['sum(rate(foo[5m])) by (ser‸', 'by without any <ser>'],
    ['foo * on(‸', 'on without any'],
    ['foo * ignoring(a,‸', 'ignoring without a'],
    ['foo * on(a) group_left(‸', 'group_left without any'],
    ['foo * on(a) group_right (b, ‸', 'group_right without b'],
    ['sum by ("‸', 'by without any <">'],
    ['sum by ("a b", ‸', 'by without a b'],
    ['sum by (sum, ‸', 'by without sum'],
  ])('in lists of labels: %s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });

  it.each([
    ['foo[‸', 'duration of range'],
    ['foo[5‸', 'duration of range <5>'],
    ['foo[5m‸', 'duration of range <5m>'],
    ['foo[5m‸]', 'duration of range <5m>'],
    ['foo[5m ‸', 'nothing'],
    ['foo[5m:‸', 'duration of step'],
    ['foo[5m:‸]', 'duration of step'],
    ['foo[5m:1‸', 'duration of step <1>'],
    ['foo[5m + ‸', 'duration of range'],
    ['foo[st‸', 'duration of range <st>'],
    ['foo[max_of(‸', 'duration of range'],
    ['foo[max_of(5m, ‸', 'duration of range'],
    ['foo[max_of(5m, 1m) ‸', 'nothing'],
    ['foo offset ‸', 'duration of offset'],
    ['foo offset -‸', 'duration of offset'],
    ['foo offset 5‸', 'duration of offset <5>'],
    ['foo offset (‸', 'duration of offset'],
    ['foo offset (5m ‸', 'nothing'],
    ['foo offset (5m) ‸', 'after vector selector offset'],
    ['foo @ ‸', 'timestamp'],
    ['foo @ st‸', 'timestamp <st>'],
    ['foo @ start(‸', 'nothing'],
    ['foo[5m] @ ‸', 'timestamp'],
  ])('in durations and times: %s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });

  it.each([
    ['foo # ‸', 'nothing'],
    ['foo # comment‸', 'nothing'],
    ['foo # comment\n‸', 'after vector selector'],
    ['‸# comment', TOP],
    ['foo =‸= 1', 'nothing'],
    ['foo{a="b"} bar{‸', 'label of bar'],
    ['foo) + bar{‸', 'label of bar'],
    ['sum by (a + rate(‸', 'operand matrix rate.v'],
    ['}}]])) ‸', TOP],
  ])('in comments and broken text: %s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });

  it('answers in bounded time on deep and long text', () => {
    const results = ['('.repeat(10_000), 'sum(rate(foo{a="b"}[5m])) by (a) + '.repeat(10_000)].map((text) =>
      parse(text),
    );
    const places = results.map((result) => describePlace(spotAt(result, result.text.length).place));
    expect(places).toEqual([TOP, `${SIDE} ${ALL}`]);
  });
});
