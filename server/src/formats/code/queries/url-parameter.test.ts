import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../languages/yaml/edits';
import { hostSpan, type Region } from '../../../text/region';
import type { Span } from '../../../text/span';
import { parameterRegion, urlParameters } from './url-parameter';

/** A URL that stands as it is from the start of its file. */
function plainUrl(text: string, holes: readonly Span[] = []): Region {
  return {
    language: 'promql',
    text,
    holes,
    map: { toHost: (offset) => offset, toFragment: (offset) => offset },
    encode: (edits) => [...edits],
  };
}

function valueOf(url: string, holes: readonly Span[] = []): Region {
  const parameter = urlParameters(url, holes).find(({ name }) => name === 'query');
  if (!parameter) throw new Error(`no query in ${url}`);
  return parameterRegion(plainUrl(url, holes), parameter.span);
}

describe('the parameters of a URL', () => {
  it.each([
    ['/q?query=up', ['query=up']],
    ['/q?a=1&query=up&b=2', ['a=1', 'query=up', 'b=2']],
    ['/q?query=a=b', ['query=a=b']],
    ['/q?match%5B%5D=up', ['match[]=up']],
    ['/q?query=up#query=down', ['query=up']],
    ['/q?query=', ['query=']],
    ['/q?flag&query=up', ['query=up']],
    ['/q', []],
    ['/q?', []],
  ])('%s', (url, expected) => {
    const found = urlParameters(url, []).map(({ name, span }) => `${name}=${url.slice(span.from, span.to)}`);
    expect(found).toEqual(expected);
  });

  it('are not those of a hole', () => {
    expect(urlParameters('xxxx?query=up', [{ from: 0, to: 5 }])).toEqual([]);
  });
});

describe('the text of a parameter', () => {
  it.each([
    ['up', 'up'],
    ['up%7Bjob%3D%22a%22%7D', 'up{job="a"}'],
    ['rate(x[5m])', 'rate(x[5m])'],
    ['a+%2B+b', 'a + b'],
    ['a + b', 'a   b'],
    ['%C3%A9%E2%82%AC%F0%9F%98%80', 'é€😀'],
    ['100%', '100%'],
    ['%zz%4', '%zz%4'],
    ['%FF', '\ufffd'],
    ['%C3x', '\ufffdx'],
    ['', ''],
  ])('%s', (raw, text) => {
    expect(valueOf(`/q?query=${raw}&x=1`).text).toBe(text);
  });

  it('keeps holes', () => {
    const url = '/q?query=sum%28xxxx%29&time=yyyy';
    const region = valueOf(url, [
      { from: 15, to: 19 },
      { from: 28, to: 32 },
    ]);
    expect(region).toMatchObject({ text: 'sum(xxxx)', holes: [{ from: 4, to: 8 }] });
  });
});

describe('places in it', () => {
  it.each([
    ['up%7Bjob%3D%22a%22%7D', 'job', 'job'],
    ['up%7Bjob%3D%22a%22%7D', '{', '%7B'],
    ['up%7Bjob%3D%22a%22%7D', '{job="', '%7Bjob%3D%22'],
    ['a+%2B+b', ' + ', '+%2B+'],
    ['a+%2B+b', 'b', 'b'],
    ['%F0%9F%98%80x', '😀', '%F0%9F%98%80'],
    ['%F0%9F%98%80x', 'x', 'x'],
  ])('%s: %s', (raw, part, written) => {
    const url = `/q?query=${raw}`;
    const { text, map } = valueOf(url);
    const from = text.indexOf(part);
    const span = hostSpan(map, { from, to: from + part.length });
    expect(url.slice(span.from, span.to)).toBe(written);
    expect(map.toFragment(span.from)).toBe(from);
    expect(map.toFragment(span.to)).toBe(from + part.length);
  });
});

describe('edits', () => {
  const edit = (raw: string, from: number, to: number, newText: string): string => {
    const url = `/q?query=${raw}&x=1`;
    const encoded = valueOf(url).encode([{ span: { from, to }, newText }]);
    if (!Array.isArray(encoded)) throw new Error(encoded.refused);
    return applyEdits(url, encoded).slice('/q?query='.length, -'&x=1'.length);
  };

  it.each([
    ['up', 0, 2, 'down{a="b"}', 'down%7Ba%3D%22b%22%7D'],
    ['up{a="b"}', 0, 2, 'x & y', 'x%20%26%20y{a="b"}'],
    ['up{a="b"}', 9, 9, '{c="d"}', 'up{a="b"}{c="d"}'],
    ['a+%2B+b', 4, 5, 'c + d', 'a+%2B+c+%2B+d'],
    ['a + b', 5, 5, ' > 1', 'a + b > 1'],
    ['up%7Ba%7D', 3, 4, 'job', 'up%7Bjob%7D'],
    ['%F0%9F%98%80x', 0, 2, 'é', '%C3%A9x'],
    ['', 0, 0, 'up', 'up'],
  ])('%s', (raw, from, to, newText, expected) => {
    expect(edit(raw, from, to, newText)).toBe(expected);
  });

  it('are refused where they would make an escape', () => {
    expect(valueOf('/q?query=100%').encode([{ span: { from: 4, to: 4 }, newText: '41' }])).toHaveProperty(
      'refused',
    );
  });

  it('read back as what was wanted', () => {
    const text = fc.string({ unit: 'grapheme-composite', maxLength: 12 });
    const write = fc.constantFrom(encodeURIComponent, (s: string) =>
      s.replace(/[%&#+]/g, encodeURIComponent),
    );
    fc.assert(
      fc.property(text, text, write, fc.nat(12), fc.nat(12), (before, newText, written, a, b) => {
        const characters = Array.from(before);
        const at = (n: number): number => characters.slice(0, n).join('').length;
        const [from, to] = [at(Math.min(a, b)), at(Math.max(a, b))];
        const after = before.slice(0, from) + newText + before.slice(to);
        expect(valueOf(`/q?query=${edit(written(before), from, to, newText)}`).text).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});
