import { describe, expect, it } from 'vitest';
import { show } from '../code/testing';
import type { CodeValue } from '../code/tree';
import { PythonParser } from './parser';

/** What the arguments of the calls of `f` are. */
function argumentsOfF(text: string): string[] {
  const { calls } = new PythonParser().read(text);
  const ofF = calls.filter(({ callee }) => callee.kind === 'name' && callee.name === 'f');
  return ofF.flatMap(({ args }) => args.map(show));
}

describe('values', () => {
  it.each([
    [`f('up')`, '"up"'],
    [`f("a\\"b\\n\\x41\\101\\u00e9\\U0001F600\\d")`, String.raw`"a\"b\nAAé😀\\d"`],
    [`f(r"\\d+\\"")`, String.raw`"\\d+\\\""`],
    [`f(u'x')`, '"x"'],
    [`f(b'up')`, '?'],
    [`f(rb'up')`, '?'],
    [`f("""up\n  > 1""")`, String.raw`"up\n  > 1"`],
    [`f("""a\\\nb""")`, '"ab"'],
    [`f("""a\r\nb""")`, String.raw`"a\nb"`],
    [`f('a' "b" r'\\c')`, String.raw`"ab\\c"`],
    [`f(('a'\n   'b'))`, '"ab"'],
    [`f('a' b'b')`, '?'],
    [`f('a' + 'b' + 'c')`, '"abc"'],
    [`f('a' + x + 'c')`, '"a…c"'],
    [`f(f"a{x}b")`, '"a…b"'],
    [`f(f'a{{job="{x}"}}')`, String.raw`"a{job=\"…\"}"`],
    [`f(f"{x!r:>{w}}|{y=}|{z:.2f}")`, '"…|…|…"'],
    [`f(f"{'a'}b{3}")`, '"ab3"'],
    [`f(f"{d['k']}b")`, '"…b"'],
    [`f(rf"\\d{x}")`, String.raw`"\\d…"`],
    [`f(f"""a{x}"b" """)`, String.raw`"a…\"b\" "`],
    [`f('up{{job="{}"}}[{w}m]'.format(x, w=5))`, String.raw`"up{job=\"…\"}[5m]"`],
    [`f('{1}{0}{x.y}{0:>3}'.format('a', 'b'))`, '"ba……"'],
    [`f('{}'.format(*xs))`, '"…"'],
    [`f('\\N{DASH}{}'.format('a'))`, '"\ufffda"'],
    [`f('a%sb%%' % x)`, '"a…b%"'],
    [`f('a%sb%d%s' % ('x', 5, y))`, '"axb5…"'],
    [`f('%(a)s_%(b)s' % {'a': 'x'})`, '"x_…"'],
    [`f('%5.2f' % 3)`, '"…"'],
    [`f(' or '.join(['a', x, 'b']))`, '"a or … or b"'],
    [`f(','.join(xs))`, '",".join(xs)'],
    [`f(dedent("""\\\n  up"""))`, '"  up"'],
    [`f(' up '.strip())`, '" up "'],
    [`f(1_000)`, '1000'],
    [`f(0x1f)`, '31'],
    [`f(.5)`, '0.5'],
    [`f(1e3)`, '1000'],
    [`f(2j)`, '?'],
    [`f(True)`, 'true'],
    [`f(None)`, '?'],
    [`f(['a', 'b'])`, '["a", "b"]'],
    [`f(('a', *xs))`, '["a", …]'],
    [`f(['a'] + ['b'])`, '["a", "b"]'],
    [`f(['a'] + xs)`, '["a", …]'],
    [`f({'a': 1, 'b': {'c': 'd'}})`, '{a: 1, b: {c: "d"}}'],
    [`f({'a': 1, **xs, y: 2})`, '{a: 1, …}'],
    [`f(dict(a=1))`, '{a: 1}'],
    [`f(x if y else 'z')`, '?'],
    [`f([x for x in y])`, '?'],
    [`f(x for x in y)`, '?'],
    [`f(lambda x: 'a')`, '?'],
    [`f(a.b['c'].d)`, 'a.b.c.d'],
    [`f(['a', 'b'][1])`, '"b"'],
    [`f((n := 'a'))`, '"a"'],
  ])('%s', (text, expected) => {
    expect(argumentsOfF(text)).toEqual([expected]);
  });
});

