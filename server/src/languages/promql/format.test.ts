import { describe, expect, it } from 'vitest';
import { formatExpr } from './format';
import type { PromqlDialect } from './knowledge';

const EVERYTHING: PromqlDialect = {
  version: [3, 14],
  features: new Set([
    'promql-experimental-functions',
    'promql-duration-expr',
    'promql-extended-range-selectors',
    'promql-binop-fill-modifiers',
  ]),
};

function formatted(text: string, width = 100): string {
  const result = formatExpr(text, { dialect: EVERYTHING, width });
  return 'text' in result ? result.text : `refused: ${result.refused}`;
}

/** Lines without the indentation of the test's own source. */
function lines(text: string): string {
  return text.replace(/^\n/, '').replace(/\n? *$/, '');
}

describe('formatExpr', () => {
  it.each([
    [`sum(rate(x[5m]))by(job)`, 'sum by (job) (rate(x[5m]))'],
    ['SUM BY (Job) (Foo) AND Bar', 'sum by (Job) (Foo) and Bar'],
    [`x{b='1',a="2",}`, 'x{a="2",b="1"}'],
    ['x{"a.b"="1","c"="2"}', 'x{"a.b"="1",c="2"}'],
    ['{"metric.name", a="1"}', '{__name__="metric.name",a="1"}'],
    ['x{"\u{1f600}"="1","\uff01"="1"}', 'x{"\uff01"="1","\u{1f600}"="1"}'],
    ['x{}', 'x'],
    ['x[300]', 'x[5m]'],
    ['x[90s:]', 'x[1m30s:]'],
    ['x offset -90s', 'x offset -1m30s'],
    ['x offset 0s', 'x'],
    ['x @ 1.23456', 'x @ 1.235'],
    ['x @ -1.2345', 'x @ -1.235'],
    ['x[5m] @ END()', 'x[5m] @ end()'],
    ['0x1F + 1_000 + 1e3 + .5', '31 + 1000 + 1000 + 0.5'],
    ['+1', '1'],
    ['- 1', '-1'],
    ['- - x', '--x'],
    ['x > 1001ms', 'x > 1s1ms'],
    ['1 + on () x', '1 + x'],
    ['x + ignoring () y', 'x + y'],
    ['x + on (a) group_left y', 'x + on (a) group_left () y'],
    ['x + on ("a b", "c") y', 'x + on ("a b", c) y'],
    ['x + fill_right(1e6) fill_left(300) y', 'x + fill_left (300) fill_right (1e+06) y'],
    ['info(x, {})', 'info(x, {})'],
    [`x{a='say "hi"'}`, String.raw`x{a="say \"hi\""}`],
    ['x{a=`\\d`}', String.raw`x{a="\\d"}`],
    [String.raw`x{a="\xff"}`, String.raw`x{a="\xff"}`],
  ])('%s', (text, expected) => {
    expect(formatted(text)).toBe(expected);
    expect(formatted(expected)).toBe(expected);
  });

  it('counts bytes, not characters, for the width', () => {
    const call = (letter: string) => `rate(x{a="${letter.repeat(50)}"}[5m])`;
    expect(formatted(call('a'))).not.toContain('\n');
    expect(formatted(call('ä'))).toContain('\n');
  });

  it('indents as it is told', () => {
    expect(formatExpr('rate(x[5m])', { width: 5, indent: '\t' })).toEqual({ text: 'rate(\n\tx[5m]\n)' });
  });
});

describe('refusals', () => {
  it.each([
    ['', 'error'],
    ['# nothing', 'error'],
    ['sum(', 'error'],
    ['x[0.0001]', 'shorter than a millisecond'],
    ['x[5m:0.0001]', 'shorter than a millisecond'],
    ['x @ 1e17', 'out of range'],
    [`${'('.repeat(9000)}x${')'.repeat(9000)}`, 'nested too deeply'],
  ])('%j', (text, reason) => {
    const result = formatExpr(text);
    expect(result).toHaveProperty('refused');
    expect('refused' in result && result.refused).toContain(reason);
  });

  it('leaves templates alone', () => {
    expect(formatExpr('x>1', { holes: [{ from: 2, to: 3 }] })).toHaveProperty('refused');
  });
});

