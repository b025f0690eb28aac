import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostSpan } from '../../text/region';
import { cursor } from '../../testing/cursor';
import { show } from '../code/testing';
import type { CodeFile, CodeString, CodeValue } from '../code/tree';
import { PythonParser } from './parser';

function read(text: string): CodeFile {
  return new PythonParser().read(text);
}

function shown({ text, calls, objects, marked, exports, wanted }: CodeFile): unknown {
  return {
    calls: calls.map((call) => `${text.slice(call.span.from, call.span.to)} is ${show(call)}`),
    objects: objects.map(show),
    marked: marked.map(({ comment, string }) => [comment, string.text, string.span]),
    exports: [...exports].map(([name, value]) => [name, show(value)]),
    wanted: [...wanted],
  };
}

describe('calls', () => {
  it.each([
    [`Counter('a', 'b', ['c'])`, [`Counter("a", "b", ["c"])`]],
    [
      `Counter('a', documentation='b', labelnames=('c',))`,
      [`Counter("a", documentation="b", labelnames=["c"])`],
    ],
    [`Counter('a', *rest, **options)`, [`Counter("a", …)`]],
    [`o = {'a': 1}\nf(**o)`, [`f(a=1)`]],
    [`o = ['a']\nf(*o)`, [`f("a")`]],
    [
      `C = Counter('a')\nC.labels('x').inc()`,
      [`Counter("a")`, `Counter("a").labels("x")`, `Counter("a").labels("x").inc()`],
    ],
    [
      `class M:\n  def __init__(self):\n    self.c = Counter('a')\n  def g(self):\n    self.c.inc()`,
      [`Counter("a")`, `Counter("a").inc()`],
    ],
    [`C = Counter('a')\n@C.time('b')\ndef g(): pass`, [`Counter("a")`, `Counter("a").time("b")`]],
    [`@app.route\ndef g(): f(1)`, ['f(1)']],
    [`f(g(h(1)))`, ['f(g(h(1)))', 'g(h(1))', 'h(1)']],
    [
      `x = [f(1), {'a': f(2)}, lambda: f(3), *[f(4) for _ in f(5)], f'{f(6)}', -f(7)]`,
      ['f(1)', 'f(2)', 'f(3)', 'f(4)', 'f(5)', 'f(6)', 'f(7)'],
    ],
    [`def g(a=f(1)):\n  return f(2) if f(3) else f(4)`, ['f(1)', 'f(2)', 'f(3)', 'f(4)']],
    [`with f(1) as a, f(2): f(3)`, ['f(1)', 'f(2)', 'f(3)']],
    [`async def g():\n  await f(1)\n  async with f(2): yield f(3)`, ['f(1)', 'f(2)', 'f(3)']],
    [`match f(1):\n  case 1: f(2)`, ['f(1)', 'f(2)']],
    [`try:\n  f(1)\nexcept E as e:\n  f(2)\nfinally:\n  f(3)`, ['f(1)', 'f(2)', 'f(3)']],
    [`f(a=g(x for x in y))`, ['f(a=g(?))', 'g(?)']],
    [`A = B = f(1)`, ['f(1)']],
    [`'{}'.format(f(1))`, ['"{}".format(f(1))', 'f(1)']],
    ['f("a', ['f("a")']],
    ['f("a", \n\ndef g():\n  h(1)', ['f("a")', 'h(1)']],
    [`@f('a').b('c')\ndef g(): h(1)`, ['f("a")', 'b("c")', 'h(1)']],
  ])('%s', (text, expected) => {
    expect(read(text).calls.map(show)).toEqual(expected);
  });

  it('say where everything stands', () => {
    const text = `C.labels( 'a' ).inc(amount=2)`;
    const [labels, inc] = read(text).calls;
    const at = (span?: { from: number; to: number }): string => text.slice(span?.from, span?.to);
    expect(at(labels?.span)).toBe(`C.labels( 'a' )`);
    expect(at(labels?.calleeSpan)).toBe('C.labels');
    expect(at(labels?.args[0]?.span)).toBe(`'a'`);
    expect(at(inc?.keywords[0]?.nameSpan)).toBe('amount');
    expect(inc?.callee.kind === 'member' && at(inc.callee.nameSpan)).toBe('inc');
  });
});

