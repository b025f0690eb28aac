import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { promqlTokens } from './tokens';

/** Every coloured stretch with its type, in order. */
function colours(text: string): string {
  return promqlTokens(parse(text))
    .map(({ span, type }) => `${text.slice(span.from, span.to)}:${type}`)
    .join(' ');
}

describe('promqlTokens', () => {
  it.each([
    ['rate(foo[5m])', 'rate:function foo:variable 5m:number'],
    ['nosuch(foo)', 'nosuch:function foo:variable'],
    ['sum by (job) (foo)', 'sum:function by:keyword job:property foo:variable'],
    ['SUM(foo) BY (job)', 'SUM:function foo:variable BY:keyword job:property'],
    [
      'foo{a="b",c=~"d|e"}',
      'foo:variable a:property =:operator "b":string c:property =~:operator "d|e":regexp',
    ],
    ['{"my.foo"}', '"my.foo":variable'],
    ['{__name__="foo"}', '__name__:property =:operator "foo":variable'],
    ['{"my label"!="x"}', '"my label":property !=:operator "x":string'],
    ['a >= bool 1', 'a:variable >=:operator bool:keyword 1:number'],
    ['a and b unless c', 'a:variable and:operator b:variable unless:operator c:variable'],
    ['a atan2 b', 'a:variable atan2:operator b:variable'],
    ['a </ 5', 'a:variable </:operator 5:number'],
    [
      'a * on (x) group_left (y) b',
      'a:variable *:operator on:keyword x:property group_left:keyword y:property b:variable',
    ],
    ['a offset 5m @ end()', 'a:variable offset:keyword 5m:number @:operator end:keyword'],
    ['-Inf + NaN', '-:operator Inf:number +:operator NaN:number'],
    ['# note\na # more', '# note:comment a:variable # more:comment'],
    ['sum by (sum, by) (on)', 'sum:function by:keyword sum:property by:property on:keyword'],
    ['offset + start', 'offset:variable +:operator start:variable'],
    ['rate(foo{', 'rate:function foo:variable'],
    ['foo{a=', 'foo:variable a:property =:operator'],
    ['foo[step()]', 'foo:variable step:keyword'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(colours(text)).toBe(expected);
  });

  it('gives stretches in order and apart from each other', () => {
    const texts = [
      'sum(rate(a{b="c"}[5m])) by (d) > 1 # e',
      'a b c {"d',
      '"a" ) ] } { [ # x',
      'foo{a="b", c=~"d"',
    ];
    for (const text of texts) {
      const spans = promqlTokens(parse(text)).map(({ span }) => span);
      for (const [i, span] of spans.entries()) {
        expect(span.to).toBeGreaterThan(span.from);
        expect(span.from).toBeGreaterThanOrEqual(spans[i - 1]?.to ?? 0);
      }
    }
  });

  it('leaves placeholders alone', () => {
    const text = 'rate(XX[5m])';
    const tokens = promqlTokens(parse(text, { holes: [{ from: 5, to: 7 }] }));
    expect(tokens.map(({ type }) => type)).toEqual(expect.arrayContaining(['function', 'number']));
  });
});
