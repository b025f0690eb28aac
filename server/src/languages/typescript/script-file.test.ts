import { describe, expect, test } from 'vitest';
import { show } from '../code/testing';
import type { CodeSurroundings } from '../code/tree';
import { ScriptParser } from './script-parser';

function read(text: string, surroundings?: CodeSurroundings) {
  return new ScriptParser('ts').read(text, surroundings);
}

describe('calls', () => {
  test('are all calls, in the order of their starts', () => {
    const file = read(`a.b(c(1)).d(); new E(); @f('x') class G {} import('h'); i\`j\`; Object.freeze(k(2))`);
    expect(file.calls.map(show)).toEqual([
      'a.b(c(1)).d()',
      'a.b(c(1))',
      'c(1)',
      'new E()',
      'f("x")',
      'Object.freeze(k(2))',
      'k(2)',
    ]);
  });

  test('have the place of their callee', () => {
    const text = 'x = new a.B<T>(1)';
    const [call] = read(text).calls;
    expect(text.slice(call?.calleeSpan.from, call?.calleeSpan.to)).toBe('a.B');
    expect(text.slice(call?.span.from, call?.span.to)).toBe('new a.B<T>(1)');
  });

  test('are the same object wherever they are a value', () => {
    const { calls } = read(`const c = new Counter(); c.inc()`);
    const callee = calls[1]?.callee;
    expect(callee?.kind === 'member' && callee.object).toBe(calls[0]);
  });
});

describe('types of objects', () => {
  const cases: readonly [what: string, text: string, ...types: string[]][] = [
    ['annotation', `import { Rule } from 'r'; const rule: Rule = {}`, 'r:Rule'],
    ['none', `const rule = {}; f({})`, '', ''],
    [
      'as and satisfies',
      `f({} as Rule, {} satisfies m.Rule, <Rule>{}, {} as const)`,
      'Rule',
      'm.Rule',
      'Rule',
      '',
    ],
    ['const inside of satisfies', `f({} as const satisfies Rule)`, 'Rule'],
    [
      'array',
      `const a: Rule[] = [{}], b: readonly Array<Rule> = [{}], c = [{}] satisfies Rule[]`,
      'Rule',
      'Rule',
      'Rule',
    ],
    ['record', `const a: Record<string, Rule> = { x: {} }`, 'Record', 'Rule'],
    ['alias of the file', `type Rules = Rule[]; const a: Rules = [{}]`, 'Rule'],
    [
      'interface of the file',
      `interface Group { rules: Rule[] } const g: Group = { rules: [{}], x: {} }`,
      'Group',
      'Rule',
      '',
    ],
    [
      'returned',
      `const f = (): Rule => ({}); function g(): Promise<Rule> { if (x) { return {}; } }`,
      'Rule',
      'Rule',
    ],
    ['returned by a function inside', `function g(): Rule { h(() => { return {}; }) }`, ''],
    ['field', `class A { rule: Rule = {}; static rules: Rule[] = [{}] }`, 'Rule', 'Rule'],
    ['choice', `const rule: Rule = x ? {} : {}`, 'Rule', 'Rule'],
    ['frozen', `const rule: Rule = Object.freeze({}); const other: Rule = f({})`, 'Rule', ''],
    ['second of a declaration', `const a: A = 1, b = {}`, ''],
    ['default of a parameter', `function f(a: A, rule: Rule = {}) {}`, 'Rule'],
    ['optional', `const rule: Rule | undefined = {}, part: Partial<Rule> = {}`, 'Rule', 'Rule'],
  ];
  test.each(cases)('%s', (_, text, ...types) => {
    expect(read(text).objects.map(({ type }) => (type ? show(type) : ''))).toEqual(types);
  });
});

describe('templates with a tag', () => {
  test('are given with their tag', () => {
    const { tagged } = read(
      'import { promql } from \'p\'; promql`up{a="\\\\d"}`; this.x.q<T>`a${b}`; String.raw`\\d`',
    );
    expect(tagged.map(({ tag, string }) => `${show(tag)} ${string.text}`)).toEqual([
      'p:promql up{a="\\d"}',
      'this.x.q axxxx',
      'String.raw \\d',
    ]);
  });

  test('have no value, but those that change blanks only', () => {
    const file = read("import d from 'dedent'; f(d`a`, sql`b`, String.raw`\\c`)");
    expect(file.calls.map(show)).toEqual(['f("a", ?, "\\\\c")']);
  });
});

