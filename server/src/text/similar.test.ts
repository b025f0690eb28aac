import { describe, expect, it } from 'vitest';
import { closest } from './similar';

const FUNCTIONS = [
  'rate',
  'irate',
  'increase',
  'histogram_quantile',
  'predict_linear',
  'absent',
  'abs',
  'round',
];

describe('closest', () => {
  it.each([
    ['rat', 'rate'],
    ['rtae', 'rate'],
    ['irrate', 'irate'],
    ['histogram_quantil', 'histogram_quantile'],
    ['histogramm_qunatile', 'histogram_quantile'],
    ['histogramquantile', 'histogram_quantile'],
    ['RATE', 'rate'],
    ['rate', 'rate'],
    ['predict', 'predict_linear'],
    ['histo', 'histogram_quantile'],
    ['rond', 'round'],
    ['mean', undefined],
    ['quantile', undefined],
    ['in', undefined],
    ['', undefined],
  ])('of %j is %j', (word, expected) => {
    expect(closest(word, FUNCTIONS)).toBe(expected);
  });

  it('takes the first of equally near ones', () => {
    expect(closest('bat', ['cat', 'rat'])).toBe('cat');
  });

  it('gives nothing where several go on from the word', () => {
    expect(closest('label', ['label_join', 'label_replace'])).toBeUndefined();
  });

  it.each([
    [0, undefined],
    [1, undefined],
    [2, 'expr'],
  ])('allows %d mistakes', (maxDistance, expected) => {
    expect(closest('ecsr', ['expr'], maxDistance)).toBe(expected);
  });

  it('agrees with the plain distance', () => {
    const words = ['', 'a', 'ab', 'ba', 'abc', 'acb', 'cab', 'dabc', 'badc', 'aabb', 'abab', 'bbbb'];
    for (const a of words) {
      for (const b of words) {
        const distance = [0, 1, 2, 3, 4].find((limit) => closest(a, [b], limit) !== undefined);
        expect([a, b, distance]).toEqual([a, b, plainDistance(a, b)]);
      }
    }
  });

  it('answers quickly among 100,000 names and for very long words', () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `service_${i}_requests_total`);
    expect(closest('service_99999_request_total', names)).toBe('service_99999_requests_total');
    expect(closest('x'.repeat(1_000_000), ['y'.repeat(1_000_000), ...names])).toBeUndefined();
  });
});

/** Optimal string alignment distance by its definition. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const costs = [
    plainDistance(restA, b) + 1,
    plainDistance(a, restB) + 1,
    plainDistance(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    costs.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...costs);
}