describe('comments', () => {
  it.each([
    ['x>1 # why', 'x > 1 # why'],
    ['# what\nx>1', '# what\nx > 1'],
    ['x>1\n# after', 'x > 1\n# after'],
    ['x>1 # a\n# b\n\n# c', 'x > 1 # a\n# b\n# c'],
    ['x # left\n>1', '  x # left\n>\n  1'],
    ['x > # limit\n1', '  x\n> # limit\n  1'],
    ['x >\n# limit\n1', '  x\n>\n  # limit\n  1'],
    ['# head\nx # left\n> 1', '# head\n  x # left\n>\n  1'],
    ['sum by (a) (x) # c', 'sum by (a) (x) # c'],
    ['sum(x) by (a) # c', 'sum by (a) (x) # c'],
    ['sum(x) # c\nby (a)', 'sum by (a) (x) # c'],
    ['sum by (a) ( # c\nx)', 'sum by (a) ( # c\n  x\n)'],
    ['sum by (a) # c\n(x)', 'sum by (a) ( # c\n  x\n)'],
    ['sum by () # c\n(x)', 'sum( # c\n  x\n)'],
    ['sum by (\na, # first\nb # second\n) (x)', 'sum by (\n  a, # first\n  b # second\n) (\n  x\n)'],
    ['sum(x) by (a, # first\nb)', 'sum by (\n  a, # first\n  b\n) (\n  x\n)'],
    ['x{b="1", # one\na="2" # two\n}', 'x{\n  a="2", # two\n  b="1" # one\n}'],
    ['x{\n# one\nb="1",\n# two\na="2",\n# end\n}', 'x{\n  # two\n  a="2",\n  # one\n  b="1"\n  # end\n}'],
    ['x{a="1"}[5m] # c', 'x{a="1"}[5m] # c'],
    ['x # c\n[5m]', 'x[5m] # c'],
    ['rate(x[5m]) # c\n[1h:]', 'rate(x[5m])[1h:] # c'],
    ['- # c\nx', '-x # c'],
    ['f # c\n(x)'.replace('f', 'abs'), 'abs( # c\n  x\n)'],
    [
      'label_replace(x, # in\n"a", "b", # out\n"c", "d")',
      'label_replace(\n  x, # in\n  "a",\n  "b", # out\n  "c",\n  "d"\n)',
    ],
    ['x + on (a, # c\nb) y', '  x\n+ on (\n  a, # c\n  b\n)\n  y'],
    ['x # one\r\n+ y # two\r\n', '  x # one\n+\n  y # two'],
    ['x{a="#"} # b', 'x{a="#"} # b'],
    ['x #', 'x #'],
  ])('%j', (text, expected) => {
    expect(formatted(text)).toBe(expected);
    expect(formatted(expected)).toBe(expected);
  });

  it('keeps them in a real alert', () => {
    const alert = lines(`
# Too many errors
sum by (job) (rate(errors_total{code=~"5..", # server side
  env="prod"}[5m]))   # per second
/
# all requests
sum(rate(requests_total[5m])) by (job)
> 0.05   # five per cent
`);
    expect(formatted(alert)).toBe(
      lines(`
# Too many errors
    sum by (job) (
      rate(
        errors_total{
          code=~"5..", # server side
          env="prod"
        }[5m]
      )
    ) # per second
  /
    # all requests
    sum by (job) (rate(requests_total[5m]))
>
  0.05 # five per cent
`),
    );
  });
});

describe('size', () => {
  it.each([
    ['a long sum', Array.from({ length: 3000 }, (_, i) => `x${i}`).join(' + ')],
    ['many matchers', `x{${Array.from({ length: 20_000 }, (_, i) => `l${i}="v"`).join(',')}}`],
    ['deep signs', `${'-'.repeat(20_000)}x`],
    ['deep durations', `x[${'('.repeat(5000)}5m${')'.repeat(5000)}]`],
    ['a long string', `x{a="${'é'.repeat(500_000)}"}`],
  ])('copes with %s', (_, text) => {
    expect(formatExpr(text, { dialect: EVERYTHING })).toHaveProperty('text');
  });
});
