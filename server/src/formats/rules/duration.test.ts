import { describe, expect, it } from 'vitest';
import { readDuration } from './duration';

describe('readDuration', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['5m', 300_000],
    ['005m', 300_000],
    ['1h30m', 5_400_000],
    ['1y2w3d4h5m6s7ms', 33_019_506_007],
    ['292y', 292 * 365 * 86_400_000],
    ['9223372036854ms', 9_223_372_036_854],
    [`${'0'.repeat(100)}1s`, 1000],
  ])('reads %s', (text, milliseconds) => {
    expect(readDuration(text)).toEqual({ milliseconds });
  });

  it.each([
    ['', undefined],
    ['5', undefined],
    ['00', undefined],
    ['5m3', undefined],
    ['x', undefined],
    ['m', undefined],
    ['٣m', undefined],
    ['1.5h', undefined],
    ['293y', undefined],
    ['9223372036855ms', undefined],
    ['9'.repeat(100_000), undefined],
    [`${'9'.repeat(100_000)}s`, undefined],
    ['-5m', '5m'],
    [' 5m', '5m'],
    ['5m\n', '5m'],
    ['1h 30m', '1h30m'],
    ['5 minutes', '5m'],
    ['30S', '30s'],
    ['1hour', '1h'],
    ['1d1w', '1w1d'],
    ['5s5m1h', '1h5m5s'],
    ['1m1m', undefined],
    ['300y1m1h', undefined],
  ])('refuses %j and suggests %s', (text, suggestion) => {
    const reading = readDuration(text);
    expect(reading).toHaveProperty('fault');
    expect('fault' in reading && reading.suggestion).toBe(suggestion);
  });

  it.each([
    ['5', 'the duration "5" has no unit; write 5s for seconds or 5m for minutes'],
    ['', 'a duration is due here; write for instance 30s, 5m or 1h30m'],
    ['5q', 'unknown unit "q" in the duration "5q"; the units are y, w, d, h, m, s and ms'],
    ['1.5h', 'the duration "1.5h" has a fraction; use a smaller unit instead (1h30m for 1.5h)'],
    ['300y', 'the duration "300y" is too long: Prometheus knows durations up to 292 years'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(readDuration(text)).toHaveProperty('fault', fault);
  });
});
