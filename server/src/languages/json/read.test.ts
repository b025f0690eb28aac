import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonNode } from './nodes';
import { readJson } from './read';

/** The value as JSON.parse would give it, for what is no string, array or object its text. */
function plain(text: string, node: JsonNode | undefined): unknown {
  switch (node?.kind) {
    case 'string':
      return node.value;
    case 'array':
      return node.items.map((item) => plain(text, item));
    case 'object':
      return Object.fromEntries(node.entries.map(({ name, value }) => [name, plain(text, value)]));
    case 'other':
      return JSON.parse(text.slice(node.span.from, node.span.to));
    case undefined:
      return undefined;
  }
}

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(plain(text, readJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['{"a": "b" "c": 1}', { a: 'b', c: 1 }],
    ['{"a": , "b": 1}', { b: 1 }],
    ['{"a": [1, 2', { a: [1, 2] }],
    ['{"a": {"b": [1}, "c": 2}', { a: { b: [1] }, c: 2 }],
    ['{"a": [1}], "c": 2}', { a: [1] }],
    ['{"a": "b\n, "c": 2}', { a: 'b', c: 2 }],
    ['{"a": "b\\\n, "c": 2}', { a: 'b\\', c: 2 }],
    [']}{"a": 1}', { a: 1 }],
    ['\ufeff{"a": 1} {"b": 2}', { a: 1 }],
    ['{"a": 1, "a": 2}', { a: 2 }],
    ['', undefined],
  ])('makes out of %s what can be made out', (text, expected) => {
    expect(plain(text, readJson(text))).toEqual(expected);
  });

  it('has places', () => {
    const text = ' {"a": ["x\\n", 12]}';
    const root = readJson(text);
    const [array] = root?.kind === 'object' ? root.entries.map(({ value }) => value) : [];
    const spans = [root, array, ...(array?.kind === 'array' ? array.items : [])].map((node) => node?.span);
    expect(spans.map((span) => text.slice(span?.from, span?.to))).toEqual([
      text.trim(),
      '["x\\n", 12]',
      '"x\\n"',
      '12',
    ]);
  });

  it('never throws, and no nesting is too deep', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'{}[]",:\\\n1ab'.split(''))), (parts) => {
        readJson(parts.join(''));
      }),
    );
    expect(readJson('['.repeat(200_000))?.kind).toBe('array');
    expect(readJson('[{"a":'.repeat(100_000) + '}'.repeat(100_000))?.kind).toBe('array');
  });
});
