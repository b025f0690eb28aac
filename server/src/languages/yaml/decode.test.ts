import { describe, expect, it } from 'vitest';
import { asBool, asFloat, asInt, asString, DecodeFaults, isNull, itemsOf } from './decode';
import type { YamlNode } from './nodes';
import { parseYaml } from './parse';
import { marked, show, unmarked } from './testing';

type Decode = (node: YamlNode, sink: DecodeFaults) => unknown;

/** What `decode` makes of the last value of a mapping, or why it is refused. */
function decoded(decode: Decode, text: string, dialect?: 'v2' | 'v3'): unknown {
  const root = parseYaml(`s: &s str\nm: &m {a: b}\nv: ${text}`)[0]?.root;
  const node = root?.kind === 'mapping' ? root.pairs.at(-1)!.value : undefined;
  const sink = new DecodeFaults(dialect);
  const value = decode(node!, sink);
  return sink.faults.length === 0 ? value : sink.faults.map(({ message }) => message).join('; ');
}

describe('asString', () => {
  it.each([
    ['a b', 'a b'],
    ['5', '5'],
    ['0x10', '0x10'],
    ['1.50', '1.50'],
    ['true', 'true'],
    ['2001-01-01', '2001-01-01'],
    ['"5"', '5'],
    ['|\n  a\n', 'a\n'],
    ['~', ''],
    ['', ''],
    ['!!binary aGk=', 'hi'],
    ['!foo x', 'x'],
    ['*s', 'str'],
    ['[a]', 'cannot unmarshal !!seq into string'],
    ['{a: b}', 'cannot unmarshal !!map into string'],
    ['*m', 'cannot unmarshal !!map into string'],
    ['!!int x', 'cannot decode !!str `x` as a !!int'],
  ])('%j → %j', (text, expected) => {
    expect(decoded(asString, text)).toBe(expected);
  });
});

describe('asInt', () => {
  it.each([
    ['5', 5],
    ['-5', -5],
    ['5.5', 5],
    ['-5.5', -5],
    ['1e3', 1000],
    ['0x10', 16],
    ['08', 8],
    ['010', 8],
    ['~', 0],
    ['!!int "7"', 7],
    ['"5"', 'cannot unmarshal !!str `5` into int'],
    ['a long text', 'cannot unmarshal !!str `a long ...` into int'],
    ['true', 'cannot unmarshal !!bool `true` into int'],
    ['9223372036854775808', 'cannot unmarshal !!int `9223372...` into int'],
    ['1e30', 'cannot unmarshal !!float `1e30` into int'],
    ['.inf', 'cannot unmarshal !!float `.inf` into int'],
    ['[]', 'cannot unmarshal !!seq into int'],
  ])('%j → %j', (text, expected) => {
    expect(decoded(asInt, text)).toBe(expected);
  });
});

describe('asFloat', () => {
  it.each([
    ['5', 5],
    ['5.5', 5.5],
    ['.inf', Infinity],
    ['~', 0],
    ['"5"', 'cannot unmarshal !!str `5` into float64'],
  ])('%j → %j', (text, expected) => {
    expect(decoded(asFloat, text)).toBe(expected);
  });
});

describe('asBool', () => {
  it.each([
    ['true', true],
    ['False', false],
    ['yes', true],
    ['"yes"', true],
    ['off', false],
    ['~', false],
    ['"true"', 'cannot unmarshal !!str `true` into bool'],
    ['1', 'cannot unmarshal !!int `1` into bool'],
  ])('%j → %j', (text, expected) => {
    expect(decoded(asBool, text)).toBe(expected);
  });

  it('takes quoted words in version 3 only', () => {
    expect(decoded(asBool, 'yes', 'v2')).toBe(true);
    expect(decoded(asBool, '"yes"', 'v2')).toBe('cannot unmarshal !!str `yes` into bool');
  });
});

describe('itemsOf', () => {
  const items: Decode = (node, sink) => itemsOf(node, sink, '[]T')?.map(show);
  it.each([
    ['[a, b]', ['a', 'b']],
    ['\n- a\n', ['a']],
    ['~', []],
    ['', []],
    ['a', 'cannot unmarshal !!str `a` into []T'],
    ['{}', 'cannot unmarshal !!map into []T'],
    ['!!null x', 'cannot decode !!str `x` as a !!null'],
  ])('%j → %j', (text, expected) => {
    expect(decoded(items, text)).toEqual(expected);
  });
});

describe('isNull', () => {
  it.each([
    ['~', true],
    ['', true],
    ['!!null null', true],
    ['"null"', false],
    ['*s', false],
    ['!!null []', false],
  ])('%j → %j', (text, expected) => {
    expect(decoded((node) => isNull(node), text)).toBe(expected);
  });
});

describe('the place of a wrong type', () => {
  it.each(['a: «b c»', 'a:\n  «b»: c\n  d: e', 'a:\n  «-» b\n  - c', 'a: «[b, c]»', 'a: &x «{b: c}»'])(
    '%j',
    (text) => {
      const plain = unmarked(text);
      const root = parseYaml(plain)[0]?.root;
      const sink = new DecodeFaults();
      if (root?.kind === 'mapping') asInt(root.pairs[0]!.value, sink);
      expect(
        marked(
          plain,
          sink.faults.map(({ span }) => span),
        ),
      ).toBe(text);
    },
  );

  it('is where an alias is used', () => {
    const text = 'a: &x [b]\nc: *x';
    const root = parseYaml(text)[0]?.root;
    const sink = new DecodeFaults();
    if (root?.kind === 'mapping') asInt(root.pairs[1]!.value, sink);
    expect(
      marked(
        text,
        sink.faults.map(({ span }) => span),
      ),
    ).toBe('a: &x [b]\nc: «*x»');
  });
});
