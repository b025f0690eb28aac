import { describe, expect, it } from 'vitest';
import { parse } from './parse';

/** The tokens' kinds, with the text of those that it doesn't tell. */
function tokens(text: string): string {
  const shown = parse(text).tokens.map((token) =>
    token.kind === token.text ? token.kind : `${token.kind}=${token.text}`,
  );
  return shown.slice(0, -1).join(' ');
}

describe('tokens', () => {
  it.each([
    ['', ''],
    ['foo', 'identifier=foo'],
    ['a:b', 'metric identifier=a:b'],
    [':a', 'metric identifier=:a'],
    ['SUM BY', 'sum=SUM by=BY'],
    ['inf NaN', 'number=inf number=NaN'],
    ['1 .5 0x1F 1e-3 1_000', 'number=1 number=.5 number=0x1F number=1e-3 number=1_000'],
    ['5m 1h30m 250ms', 'duration=5m duration=1h30m duration=250ms'],
    ['5x', 'error=5x'],
    ['1.2.3', 'error=1.2.3'],
    [`"a\\"b" 'c' \`d\\\``, `string="a\\"b" string='c' string=\`d\\\``],
    ['a == b != c', 'identifier=a == identifier=b != identifier=c'],
    ['</ >/ <= >= < >', '</ >/ <= >= < >'],
    ['{a=~"x",b!~"y"}', '{ identifier=a =~ string="x" , identifier=b !~ string="y" }'],
    ['{sum="x"}', '{ identifier=sum = string="x" }'],
    ['x[5m:1m]', 'identifier=x [ duration=5m : duration=1m ]'],
    ['x[step()]', 'identifier=x [ step ( ) ]'],
    ['fill + fill (0)', 'identifier=fill + fill ( number=0 )'],
    ['a # b + c\n+ d', 'identifier=a + identifier=d'],
    ['{a # }\n}', '{ identifier=a }'],
    ['é', 'error=é'],
    ['😀 a', 'error=😀 identifier=a'],
    ['a \ud83d', 'identifier=a error=\ud83d'],
    ['"\ud83d"', 'string="\ud83d"'],
    ['{a\ud83d', '{ identifier=a error=\ud83d'],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it.each([
    'a \ud83d',
    'a \ude00',
    '!\ud83d',
    '=~\ud83d',
    '{\ud83d',
    'x[\ud83d',
    '"\ud83d',
    '#\ud83d',
    '\\\ud83d',
  ])('end where the text ends: %j', (text) => {
    for (const { span } of parse(text).tokens) expect(span.to).toBeLessThanOrEqual(text.length);
  });

  it('keeps the comments', () => {
    const text = 'a # one\n+ b{x="#" # two\r\n}';
    expect(parse(text).comments).toEqual([
      { text: '# one', span: { from: 2, to: 7 } },
      { text: '# two', span: { from: 18, to: 23 } },
    ]);
  });
});
