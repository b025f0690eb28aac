import { describe, expect, test } from 'vitest';
import { show } from '../code/testing';
import type { CodeSurroundings } from '../code/tree';
import { ScriptParser } from './script-parser';
import type { ScriptDialect } from './script-parser';

/** The argument of each call of `see`, in one line each. */
function seen(text: string, surroundings?: CodeSurroundings, dialect: ScriptDialect = 'ts'): string[] {
  const file = new ScriptParser(dialect).read(text, surroundings);
  return file.calls
    .filter(({ callee }) => callee.kind === 'name' && callee.name === 'see')
    .map(({ args }) => args.map(show).join(', '));
}

describe('values in TypeScript', () => {
  const cases: readonly [what: string, text: string, ...expected: string[]][] = [
    ['string', `see('a', "b", \`c\`)`, '"a", "b", "c"'],
    ['number', `see(1, 0x1f, 1_000, -2.5, 10n, +3)`, '1, 31, 1000, -2.5, 10, 3'],
    ['boolean', `see(true, false)`, 'true, false'],
    ['list', `see(['a', 1, , ...x, ...['b']])`, '["a", 1, "b", …]'],
    ['spread arguments', `see('a', ...['b'], ...x, 'c')`, '"a", "b"'],
    ['object', `see({ a: 1, 'b-c': 'x', ['d']: y, 2: z })`, '{a: 1, b-c: "x", d: y, 2: z}'],
    ['last entry counts', `const base = { a: 1, b: 2 }; see({ ...base, a: 3 })`, '{b: 2, a: 3}'],
    [
      'open object',
      `see({ ...x, [k]: 1, m() {}, async f() {}, get g() { return 1 } })`,
      '{m: ?, f: ?, g: ?, …}',
    ],
    ['shorthand', `const name = 'a'; see({ name })`, '{name: "a"}'],
    ['call', `see(f(1), new C, new a.B<T>({}))`, 'f(1), new C(), new a.B({})'],
    ['constant', `const A = 'x'; see(A)`, '"x"'],
    ['let never set again', `let a = 'x', b = 'y'; b = 'z'; see(a, b)`, '"x", b'],
    ['stepped', `let i = 1; i++; see(i)`, 'i'],
    ['set once, later', `let c; c = new Counter(); see(c)`, 'new Counter()'],
    ['var in a function', `function f() { if (x) { var a = 'x'; } see(a) } see(a)`, '"x"', 'a'],
    [
      'parameter shadows',
      `const a = 'x'; function f(a) { see(a) } ((a) => see(a)); b => see(a)`,
      'a',
      'a',
      '"x"',
    ],
    ['block shadows', `const a = 'x'; { const a = 'y'; see(a) } see(a)`, '"y"', '"x"'],
    ['catch and for shadow', `const a = 1; try {} catch (a) { see(a) } for (const a of b) see(a)`, 'a', 'a'],
    ['as, satisfies, !, parentheses', `see(('a' as const)!, 'b' satisfies string, <T>'c')`, '"a", "b", "c"'],
    [
      'members',
      `const N = { a: { b: 'x' } } as const; see(N.a.b, N['a']['b'], N?.a?.b, N.c)`,
      '"x", "x", "x", {a: {b: "x"}}.c',
    ],
    ['list members', `const N = ['x', 'y']; see(N[1], N[2])`, '"y", ["x", "y"].2'],
    ['frozen', `const N = Object.freeze({ a: 'x' }); see(N.a)`, '"x"'],
    ['member set later', `const m = {}; m.a = new C(); m.b = 1; m.b = 2; see(m.a, m.b)`, 'new C(), ?'],
    ['destructured', `const { a, b: { c }, ...d } = { a: 'x', b: { c: 'y' } }; see(a, c, d)`, '"x", "y", d'],
    ['destructured list', `const [a, , b] = ['x', 'y', 'z']; see(a, b)`, '"x", "z"'],
    ['string enum', `enum N { A = 'x', B = 'y' } see(N.A, N['B'])`, '"x", "y"'],
    ['number enum', `const enum N { A, B = 5, C } see(N.A, N.C)`, '0, 6'],
    ['namespace', `namespace N { export const A = 'x' } see(N.A)`, '"x"'],
    ['static member', `class N { static readonly A = 'x'; a = 'y' } see(N.A, N.a)`, '"x", N.a'],
    ['circles of members end', `m.a = m.b + m.b; m.b = m.a + m.a; const m = {}; see(m.a, m.b)`, '?, ?'],
    ['circles end', `const a = b, b = a; const c = c + 'x'; see(a, c)`, '?, "…x"'],
  ];
  test.each(cases)('%s', (_, text, ...expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('imports', () => {
  const cases: readonly [text: string, ...expected: string[]][] = [
    [
      `import { Counter as C } from 'prom-client'; see(C, new C({}))`,
      'prom-client:Counter, new prom-client:Counter({})',
    ],
    [`import client from 'prom-client'; see(client.Counter)`, 'prom-client:.Counter'],
    [`import * as client from 'prom-client'; see(client.Counter)`, 'prom-client:.Counter'],
    [`import { default as d } from 'x'; see(d)`, 'x:'],
    [
      `import client, { Counter } from 'prom-client'; see(client, Counter)`,
      'prom-client:, prom-client:Counter',
    ],
    [`const client = require('prom-client'); see(client.Counter)`, 'prom-client:.Counter'],
    [
      `const { Counter, Gauge: G } = require('prom-client'); see(Counter, G)`,
      'prom-client:.Counter, prom-client:.Gauge',
    ],
    [`import client = require('prom-client'); see(client.Counter)`, 'prom-client:.Counter'],
    [`import { x } from 'y'; import C = x.Counter; see(C)`, 'y:x.Counter'],
    [`async () => { const { Counter } = await import('prom-client'); see(Counter) }`, 'prom-client:.Counter'],
    [`see(require('a').b, (await import('c')).d)`, 'a:.b, c:.d'],
    [`import type { T } from 't'; import { type U } from 'u'; see(T, U)`, 't:T, u:U'],
  ];
  test.each(cases)('%s', (text, ...expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

test('what functions of the program give is what the annotation says', () => {
  const text = `import { P, make } from 'p'; import { own } from './own'; import type { T } from 't';
const a: T = own(), b: T = this.f(), c: T = make(), d: T = new P().m(), e: T = new Own(); see(a, b, c, d, e)`;
  expect(seen(text)).toEqual(['<t:T>, <t:T>, p:make(), new p:P().m(), new Own()']);
});

test('patterns take out of declared types', () => {
  const text = `import { P } from 'p'; interface Props { prom: P; all: P[] }
const f = ({ prom, other }: Props, { a: { b } }: { a: { b: 'x' } }, [c]: P[]) => see(prom, other, b, c)`;
  expect(seen(text)).toEqual(['<p:P>, other, "x", <p:P>']);
});

describe('instances', () => {
  const cases: readonly [what: string, text: string, ...expected: string[]][] = [
    ['parameter', `import { P } from 'p'; (p: P, q?: P | undefined) => see(p, q)`, '<p:P>, <p:P>'],
    ['of a module', `import * as m from 'p'; (p: m.P<string>) => see(p)`, '<p:.P>'],
    ['variable', `let p: import('p').P; see(p)`, '<p:.P>'],
    [
      'vague value',
      `import { P } from 'p'; const p: P = make(); const q: P = new P(1); see(p, q)`,
      'make(), new p:P(1)',
    ],
    ['local maker', `import { P } from 'p'; function make() {} const p: P = make(); see(p)`, '<p:P>'],
    [
      'parameter property',
      `import { P } from 'p'; class A { constructor(@X() private readonly p: P, q: P) {} f() { see(this.p, this.q) } }`,
      '<p:P>, this.q',
    ],
    [
      'field',
      `class A { c = new C(); d: D; #e = 'x'; f() { see(this.c, this.d, this.#e) } }`,
      'new C(), <D>, "x"',
    ],
    [
      'set in the constructor',
      `class A { c: C; constructor() { this.c = new C(1) } f = () => see(this.c)}`,
      'new C(1)',
    ],
    ['set twice', `class A { c = 1; f() { this.c = 2; see(this.c) } }`, 'this.c'],
    [
      'other this',
      `class A { c = 1; f() { function g() { see(this.c) } return { h() { see(this.c) } } } }`,
      'this.c',
      'this.c',
    ],
    ['local superclass', `class A { c = 'x' } class B extends A { f() { see(this.c) } }`, '"x"'],
    [
      'superclass',
      `import { P } from 'p'; class A extends P { constructor() { super(1) } f() { see(this.q) } } class B extends P {} see(new B(), new A()); (b: A) => see(b)`,
      '<p:P>.q',
      'new p:P(), new A()',
      '<p:P>',
    ],
    ['literal type', `(a: 'x', b: 'y' | 'z') => see(a, b)`, '"x", <y|z>'],
    ['alias', `type W = '5m' | '1h'; type V = W | '1d'; (w: V) => see(w)`, '<5m|1h|1d>'],
    ['enum type', `enum E { A = 'x', B = 'y' } (e: E) => see(e)`, '<x|y>'],
    [
      'members of a constant',
      `const N = { a: 'x', b: 'y' } as const; type M = (typeof N)[keyof typeof N]; (m: M) => see(m)`,
      '<x|y>',
    ],
    ['items of a constant', `const N = ['x', 'y'] as const; (m: (typeof N)[number]) => see(m)`, '<x|y>'],
    ['interface of the file', `interface I {} (i: I) => see(i)`, '<I>'],
  ];
  test.each(cases)('%s', (_, text, ...expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('strings that are put together', () => {
  const cases: readonly [what: string, text: string, ...expected: string[]][] = [
    ['sum', `const A = 'x'; see('a' + "b" + \`c\` + A + 1, 'a' + f())`, '"abcx1", "a…"'],
    ['sum in parentheses', `see('a' + ('b' + 'c'))`, '"abc"'],
    ['template', `const A = 'x'; see(\`a\${A}b\${f()}c\`)`, '"axb…c"'],
    ['enum in a template', `enum N { A = 'x' } see(\`\${N.A}_total\`)`, '"x_total"'],
    ['number in a template', `const M = 5; see(\`[\${M}m]\`)`, '"[5m]"'],
    ['choice', `see(\`a\${x ? 'b' : 'c'}\`)`, '"a…"'],
    ['raw', 'see(String.raw`a\\n${1}`)', '"a\\\\n1"'],
    ['join', `see(['a', 'b'].join(' '), ['a', 'b'].join(), ['a', x].join('-'))`, '"a b", "a,b", "a-…"'],
    ['join of a constant', `const L = ['a', 'b']; see(L.join('|'), x.join('|'))`, '"a|b", x.join("|")'],
    ['concat and trim', `see('a'.concat('b', x), ' a '.trim())`, '"ab…", " a "'],
    ['no string', `see(1 + 2, a + b, a - 'x')`, '?, ?, ?'],
  ];
  test.each(cases)('%s', (_, text, ...expected) => {
    expect(seen(text)).toEqual(expected);
  });
});
