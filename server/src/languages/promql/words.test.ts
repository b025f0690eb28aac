import { describe, expect, it } from 'vitest';
import { durationInWords, numberInWords, ordinal, percent, plural } from './words';

describe('durationInWords', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [0.25, '250 milliseconds'],
    [1.5, '1 second 500 milliseconds'],
    [60, '1 minute'],
    [5400, '1 hour 30 minutes'],
    [86_400, '1 day'],
    [93_600, '1 day 2 hours'],
    [90_061, '1 day 1 hour 1 minute 1 second'],
    [604_800, '1 week'],
    [691_200, '8 days'],
    [31_536_000, '1 year'],
    [63_072_000, '2 years'],
    [-300, 'minus 5 minutes'],
    [1e-7, '1e-7 seconds'],
    [1e300, '1e+300 seconds'],
    [Infinity, 'Infinity seconds'],
    [NaN, 'NaN seconds'],
  ])('%d s is %s', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });
});

describe('numberInWords', () => {
  it.each([
    [1e9, '1 billion'],
    [2.5e6, '2.5 million'],
    [123_456_789, 'about 123 million'],
    [10_000, '10 thousand'],
    [1_073_741_824, '1 GiB = 2^30'],
    [1024, '1 KiB = 2^10'],
    [5_368_709_120, '5 GiB'],
    [1_572_864, '1.5 MiB'],
    [536_870_912, '512 MiB = 2^29'],
    [86_400, '1 day as seconds'],
    [300, '5 minutes as seconds'],
    [5400, '1 hour 30 minutes as seconds'],
    [0.05, '5 %'],
    [0.001, '0.1 %'],
    [0.07, '7 %'],
    [2e-6, '2 millionth'],
    [-86_400, 'minus 1 day as seconds'],
    [0, ''],
    [7, ''],
    [9999, ''],
    [-7, ''],
    [Infinity, 'infinity'],
    [-Infinity, 'minus infinity'],
    [NaN, 'not a number'],
    [1e300, ''],
  ])('%d is %s', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });
});

describe('small words', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [95, '95th'],
    [99.9, '99.9th'],
    [21, '21st'],
  ])('ordinal of %d', (value, words) => {
    expect(ordinal(value)).toBe(words);
  });

  it('writes ratios as per cent', () => {
    expect(percent(0.999)).toBe('99.9 %');
  });

  it('takes the plural for every count but one', () => {
    expect([0, 1, 2].map((n) => plural(n, 'target'))).toEqual(['0 targets', '1 target', '2 targets']);
  });
});
