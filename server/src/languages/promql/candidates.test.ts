import { describe, expect, it } from 'vitest';
import { Candidates, MOST_SUGGESTIONS } from './candidates';

const make = (label: string) => () => ({ label, kind: 'metric' as const, replace: { from: 0, to: 0 } });

describe('Candidates', () => {
  it.each([
    ['', 'anything', true],
    ['http', 'http_requests_total', true],
    ['req', 'http_requests_total', true],
    ['hrt', 'http_requests_total', true],
    ['HRT', 'http_requests_total', true],
    ['memtot', 'node_memory_MemTotal_bytes', true],
    ['rate5', 'job:http:rate5m', true],
    ['ttp', 'http_requests_total', false],
    ['quests', 'http_requests', false],
    ['htx', 'http_requests_total', false],
    ['.+', '.+', true],
    ['a.b', 'axb', false],
    ['[', '[5m]', true],
    ['(?', 'rate(x)', false],
    ['5', '15m', false],
    ['5', '5m', true],
  ])('%j is short for %s: %s', (word, name, expected) => {
    expect(new Candidates(word).accepts(name)).toBe(expected);
  });

  it('ranks by tier, then in the order of offers, and offers nothing twice', () => {
    const candidates = new Candidates('');
    for (const [tier, name] of [
      [2, 'c'],
      [1, 'b'],
      [1, 'a'],
      [2, 'b'],
    ] as const)
      candidates.add(tier, name, make(name));
    const { items, incomplete } = candidates.result();
    expect(items.map(({ label, rank }) => [label, rank])).toEqual([
      ['b', 1000],
      ['a', 1001],
      ['c', 2000],
    ]);
    expect(incomplete).toBe(false);
  });

  it('is cut, and says so', () => {
    const candidates = new Candidates('');
    for (let i = 0; i < MOST_SUGGESTIONS; i++) candidates.add(2, `x${i}`, make(`x${i}`));
    expect(candidates.result().incomplete).toBe(false);
    candidates.add(1, 'best', make('best'));
    const { items, incomplete } = candidates.result();
    expect([items.length, items[0]?.label, incomplete]).toEqual([MOST_SUGGESTIONS, 'best', true]);
    expect(candidates.hasRoom(2)).toBe(false);
  });
});