describe('constants', () => {
  it.each([
    ['a module constant', `NAME = 'up'\nf(NAME)`, '"up"'],
    ['set behind its use', `def g():\n  f(NAME)\nNAME = 'up'`, '"up"'],
    ['with a type', `NAME: Final = 'up'\nf(NAME)`, '"up"'],
    ['set twice', `NAME = 'up'\nNAME = 'down'\nf(NAME)`, 'NAME'],
    ['changed', `NAME = 'up'\nNAME += 'x'\nf(NAME)`, 'NAME'],
    ['None first', `NAME = None\ndef g():\n  global NAME\n  NAME = 'up'\nf(NAME)`, '"up"'],
    ['of constants', `A = 'a'\nB = A + '_b'\nf(f'{B}_c')`, '"a_b_c"'],
    ['of itself', `A = A + 'a'\nf(A)`, '"…a"'],
    ['of each other', `A = B\nB = A\nf(A)`, '?'],
    ['several at once', `A, B = 'a', 'b'\nf(B)`, '"b"'],
    ['several in brackets', `(A, B) = ('a', 'b')\nf(B)`, '"b"'],
    ['two names', `A = B = 'a'\nf(A)`, '"a"'],
    ['a local one', `def g():\n  q = 'up'\n  f(q)`, '"up"'],
    ['hidden by a parameter', `q = 'up'\ndef g(q):\n  f(q)`, 'q'],
    ['hidden by a loop', `q = 'up'\ndef g():\n  for q in xs:\n    f(q)`, 'q'],
    ['of a comprehension', `[f(q) for q in xs]`, 'q'],
    ['a walrus', `if (q := 'up'):\n  f(q)`, '"up"'],
    ['of a class', `class Names:\n  A = 'a'\nf(Names.A)`, '"a"'],
    ['of an enum', `class Names(Enum):\n  A = 'a'\nf(Names.A.value)`, '"a"'],
    ['of the class around', `class C:\n  A = 'a'\n  B = A + 'b'\n  f(B)`, '"ab"'],
    ['not seen from a method', `class C:\n  A = 'a'\n  def g(self):\n    f(A)`, 'A'],
    ['of self', `class C:\n  A = 'a'\n  def g(self):\n    f(self.A)`, '"a"'],
    ['of cls', `class C:\n  A = 'a'\n  @classmethod\n  def g(cls):\n    f(cls.A)`, '"a"'],
    [
      'set in the constructor',
      `class C:\n  def __init__(self):\n    self.a = 'a'\n  def g(self):\n    f(self.a)`,
      '"a"',
    ],
    [
      'set twice in methods',
      `class C:\n  def h(self):\n    self.a = 'a'\n    self.a = 'b'\n  def g(self):\n    f(self.a)`,
      'C.a',
    ],
    ['inherited', `class B:\n  A = 'a'\nclass C(B):\n  def g(self):\n    f(self.A)`, '"a"'],
    ['of an object', `class C:\n  def __init__(self):\n    self.a = 'a'\nc = C()\nf(c.a)`, '"a"'],
    ['not of a static method', `class C:\n  A = 'a'\n  @staticmethod\n  def g(x):\n    f(x.A)`, 'x.A'],
    ['of a dictionary', `D = {'a': 'x'}\nf(D['a'])`, '"x"'],
    ['a pattern', `Q = 'up{{job="{}"}}'\nf(Q.format(x))`, String.raw`"up{job=\"…\"}"`],
    ['a typed parameter', `def g(p: Prom):\n  f(p)`, '<Prom>'],
    ['an optional one', `def g(p: Optional[Prom] = None):\n  f(p)`, '<Prom>'],
    ['one or nothing', `def g(p: Prom | None = None):\n  f(p)`, '<Prom>'],
    ['one of several', `def g(w: Literal['5m', '1h']):\n  f(w)`, '<5m|1h>'],
    ['self with a type', `class C:\n  p: Prom\n  def g(self):\n    f(self.p)`, '<Prom>'],
  ])('%s', (_, text, expected) => {
    expect(argumentsOfF(text)).toEqual([expected]);
  });
});

describe('imports', () => {
  it.each([
    ['import prometheus_client as pc\nf(pc.Counter)', 'prometheus_client:.Counter'],
    ['import prometheus_client\nf(prometheus_client.Counter)', 'prometheus_client:.Counter'],
    ['import a.b.c as d\nf(d.x)', 'a.b.c:.x'],
    ['import a.b, a.c\nf(a.b.x)', 'a:.b.x'],
    ['from prometheus_client import Counter as C, Gauge\nf(C)', 'prometheus_client:Counter'],
    ['from prometheus_client import (\n  Counter,  # one\n  Gauge,\n)\nf(Gauge)', 'prometheus_client:Gauge'],
    ['from .names import REQUESTS\nf(REQUESTS)', '.names:REQUESTS'],
    ['from ...a.b import X\nf(X)', '...a.b:X'],
    ['from . import names\nf(names.X)', '.:names.X'],
    ['def g():\n  from a import b\n  f(b)', 'a:b'],
    ['try:\n  from a import X\nexcept ImportError:\n  X = None\nf(X)', 'a:X'],
    ['from a import *\nf(X)', 'X'],
  ])('%s', (text, expected) => {
    expect(argumentsOfF(text)).toEqual([expected]);
  });

  const names = new PythonParser().read(
    `class Names(str, Enum):\n  A = 'a'\nREQUESTS = 'requests'\nC = Counter(REQUESTS, 'x')\n`,
  ).exports;
  const exportsOf = (module: string): ReadonlyMap<string, CodeValue> | undefined =>
    module === '.names' ? names : undefined;

  it.each([
    ['from .names import REQUESTS as R\nf(R)', '"requests"'],
    ['from . import names\nf(names.REQUESTS)', '"requests"'],
    ['from .names import Names\nf(Names.A)', '"a"'],
    ['from .names import Names\nf(Names.A.value)', '"a"'],
    ['from .names import C\nf(C)', 'Counter("requests", "x")'],
  ])('of the workspace: %s', (text, expected) => {
    const { calls } = new PythonParser().read(text, { exportsOf });
    expect(calls.map((call) => call.args.map(show))).toEqual([[expected]]);
    expect(calls[0]?.args[0]?.from).toBe('.names');
  });

  it('says which modules it asked for', () => {
    const { wanted } = new PythonParser().read('from .names import A\nfrom . import b\nf(A, b.X)', {
      exportsOf,
    });
    expect([...wanted]).toEqual(['.', '.b']);
  });
});