describe('dictionaries', () => {
  it('are found, nested ones too', () => {
    const { objects } = read(`r = {'alert': 'A', 'labels': {'severity': 'page'}}\nd = dict(x=1)`);
    expect(objects.map(show)).toEqual([
      '{alert: "A", labels: {severity: "page"}}',
      '{severity: "page"}',
      '{x: 1}',
    ]);
  });

  it('say where their keys stand, without quotes', () => {
    const text = `{'alert': 'A'}`;
    const span = read(text).objects[0]?.entries[0]?.nameSpan;
    expect(text.slice(span?.from, span?.to)).toBe('alert');
  });
});

describe('strings with a comment in front', () => {
  it.each([
    [`# promql\nQ = "up"`, [['promql', 'up']]],
    [`# language=promql\nQ = "up" + x`, [['language=promql', 'upx']]],
    [`f(\n  # promql\n  "up",\n  "down")`, [['promql', 'up']]],
    [`f(  # promql\n  "up" "down")`, [['promql', 'updown']]],
    [`#promql\nreturn f"up{x}"`, [['promql', 'upxxx']]],
    [`d = {\n  # promql\n  'expr': "up",\n}`, [['promql', 'expr']]],
    [`# promql\nf("up").g("down")`, [['promql', 'up']]],
    [`# promql\n\nQ = "up"`, []],
    [`# A query of promql\nQ = "up"`, []],
    [`Q = "# promql\n"`, []],
    [`# promql`, []],
  ])('%s', (text, expected) => {
    expect(read(text).marked.map(({ comment, string }) => [comment, string.text])).toEqual(expected);
  });
});

/** The string that the first call of `f` is given. */
function argument(text: string): CodeString {
  const { calls } = read(text);
  const value: CodeValue | undefined = calls.find(({ callee }) => show(callee) === 'f')?.args[0];
  if (value?.kind !== 'string') throw new Error(`no string in ${text}`);
  return value;
}

describe('regions', () => {
  it.each([
    ['plain', `f('rate(up)')`, 'up', 'up'],
    ['behind an escape', `f('"\\n" + up')`, 'up', 'up'],
    ['an escape', `f('a\\x62c')`, 'abc', 'a\\x62c'],
    ['raw', `f(r'\\d+ up')`, 'up', 'up'],
    ['in the second literal', `f('a' "b up")`, 'up', 'up'],
    ['over two literals', `f('a u' "p b")`, 'up', `u' "p`],
    ['in an f-string', `f(f"{x} {{up}}")`, 'up', 'up'],
    ['braces', `f(f"{x} {{up}}")`, '{up}', '{{up}}'],
    ['a hole', `f(f"a{name}b")`, 'xxxxxx', '{name}'],
    ['the text of a constant', `N = 'up'\nf(f"rate({N})")`, 'up', '{N}'],
    ['behind a constant', `N = 'some_name'\nf(N + ' > up')`, 'up', 'up'],
    ['in a pattern', `f('a{{b="{}"}} up'.format(x))`, 'up', 'up'],
    ['in a constant that is a pattern', `Q = 'up %s'\nf(Q % x)`, 'up', 'up'],
    ['a separator', `f(' or '.join(['a', 'b']))`, ' or ', `, `],
    ['an item', `f(' or '.join(['a', 'up']))`, 'up', 'up'],
    ['over lines', `f("""\\\n  a\r\n  up\n""")`, 'up', 'up'],
  ])('%s', (_, text, fragment, host) => {
    const region = argument(text).region('promql');
    const from = region.text.indexOf(fragment);
    const span = hostSpan(region.map, { from, to: from + fragment.length });
    expect(text.slice(span.from, span.to)).toBe(host);
  });

  it.each([
    [`f('a‸b')`, 1],
    [`f('\\n‸b')`, 1],
    [`f(f"{x}‸b")`, 3],
    [`f('a' 'b‸c')`, 2],
    [`f("‸")`, 0],
  ])('the place of a cursor: %s', (marked, expected) => {
    const { text, offset } = cursor(marked);
    expect(argument(text).region('promql').map.toFragment(offset)).toBe(expected);
  });

  it.each([
    [`f('up')`, 'up', `a'b"`, `f('a\\'b"')`],
    [`f("up")`, 'up', 'a\\d\n', `f("a\\\\d\\n")`],
    [`f("""up""")`, 'up', 'a\n"b"', `f("""a\n\\"b\\"""")`],
    [`f("""up """)`, 'up', 'a\n"b"', `f("""a\n"b" """)`],
    [`f(r'up')`, 'up', '\\d', `f(r'\\d')`],
    [`f(f"up{x}")`, 'up', '{a}', `f(f"{{a}}{x}")`],
    [`f('up{}'.format(x))`, 'up', 'a{}', `f('a{{}}{}'.format(x))`],
    [`f('up %s' % x)`, 'up', 'a % b', `f('a %% b %s' % x)`],
    [`f('a' 'up')`, 'up', 'b', `f('a' 'b')`],
    [`f('\\x61 up')`, 'up', 'é😀\x01', `f('\\x61 é😀\\x01')`],
  ])('edits: %s', (text, fragment, newText, expected) => {
    const region = argument(text).region('promql');
    const from = region.text.indexOf(fragment);
    const edits = region.encode([{ span: { from, to: from + fragment.length }, newText }]);
    if (!Array.isArray(edits)) throw new Error(edits.refused);
    const edited = [...edits]
      .reverse()
      .reduce((t, { span, newText: n }) => t.slice(0, span.from) + n + t.slice(span.to), text);
    expect(edited).toBe(expected);
    expect(argument(edited).text).toBe(region.text.replace(fragment, newText));
  });

  it.each([
    [`f(r'up')`, 'up', `'`],
    [`f(r'up')`, 'up', '\\'],
    [`f('a u' 'p')`, 'up', 'x'],
    [`f(f"a{x}b")`, 'axxxb', 'c'],
  ])('edits that are refused: %s', (text, fragment, newText) => {
    const region = argument(text).region('promql');
    const from = region.text.indexOf(fragment);
    expect(region.encode([{ span: { from, to: from + fragment.length }, newText }])).toHaveProperty(
      'refused',
    );
  });
});

