import { describe, expect, it } from 'vitest';
import { readDuration } from './durations';

describe('readDuration', () => {
  it.each([
    ['5m', 300],
    ['0s', 0],
    ['1h30m', 5400],
    ['1y2w3d4h5m6s7ms', 33_019_506.007],
    ['250ms', 0.25],
    ['1234567890s', 1_234_567_890],
    ['292y', 9_208_512_000],
  ])('%s is %d seconds', (text, seconds) => {
    expect(readDuration(text)).toEqual({ seconds });
  });

  it.each([
    ['1d1w', 'not a valid duration string'],
    ['1m1m', 'not a valid duration string'],
    ['1.5m', 'not a valid duration string'],
    ['5hs', 'unknown unit "hs"'],
    ['293y', 'out of range'],
    ['9223372037s', 'out of range'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readDuration(text)).toHaveProperty('problem', expect.stringContaining(reason));
  });
});
