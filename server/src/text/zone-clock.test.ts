import { describe, expect, it } from 'vitest';
import { clockTime, isKnownZone } from './zone-clock';

describe('clockTime', () => {
  it.each([
    ['UTC', '2026-03-29T00:59:59Z', [2026, 3, 29, 0, 59, 59]],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', [2026, 3, 29, 1, 59, 59]],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', [2026, 3, 29, 3, 0, 0]],
    ['Asia/Kolkata', '2025-12-31T23:00:00Z', [2026, 1, 1, 4, 30, 0]],
    ['UTC', '0000-12-31T00:00:00Z', [0, 12, 31, 0, 0, 0]],
  ])('in %s at %s', (zone, instant, shown) => {
    expect(Object.values(clockTime(Date.parse(instant), zone) ?? {})).toEqual(shown);
  });

  it.each([
    [0, 'Europe/Nowhere'],
    [NaN, 'UTC'],
    [1e300, 'UTC'],
  ])('knows nothing of %d in %s', (instant, zone) => {
    expect(clockTime(instant, zone)).toBeUndefined();
  });
});

it('knows zones in upper and lower case', () => {
  expect(['Europe/Paris', 'europe/paris', 'Europe/Pariss', ''].map(isKnownZone)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