describe('exports', () => {
  it('are the constants, classes and metrics of the module', () => {
    const text = `import os\nA = 'a'\nB = Counter(A)\nclass N:\n  C = 'c'\n  def g(self): pass\ndef h(): pass\nA2 = A + 'b'`;
    const { exports } = read(text);
    expect([...exports].map(([name, value]) => `${name} ${show(value)}`)).toEqual([
      'A "a"',
      'B Counter("a")',
      'N {C: "c", …}',
      'A2 "ab"',
    ]);
  });
});

const SAMPLE = `from .names import R as X
C = Counter('requests_total', "Help", ['a', "b"])  # all
class M(Enum):
    # promql
    A = f"rate({X}[5m])" + 'x'
    def g(self, a: str = 'b'):
        self.c = C.labels(a=1, **{'b': 2})
        return """up
        > {}""".format(self.A)
@C.time('q')
def h():
    for i in [1, 2]:
        q('%s' % i, r'\\d')
`;

const FRAGMENTS = [
  '"',
  "'",
  '"""',
  '{',
  '}',
  '(',
  ')',
  '\n',
  '    ',
  '\\',
  '#',
  'f"',
  ':',
  'x',
  ' = ',
  ',',
  'def g():\n',
];

/** Texts that come of the sample by replacing stretches of it. */
const edits = fc.array(
  fc.record({ at: fc.nat(SAMPLE.length), gone: fc.nat(6), put: fc.constantFrom('', ...FRAGMENTS) }),
  { minLength: 1, maxLength: 6 },
);

describe('robustness', () => {
  it('reads after edits what it would read anew', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const parser = new PythonParser();
        let text = SAMPLE;
        parser.read(text);
        for (const { at, gone, put } of changes) {
          text = text.slice(0, at) + put + text.slice(at + gone);
          expect(shown(parser.read(text))).toEqual(shown(read(text)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['brackets', '('.repeat(20_000)],
    ['closed brackets', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['a long sum', `x = ${Array.from({ length: 5_000 }, () => `'a'`).join(' + ')}`],
    ['a long chain', `x${'.f(1)'.repeat(5_000)}`],
    ['deep blocks', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}if x:\n`).join('')],
    ['a long pattern', `'${'{'.repeat(20_000)}'.format(x)`],
    ['percents', `'${'%0'.repeat(20_000)}' % x`],
    [
      'growing constants',
      Array.from({ length: 200 }, (_, i) => `A${i + 1} = A${i} + A${i}\n`).join('') + `A0 = 'a'`,
    ],
    [
      'growing lists',
      Array.from({ length: 200 }, (_, i) => `A${i + 1} = [A${i}, A${i}]\n`).join('') + `A0 = 'a'`,
    ],
    ['backslashes', `'${'\\'.repeat(20_001)}`],
  ])('survives %s', (_, text) => {
    expect(read(text).text).toBe(text);
  });
});
