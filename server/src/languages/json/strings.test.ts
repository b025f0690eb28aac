import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../text/finding';
import { applyEdits } from '../yaml/edits';
import type { JsonString } from './nodes';
import { readJson } from './read';
import { jsonStringRegion } from './strings';

function stringIn(text: string): JsonString {
  const node = readJson(text);
  if (node?.kind !== 'string') throw new Error(`no string: ${text}`);
  return node;
}

/** A string with each way to write a character, and half a character. */
const written = fc
  .array(
    fc.constantFrom(
      'a',
      '{x="y"}'.replaceAll('"', '\\"'),
      '\\n',
      '\\u0041',
      '\\ud83d\\ude00',
      '\\ud83d',
      '😀',
      '\\/',
      'é',
    ),
  )
  .map((parts) => ` "${parts.join('')}"`);

describe('the region of a JSON string', () => {
  it('has the value, and a map that goes there and back', () => {
    fc.assert(
      fc.property(written, (text) => {
        const region = jsonStringRegion(text, stringIn(text));
        expect(region.text).toBe(JSON.parse(text));
        for (let offset = 0; offset <= region.text.length; offset++) {
          expect(region.map.toFragment(region.map.toHost(offset))).toBe(offset);
          expect(region.map.toFragment(region.map.toHost(offset, 'end'))).toBe(offset);
        }
      }),
    );
  });

  it('writes edits that read as what was wanted', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(5), newText: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(written, edit, (text, { at, length, newText }) => {
        const region = jsonStringRegion(text, stringIn(text));
        const from = at % (region.text.length + 1);
        const edits: TextEdit[] = [
          { span: { from, to: Math.min(region.text.length, from + length) }, newText },
        ];
        const edited = applyEdits(text, region.encode(edits));
        expect(JSON.parse(edited)).toBe(applyEdits(region.text, edits));
      }),
    );
  });

  it.each([
    ['"a\\u0041b"', 1, '\\u0041'],
    ['"a\\"b"', 1, '\\"'],
    ['"\\ud83d\\ude00"', 1, '\\ude00'],
    ['"a\\xb"', 1, '\\'],
  ])('%s: the character at %i is %s', (text, offset, expected) => {
    const { map } = jsonStringRegion(text, stringIn(text));
    expect(text.slice(map.toHost(offset), map.toHost(offset + 1, 'end'))).toBe(expected);
  });
});
