import { describe, expect, it } from 'vitest';
import { marked, unmarked } from '../../languages/yaml/testing';
import { parseYaml } from '../../languages/yaml/parse';
import type { Version } from './types';
import { decodeStruct, type DecodedRoot } from './decode';
import { sampleStruct } from './testing';

function decode(
  text: string,
  version: Version = [1, 2],
  more: { guesses?: { from: number; to: number }[] } = {},
): DecodedRoot {
  const [document] = parseYaml(text, { dialect: 'v2', recover: true });
  if (!document?.root) throw new Error('no tree');
  return decodeStruct(document.root, sampleStruct, {
    text,
    version,
    area: 'x',
    program: 'X',
    root: sampleStruct,
    ...more,
  });
}

function reading(text: string, version?: Version): { codes: string[]; text: string } {
  const plain = unmarked(text);
  const findings = [...decode(plain, version).findings].sort((a, b) => a.span.from - b.span.from);
  return {
    codes: findings.map(({ code }) => code.replace('x/', '')),
    text: marked(
      plain,
      findings.map(({ span }) => span),
    ),
  };
}

describe('decodeStruct', () => {
  it.each([
    [
      'every kind of field',
      'title: a\nsize: big\ntags: [a]\nheaders: {a: b}\none: {name: a}\nchildren: [{name: a, weight: 1}]',
      [],
    ],
    ['nulls', 'title: a\nsize:\ntags: ~\nheaders: null\none: \nchildren: [null]', []],
    ['any scalar as text', 'title: 5\nsecret: yes\ntags: [1, 2.5, true, 2024-01-01]', []],
    [
      'whole numbers',
      'title: a\nchildren: [{name: a, weight: 0x10}, {name: a, weight: 1e3}, {name: a, weight: 1.5}]',
      [],
    ],
    ['booleans', 'title: a\n«loud»: yes', ['deprecated-field']],
    ['a boolean in quotes', "title: a\n«loud»: «'yes'»", ['deprecated-field', 'wrong-type']],
    ['a number in quotes', "title: a\none: {name: a, weight: «'5'»}", ['wrong-type']],
    ['a mapping where text is due', 'title:\n  «a»: b', ['wrong-type']],
    ['text where a mapping is due', 'title: a\none: «x»', ['wrong-type']],
    ['text where a list is due', 'title: a\ntags: «x»', ['wrong-type']],
    ['text where a map is due', 'title: a\nheaders: «x»', ['wrong-type']],
    ['no mapping at all', '«[a]»', ['wrong-type']],
    ['an unknown field', 'title: a\n«nope»: 1', ['unknown-field']],
    ['a misspelt field, which isn’t missing', '«titel»: a', ['unknown-field']],
    ['a missing field', '«size»: small', ['missing-field']],
    ['an empty field', 'title: «""»', ['missing-field']],
    ['a null field', '«title»:', ['missing-field']],
    ['a missing field below', 'title: a\none: «{}»', ['missing-field']],
    ['fields that exclude each other', 'title: a\nsecret: a\n«secret_file»: b', ['exclusive-fields']],
    ['one of them empty', 'title: a\nsecret: ""\nsecret_file: b', []],
    ['a field twice', 'title: a\n«title»: b', ['yaml/duplicate-key']],
    ['a key of a map twice', 'title: a\nheaders: {a: b, «a»: c}', ['yaml/duplicate-key']],
    ['merged fields, which may repeat', 'title: a\none: {<<: {name: a}, name: b}', []],
    [
      'a field that is unknown where it is merged from',
      'title: a\none: {<<: {name: a, «nope»: b}}',
      ['unknown-field'],
    ],
    ['a merge of text', 'title: a\none: {name: a, <<: «x»}', ['yaml/bad-merge']],
    ['an alias, reported once', 'title: a\nchildren: [&c {name: a, «nope»: b}, *c, *c]', ['unknown-field']],
  ])('%s', (_, text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });

  it.each<[Version, string, string[]]>([
    [[1, 1], 'title: a\none: {name: a, «weight»: 1}', ['unsupported-field']],
    [[1, 0], 'title: a\nloud: true\nold: true', []],
    [[1, 1], 'title: a\n«old»: true', ['unsupported-field']],
  ])('knows the fields of version %j', (version, text, codes) => {
    expect(reading(text, version)).toEqual({ codes, text });
  });

  it('says where a field belongs', () => {
    const messages = (text: string): string[] => decode(text).findings.map(({ message }) => message);
    expect(messages('title: a\nweight: 1')).toEqual(['unknown field "weight"; put it under "one"']);
    expect(messages('title: a\none: {name: a, loud: 1}')).toEqual([
      'unknown field "loud"; it belongs to a sample, not to a child; check the indentation',
    ]);
    expect(messages('title: a\none: {name: a, zzz: 1}')).toEqual([
      'unknown field "zzz"; a child has only name, weight, parent, children',
    ]);
    expect(decode('title: a\none: {name: a, weight: 1}', [1, 0]).findings[0]?.message).toBe(
      '"weight" is new in X 1.2, and the target version is 1.0',
    );
  });

  it('gives the fields that are known, nulls and faulty ones too', () => {
    const { value } = decode('title: a\ntags: [b, ~]\nsize:\nloud: x\nnope: 1');
    const fields =
      typeof value === 'object' && value.kind === 'struct' ? value.fields : new Map<string, never>();
    expect([...fields.keys()]).toEqual(['title', 'tags', 'size', 'loud']);
    expect(fields.get('tags')?.value).toMatchObject({ items: [{ text: 'b' }, 'null'] });
    expect(fields.get('size')?.value).toBe('null');
    expect(fields.get('loud')?.value).toBe('unknown');
  });

  it('concludes nothing from a tree that is a guess', () => {
    const text = 'title: a\none: {weight: x}';
    expect(decode(text, [1, 2], { guesses: [{ from: 20, to: 21 }] }).findings).toEqual([]);
  });

  it('decodes what many aliases lead to once', () => {
    const level = (index: number): string =>
      `  - &l${index} {name: a, children: [*l${index - 1}, *l${index - 1}]}\n`;
    const levels = Array.from({ length: 12 }, (_, index) => level(index + 1)).join('');
    const { findings } = decode(`title: a\nchildren:\n  - &l0 {name: a, nope: 1}\n${levels}`);
    expect(findings).toHaveLength(1);
  });
});
