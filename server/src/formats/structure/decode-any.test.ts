import { describe, expect, it } from 'vitest';
import { marked, unmarked } from '../../languages/yaml/testing';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeStruct } from './decode';
import type { StructInfo } from './types';

const root: StructInfo = {
  id: 'root',
  title: 'a root',
  link: 'https://example.com',
  fields: [{ name: 'a', type: { kind: 'any' }, summary: 'Anything.' }],
};

describe('decodeAny', () => {
  it.each([
    'a: {b: [1, {c: ~}], d: e}',
    'a: {1: x, "1": y, 1.0: z}',
    'a: {b: c, <<: {d: e}}',
    'a: {true: x, «yes»: y}',
    'a: {1: x, «0x1»: y}',
    'a: {2024-01-01: x, «"2024-01-01"»: y}',
    'a: {~: x, «null»: y}',
    'a: {x: 1, !!binary «eA==»: 2}',
    'a: [{«[b]»: c}]',
    'a: !!int «x»',
    'a: {b: c, «b»: d}',
  ])('%s', (text) => {
    const plain = unmarked(text);
    const [document] = parseYaml(plain, { dialect: 'v2' });
    const context = { text: plain, version: [1, 0], area: 'x', program: 'X', root } as const;
    const { findings } = document?.root ? decodeStruct(document.root, root, context) : { findings: [] };
    expect(
      marked(
        plain,
        findings.map(({ span }) => span),
      ),
    ).toBe(text);
  });
});