describe('marked strings', () => {
  const cases: readonly [text: string, ...marked: string[]][] = [
    ['f(/* promql */ `up`)', 'promql: up'],
    [`// language=promql\nconst q = 'up', r = 'x';`, 'language=promql: up'],
    [`/* language=PromQL */\nexport const q: string = 'a' + ('b' + c);`, 'language=PromQL: abx'],
    [`const q = /** promql */ ('up');`, 'promql: up'],
    [`const q = // promql\n  'up';`, 'promql: up'],
    [`f(\n  // promql\n  'up',\n  'x')`, 'promql: up'],
    [
      `const o = {\n  // promql\n  expr: 'up',\n  /* promql */ 'key': 'down', /* promql */ other };`,
      'promql: up',
      'promql: down',
    ],
    [`class A {\n  // promql\n  private static q = 'up';\n}`, 'promql: up'],
    [`// promql\nq = 'up';\n// promql\nthis.q += 'x'`, 'promql: up'],
    [`function f() {\n  // promql\n  return 'up';\n}`, 'promql: up'],
    ['// promql\nexport default `up`', 'promql: up'],
    ['/* promql */ sql`up ${a}`', 'promql: up xxxx'],
    [`// promql\nconst q = await f(1, ['a', 'b'].join(' '), 'x')`, 'promql: a b'],
    [`// promql\nprom.query('up')`, 'promql: up'],
    [`// promql\n// of all jobs there are, in sum\nconst q = 'up'`, 'promql: up'],
    [`const a = 1; // promql\nconst q = 'up';`],
    [`f({ a: 1, // promql\n b: 'up' })`],
    [`// promql\nconst q = up; const r = 'x'`],
    [`const up = 'up'; f(/* promql */ up)`],
    [`/* a comment that speaks about promql, at some length */ const q = 'up'`],
    [`// promql\n`],
  ];
  test.each(cases)('%s', (text, ...marked) => {
    expect(read(text).marked.map(({ comment, string }) => `${comment}: ${string.text}`)).toEqual(marked);
  });
});

describe('exports', () => {
  const cases: readonly [text: string, ...exports: string[]][] = [
    [`export const a = 'x', b = 1; const c = 2`, 'a "x"', 'b 1'],
    [`export const { a, b: [c] } = { a: 'x', b: ['y'] }`, 'a "x"', 'c "y"'],
    [`export enum N { A = 'x' } export const M = { b: N.A } as const`, 'N {A: "x"}', 'M {b: "x"}'],
    [
      `export function f() { const a = 1 } export class C { b = 1 } export type T = 'x'; export interface I {}`,
      'f ?',
      'C ?',
    ],
    [`export default new Counter({ name: 'x' })`, 'default new Counter({name: "x"})'],
    [`export default function f() {}`, 'default ?'],
    [`const a = 'x'; export default a; export { a, a as b, a as default }`, 'default "x"', 'a "x"', 'b "x"'],
    [
      `import { Counter } from 'p'; export { Counter }; export { Gauge as G } from 'p'; export * as p from 'p'`,
      'Counter p:Counter',
      'G p:Gauge',
      'p p:',
    ],
    [`export = { a: 'x' }`, 'default {a: "x"}'],
    [
      `const a = 'x'; module.exports = { a, b() {} }; module.exports.c = 1`,
      'default {a: "x", b: ?}',
      'a "x"',
      'b ?',
      'c 1',
    ],
    [`exports = module.exports = f; exports.d = 'x'`, 'default f', 'd "x"'],
    [`export const c: Counter = make(), d: 'x' | 'y'`, 'c make()', 'd <x|y>'],
    [`{ exports.a = 1 } export const`],
    [''],
  ];
  test.each(cases)('%s', (text, ...exports) => {
    expect([...read(text).exports].map(([name, value]) => `${name} ${show(value)}`)).toEqual(exports);
  });

  test('a class that extends an imported one is that one', () => {
    const { exports } = read(`import { P } from 'p'; export class Q extends P {}`);
    expect(exports.get('Q')).toMatchObject({ kind: 'name', module: 'p', name: 'P' });
  });
});

