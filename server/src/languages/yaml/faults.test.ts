import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse';
import { faultsOf, unmarked } from './testing';

// Each text is refused by go-yaml v3 (promtool 3.5); the fault is where the marks are.
describe('faults', () => {
  it.each([
    ['control-character', 'a: b«\x7f»c'],
    ['control-character', 'a: "«\x01»"'],
    ['control-character', 'a: «\x9f»'],
    ['control-character', 'a: «\ufffe»'],
    ['control-character', 'a: «\ud83d»'],

    ['tab-indentation', 'a:\n«\t»b: c'],
    ['tab-indentation', 'a:\n  - b\n «\t\t»- c'],
    ['tab-indentation', 'a: b\n«\t»c: d'],
    ['tab-indentation', 'a: |\n «\t»b'],
    ['tab-indentation', 'a: |\n\n«\t»\n  b'],
    ['tab-indentation', '-«\t»a: b'],

    ['unexpected-character', 'a: «@»b'],
    ['unexpected-character', 'a: «`»b`'],
    ['unexpected-character', 'a: «%»b'],
    ['unexpected-character', '[a, «|»b]'],

    ['mapping-value-not-allowed', 'a: b«:» c'],
    ['mapping-value-not-allowed', 'a: foo{b="c"}«:» d\n'],
    ['mapping-value-not-allowed', 'a: "b"«:» c\n'],
    ['mapping-value-not-allowed', 'a: b\n  «c»: d\n'],
    ['mapping-value-not-allowed', 'r:\n  - a: b\n    c: |\n      d\n   «e»\n    f: g\n'],
    ['missing-colon', '- «a»\n  b: c\n'],
    ['missing-colon', 'a:\n  «b»\n  c: d\n'],
    ['missing-colon', 'a: b\n«c»\nd: e'],
    ['missing-colon', 'a: b\n«c d» # e\n'],
    ['missing-colon', 'a: b\n«"c"»'],
    ['mapping-key-not-allowed', 'a: «?» b'],
    ['sequence-entry-not-allowed', 'a: «-» b'],
    ['sequence-entry-not-allowed', 'a: "b" «-» c'],

    ['bad-indentation', 'a:\n  - b: c\n   «d»: e'],
    ['bad-indentation', 'a:\n  - b: c\n  «d»: e'],
    ['bad-indentation', 'a:\n    - b\n  «- c»'],
    ['bad-indentation', 'a:\n    b: c\n  «d»: e'],
    ['bad-indentation', 'a: |\n    b\n  «c»\nd: e'],
    ['unexpected-content', ' a: b\n«c: d»'],

    ['unexpected-content', 'a: "b" «c»'],
    ['unexpected-content', "a: 'it'«s x'»"],
    ['unexpected-content', 'a: [b] «c»'],
    ['unexpected-content', 'a: {{ b }} «{»{ c }}'],
    ['unexpected-content', 'a: b\n«]»'],
    ['unexpected-content', '[«,» a]'],
    ['unexpected-content', '{a: [«:» b]}'],
    ['unexpected-content', '«...» a'],
    ['unexpected-content', '&a «&b» c'],

    ['unclosed-quote', 'a: «"b»\nc: d'],
    ['unclosed-quote', "a: «'b»\nc: d"],
    ['unclosed-quote', 'a: «"b»\nc: "d"\ne: f'],
    ['unclosed-quote', 'a: «"»\n---\nb: c'],
    ['unclosed-quote', "a: «'b»\nc: 'd'\ne: f"],

    ['bad-escape', 'a: "b«\\d»"'],
    ['bad-escape', 'a: "«\\/»"'],
    ['bad-escape', 'a: "«\\x4»"'],
    ['bad-escape', 'a: "«\\ud83d»\\ude00"'],
    ['bad-escape', 'a: "«\\U00110000»"'],

    ['unclosed-flow', 'a: «[»b, c'],
    ['unclosed-flow', 'a: «{»b: c\nd: e'],
    ['unclosed-flow', 'a: «{»'],
    ['unclosed-flow', '- «[»a\n- b'],
    ['missing-comma', '["a" «"b"»]'],
    ['missing-comma', '[a«}»'],
    ['missing-comma', '{a: b«:» c}'],
    ['missing-comma', 'a: {\n  b: c\n  «d»: e\n}'],
    ['missing-comma', '[a«?»b]'],

    ['block-scalar-header', 'a: | «b»'],
    ['block-scalar-header', 'a: |«0»\n'],
    ['block-scalar-header', 'a: >3«2»\n  b'],

    ['anchor', 'a: «&» b'],
    ['anchor', 'a: «&b.c» d'],
    ['alias', 'a: «*b*»'],
    ['unknown-alias', 'a: «*b»\nc: &b d'],
    ['self-alias', 'a: &b [c, «*b»]'],
    ['tag', 'a: «!b!» c'],
    ['tag', 'a: «!b!c» d'],
    ['tag', 'a: «!<b» c'],
    ['tag', 'a: «!b{» c'],
    ['tag', 'a: «!b%zz» c'],

    ['directive', '«%YAML 1.2»\n---\na: b'],
    ['directive', '«%YAML 1»\n---\na: b'],
    ['directive', '«%YAML 111.1»\n---\na: b'],
    ['directive', '«%YAML 1.1 x»\n---\na: b'],
    ['directive', '%YAML 1.1\n«%YAML 1.1»\n---\na: b'],
    ['directive', '%TAG !a! b\n«%TAG !a! b»\n---\na: b'],
    ['directive', '«%TAG a b»\n---\na: b'],
    ['directive', 'a: b\n«%c: d»'],
    ['unexpected-content', '%YAML 1.1\n«a»'],
  ])('%s: %j', (code, text) => {
    expect(faultsOf(unmarked(text))).toEqual({ codes: [code], marked: text });
  });

  it.each([
    ['a: b: c', 'mapping values are not allowed in this context'],
    ['a: b\nc', "could not find expected ':'"],
    ['a: |\n  b\n c', 'did not find expected key'],
    ['- a\nb: c', "did not find expected '-' indicator"],
    ['[a', "did not find expected ',' or ']'"],
    ['{a', "did not find expected ',' or '}'"],
    ['a: @', 'found character that cannot start any token'],
    ['a: "', 'found unexpected end of stream'],
    ['a: "\\d"', 'found unknown escape character'],
    ['a: *b', "unknown anchor 'b' referenced"],
    ['%YAML 1.2\n---\n', 'found incompatible YAML document'],
    ['a: \x01', 'control characters are not allowed'],
    ['a: b\n\tc: d', 'found a tab character that violates indentation'],
    ['['.repeat(10_001), 'exceeded max depth of 10000'],
  ])('says of %.40j what go-yaml says, first', (text, phrase) => {
    const [fault] = parseYaml(text)[0]?.faults ?? [];
    expect(fault?.message.slice(0, phrase.length)).toBe(phrase);
  });

  it('is not stopped by what go-yaml accepts', () => {
    const accepted = [
      'a:\tb',
      '{\ta: b }',
      'a: "b" # c\n# d\n\t# e\nf: g',
      '"a"#b',
      'a: |\n  b\n # c',
      '- !!str\n- &a\n',
      'a: !x',
      '{}: a',
      'a: {b}',
      'a: [b: c]',
      '? a\n? b',
      'a: ""\n...\nb: c\nd: @',
    ];
    for (const text of accepted) {
      expect({ text, ...faultsOf(text, { firstDocumentOnly: true }) }).toMatchObject({ text, codes: [] });
    }
  });
});

describe('what is seen of the text behind the first document', () => {
  const first = (text: string, dialect?: 'v2' | 'v3'): string[] =>
    faultsOf(text, { firstDocumentOnly: true, dialect }).codes;

  it('is the next two tokens, in version 3 only', () => {
    expect(first('a: b\n---\n@')).toEqual(['unexpected-character']);
    expect(first('a: b\n---\n"c"\n@')).toEqual(['unexpected-character']);
    expect(first('a: b\n---\nc: d\ne: @')).toEqual([]);
    expect(first('a: b\n---\n@', 'v2')).toEqual([]);
  });

  it('is the 512 bytes that were read at once, of control characters', () => {
    const behind = (line: string, count: number): string => `a: b\n...\n${line.repeat(count)}\x01`;
    expect(first(behind('c: d\n', 99))).toEqual(['control-character']);
    expect(first(behind('c: d\n', 101))).toEqual([]);
    expect(first(behind('c: é\n', 85))).toEqual([]);
  });
});
