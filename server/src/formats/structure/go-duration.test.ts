import { describe, expect, it } from 'vitest';
import { readGoDuration } from './go-duration';

describe('readGoDuration', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['10s', 10e9],
    ['1m30s', 90e9],
    ['1.5h', 5400e9],
    ['.5ms', 500_000],
    ['1us2µs3μs', 6000],
    ['-1ns', -1],
    ['+5s', 5e9],
    ['1s1h', 3601e9],
  ])('%s', (text, nanoseconds) => {
    expect(readGoDuration(text)).toEqual({ nanoseconds });
  });

  it.each([
    ['', undefined],
    ['5', undefined],
    ['s', undefined],
    ['1 s', undefined],
    ['2562048h', undefined],
    ['2d', '48h'],
    ['1w', '168h'],
  ])('refuses %j', (text, suggestion) => {
    expect(readGoDuration(text)).toMatchObject({
      fault: expect.any(String) as string,
      ...(suggestion ? { suggestion } : {}),
    });
  });
});