describe('values of other files', () => {
  const names = read(`export const NAMES = { a: 'x' }; export const hits = new Counter({ name: 'h' });
export default 'd'; export function f() {}`).exports;
  const surroundings: CodeSurroundings = {
    exportsOf: (module) =>
      module === './names'
        ? names
        : module === './again'
          ? read(`export { NAMES as N } from './names'; export * from './names'`, surroundings).exports
          : module === './common'
            ? read(`module.exports = { a: 'x' }`).exports
            : undefined,
  };
  const cases: readonly [text: string, args: string][] = [
    [
      `import { NAMES, hits as h, f, g } from './names'; see(NAMES.a, h, f, g)`,
      '"x", new Counter({name: "h"}), ./names:f, ./names:g',
    ],
    [
      `import d from './names'; import * as all from './names'; see(d, all.NAMES.a, all.default, all.g)`,
      '"d", "x", "d", ./names:.g',
    ],
    [`const { NAMES: { a } } = require('./names'); see(a)`, '"x"'],
    [`import { N, NAMES } from './again'; see(N.a, NAMES.a)`, '"x", "x"'],
    [`import c from './common'; see(c.a, require('./common').a)`, '"x", "x"'],
    [`import { N } from './names'; export * from './names'; see(\`\${N}_total\`)`, '"…_total"'],
  ];
  test.each(cases)('%s', (text, args) => {
    const file = read(text, surroundings);
    expect(
      file.calls
        .find((call) => show(call.callee) === 'see')
        ?.args.map(show)
        .join(', '),
    ).toBe(args);
    expect([...file.wanted]).toEqual([]);
  });

  test('say where they are from', () => {
    const file = read(
      `import { hits } from './names'; import { N } from './again'; see(hits, N.a)`,
      surroundings,
    );
    const [hits, name] = file.calls[0]?.args ?? [];
    expect(hits?.from).toBe('./names');
    expect(hits?.kind === 'call' && hits.args[0]?.from).toBe('./names');
    expect(name?.from).toBe('./again\n./names');
    expect(hits?.span).toEqual({ from: 53, to: 79 });
  });

  test('are wanted when they are asked for and not known', () => {
    const file = read(`import { A, B } from './a'; import { C } from '@/c'; import './d'; see(A, C.x)`);
    expect([...file.wanted]).toEqual([]);
    expect(file.calls.flatMap((call) => call.args.map(show))).toEqual(['./a:A', '@/c:C.x']);
    expect([...file.wanted]).toEqual(['./a', '@/c']);
  });

  test('put into a string are mapped to where they are put in', () => {
    const file = read('import { NAMES } from "./names"; see(`rate(${NAMES.a}[5m])`)', surroundings);
    const [string] = file.calls[0]?.args ?? [];
    expect(string).toMatchObject({ kind: 'string', text: 'rate(x[5m])', holes: [] });
    expect(string?.from).toBeUndefined();
  });
});

test('lines of a page are those of its script', () => {
  const page = `<!-- <script>f(1)</script> -->
<template><p>f(2)</p></template>
<script context="module" lang="ts">f('a')</script><script setup lang='ts' generic="T extends Record<string, '>'>">
const q = 'up' as const; f(q)</script>
<script type="application/json">{ "f": f(3) }</script>
<style>f(4)</style>
<script>f(5)`;
  const { calls } = new ScriptParser('vue').read(page);
  expect(calls.map(show)).toEqual(['f("a")', 'f("up")', 'f(5)']);
  const [string] = calls[1]?.args ?? [];
  expect(page.slice(string?.span.from, string?.span.to)).toBe(`'up'`);
});

describe('bombs', () => {
  const n = 10_000;
  const cases: readonly [what: string, text: string][] = [
    ['brackets', `f(${'['.repeat(n)}`],
    ['parentheses', `f(${'(a,'.repeat(n)}`],
    ['members', `f(a${'.b'.repeat(n)})`],
    ['calls', `f(a${'.b()'.repeat(n)})`],
    ['sums', `f('a'${" + 'a'".repeat(2 * n)})`],
    ['assertions', `f(a${'!'.repeat(n)}${' as B'.repeat(n)})`],
    ['templates', 'f(`${'.repeat(n)],
    ['constants', `${Array.from({ length: n }, (_, i) => `const a${i + 1} = a${i}`).join(';')}; f(a${n})`],
    ['lists of lists', `const a0 = [1]; ${doubled((a) => `[...${a}, ...${a}]`)} f(a40)`],
    ['strings of strings', `const a0 = 'x'; ${doubled((a) => `${a} + ${a}`)} f(a40)`],
    [
      'types of types',
      `type a0 = 'x'; ${doubled((a) => `${a} | ${a}`).replaceAll('const', 'type')} (x: a40) => f(x)`,
    ],
  ];
  function doubled(value: (name: string) => string): string {
    return Array.from({ length: 40 }, (_, i) => `const a${i + 1} = ${value(`a${i}`)};`).join(' ');
  }
  test.each(cases)('%s', (_, text) => {
    const file = read(text);
    for (const call of file.calls)
      for (const arg of call.args) if (arg.kind === 'string') arg.region('promql');
    const last = file.calls.at(-1)?.args[0];
    expect(last === undefined || show(last).length < 300_000).toBe(true);
    expect(file.exports.size + file.marked.length).toBe(0);
  });
});
