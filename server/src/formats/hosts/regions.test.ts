import { describe, expect, it } from 'vitest';
import { PieceMap } from '../../text/piece-map';
import type { Region } from '../../text/region';
import { holedRegion, partOfRegion } from './regions';

/** The text as a region of a document in which ten characters stand before it. */
function region(text: string): Region {
  const map = new PieceMap([{ fragment: 0, host: 10, length: text.length }]);
  return { language: 'promql', text, map, encode: (edits) => map.encode(edits) };
}

const holed = holedRegion(region('rate(foo[$range])'), [{ from: 9, to: 15 }]);

describe('holedRegion', () => {
  it('fills holes by as many characters', () => {
    expect(holed.text).toBe('rate(foo[xxxxxx])');
    expect(holed.holes).toEqual([{ from: 9, to: 15 }]);
  });

  it.each([
    ['in front of the hole', 9, 9, 19],
    ['a bit behind the hole', 16, 16, 26],
    ['elsewhere', 5, 8, 15],
  ])('writes an edit %s', (_, from, to, host) => {
    expect(holed.encode([{ span: { from, to }, newText: 'x' }])).toMatchObject([{ span: { from: host } }]);
  });

  it.each([
    ['in the hole', 10, 10],
    ['over the hole', 8, 16],
    ['of half of the hole', 5, 12],
    ['that makes its name longer', 15, 15],
  ])('refuses an edit %s', (_, from, to) => {
    expect(holed.encode([{ span: { from, to }, newText: 'x' }])).toHaveProperty('refused');
  });

  it.each([
    ['rate(foo[${range}])', 9, 17, 'x'],
    ['rate(foo[$range])', 9, 15, ':5m'],
    ['rate(foo[$range])', 9, 15, ''],
  ])('writes an edit directly behind it that leaves its name alone: %s', (text, from, to, newText) => {
    const variable = holedRegion(region(text), [{ from, to }]);
    expect(variable.encode([{ span: { from: to, to }, newText }])).toHaveLength(1);
  });

  it('refuses to take away what its name ends at', () => {
    const variable = holedRegion(region('$a+b'), [{ from: 0, to: 2 }]);
    expect(variable.encode([{ span: { from: 2, to: 3 }, newText: '' }])).toHaveProperty('refused');
  });
});

describe('partOfRegion', () => {
  it('is a region of the same host', () => {
    const part = partOfRegion(holed, { from: 5, to: 16 });
    expect(part).toMatchObject({ text: 'foo[xxxxxx]', holes: [{ from: 4, to: 10 }] });
    expect([part.map.toHost(0), part.map.toFragment(15)]).toEqual([15, 0]);
    expect(part.encode([{ span: { from: 0, to: 3 }, newText: 'bar' }])).toEqual([
      { span: { from: 15, to: 18 }, newText: 'bar' },
    ]);
    expect(part.encode([{ span: { from: 4, to: 6 }, newText: '' }])).toHaveProperty('refused');
  });

  it('has no holes where the part has none', () => {
    expect(partOfRegion(holed, { from: 0, to: 4 })).not.toHaveProperty('holes');
  });
});
