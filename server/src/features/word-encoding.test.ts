import { describe, expect, it } from 'vitest';
import { parseYaml } from '../languages/yaml/parse';
import { scalarRegion } from '../languages/yaml/scalar-source';
import { encodingWords } from './word-encoding';

/** The value of the only key of `source`, as a region. */
function regionOf(source: string) {
  const root = parseYaml(source)[0]?.root;
  const value = root?.kind === 'mapping' ? root.pairs[0]?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error('no scalar');
  return scalarRegion(source, value);
}

const SOURCES = [
  'expr: sum(up) == 0\n',
  "expr: 'sum(up) == 0'\n",
  'expr: "sum(up) == 0\\n"\n',
  'expr: |\n  sum(\n    up\n  ) == 0\n',
  'expr: >-\n  sum(\n\n   up\n  )\n  == 0\n',
  '{expr: sum(up)}\n',
  'expr: up\n',
  'expr: |-\n  up\n',
];

describe('encodingWords', () => {
  it.each(SOURCES)('writes what is written without: %j', (source) => {
    const region = regionOf(source);
    const encode = encodingWords(region.text, (edits) => region.encode(edits));
    const from = region.text.indexOf('up');
    const span = { from, to: from + 2 };
    for (const newText of [
      'rate',
      'rate()',
      '(',
      '7',
      'null',
      'true',
      'a:b',
      'a[5m]',
      'a "b"',
      "a 'b'",
      'a # b',
    ]) {
      expect([newText, encode([{ span, newText }])]).toEqual([newText, region.encode([{ span, newText }])]);
    }
  });

  it('tries one word for all', () => {
    const region = regionOf(SOURCES[0] ?? '');
    let tries = 0;
    const encode = encodingWords(region.text, (edits) => {
      tries++;
      return region.encode(edits);
    });
    for (const newText of ['a', 'rate()', 'b_1']) encode([{ span: { from: 4, to: 6 }, newText }]);
    expect(tries).toBe(1);
  });
});
