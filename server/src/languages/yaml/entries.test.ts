import { describe, expect, it } from 'vitest';
import { DecodeFaults } from './decode';
import type { MappingTarget } from './entries';
import { entriesOf } from './entries';
import { parseYaml } from './parse';
import type { Dialect } from './resolve';
import { marked, show, unmarked } from './testing';

const anchors = 'd: [&m {a: m1, b: m2}, &n {a: n1, c: n3}, &s [x], &k a]\nv:\n';

/** The entries of the mapping `v`, `name=value`, and its text with the faults marked. */
function entries(
  text: string,
  becomes?: MappingTarget,
  dialect?: Dialect,
): { names: string; marked: string; messages: string[] } {
  const plain = anchors + unmarked(text);
  const [document] = parseYaml(plain);
  const sink = new DecodeFaults(dialect);
  const root = document?.root;
  const found = root?.kind === 'mapping' ? entriesOf(root.pairs[1]!.value, sink, 'T', becomes) : undefined;
  return {
    names: found?.map(({ name, value }) => `${name}=${String(show(value))}`).join(' ') ?? '-',
    marked: marked(
      plain,
      sink.faults.map(({ span }) => span),
    ).slice(anchors.length),
    messages: [...(document?.faults ?? []), ...sink.faults].map(({ message }) => message),
  };
}

describe('entriesOf', () => {
  it.each([
    ['  a: 1\n  "b": 2\n  3: x', 'a=1 b=2 3=x'],
    ['  a:\n  ~: x\n  null: y', 'a=null'],
    ['  *k : 1', 'a=1'],
    ['  <<: *m\n  a: 1', 'a=1 b=m2'],
    ['  a: 1\n  <<: *m', 'a=1 b=m2'],
    ['  <<: [*n, *m]', 'a=n1 c=n3 b=m2'],
    ['  <<: {<<: *m, b: 2}', 'b=2 a=m1'],
    ['  <<: [{<<: *m}, {a: x, e: y}]', 'a=m1 b=m2 e=y'],
    ['  "<<": x', '<<=x'],
    ['  !!merge "<<": *m', 'a=m1 b=m2'],
    ['  !!str <<: x', '<<=x'],
    ['  ~', ''],
  ])('%j → %s', (text, names) => {
    expect(entries(text)).toEqual({ names, marked: unmarked(text), messages: [] });
  });

  it.each([
    ['  a: 1\n  «a»: 2', 'a=1', 'mapping key "a" already defined'],
    ['  a: 1\n  «"a"»: 2', 'a=1', 'mapping key "a" already defined'],
    ['  <<: *m\n  «<<»: *n', 'a=m1 b=m2', 'mapping key "<<" already defined'],
    ['  a: 1\n  «*k» : 2', 'a=1', 'field a already set'],
    ['  ? «[x]»\n  : y\n  a: 1', 'a=1', 'cannot unmarshal !!seq into string'],
    ['  <<: «*s»', '', 'map merge requires map or sequence of maps as the value'],
    ['  <<: «x»', '', 'map merge requires map or sequence of maps as the value'],
    ['  <<:«»\n  a: 1', 'a=1', 'map merge requires map or sequence of maps as the value'],
    ['  <<: [*m, «x»]', 'a=m1 b=m2', 'map merge requires map or sequence of maps as the value'],
    ['  <<: {a: 1, «a»: 2}', 'a=1', 'mapping key "a" already defined'],
    ['  «x»', '-', 'cannot unmarshal !!str `x` into T'],
    ['  «[x]»', '-', 'cannot unmarshal !!seq into T'],
  ])('%j → %s', (text, names, message) => {
    expect(entries(text)).toEqual({ names, marked: text, messages: [message] });
  });

  it('names the first of two equal keys', () => {
    const [document] = parseYaml('a: 1\nb: 2\na: 3');
    const sink = new DecodeFaults();
    entriesOf(document!.root!, sink);
    expect(sink.faults).toMatchObject([{ span: { from: 10, to: 11 }, related: { from: 0, to: 1 } }]);
  });

  it('gives what a map gets twice, the last of which counts', () => {
    expect(entries('  a: 1\n  *k : 2', 'map')).toMatchObject({ names: 'a=1 a=2', messages: [] });
    expect(entries('  1: x\n  <<: {1: y}', 'map')).toMatchObject({ names: '1=x 1=y', messages: [] });
  });

  it.each([
    ['  <<: *m\n  a: 1', 'struct', 'a=m1 b=m2 a=1', []],
    ['  a: 1\n  <<: *m', 'struct', 'a=1 a=m1 b=m2', []],
    ['  <<: [*n, *m]', 'struct', 'a=m1 b=m2 a=n1 c=n3', []],
    ['  <<: *m\n  <<: *n', 'struct', 'a=m1 b=m2 a=n1 c=n3', []],
    ['  a: 1\n  «a»: 2', 'struct', 'a=1', ['field a already set']],
    ['  <<: *m\n  «a»: 1', 'map', 'a=m1 b=m2', ['key a already set in map']],
    ['  ~: x', 'map', '=x', []],
  ] as const)('%j in version 2, for a %s → %s', (text, becomes, names, messages) => {
    expect(entries(text, becomes, 'v2')).toEqual({ names, marked: text, messages });
  });
});
