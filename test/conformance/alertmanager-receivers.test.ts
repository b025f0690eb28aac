import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { differences, ORACLE_VERSION } from './alertmanager-oracle';
import { receiverCases } from './alertmanager-receivers-cases';
import { seededRandom } from './seeded-random';

/** How many files are judged, and from which seed they are taken; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 4000);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

const PART = 500;

describe('receivers, as amtool check-config reads them', () => {
  const all = receiverCases(ORACLE_VERSION, SEED);
  const random = seededRandom(SEED);
  const cases = all.filter(() => random() < COUNT / all.length);

  it('get the same verdict', { timeout: 300_000 }, async () => {
    expect(all.length).toBeGreaterThan(10_000);
    const found: string[] = [];
    for (let from = 0; from < cases.length; from += PART) {
      found.push(...differences(cases.slice(from, from + PART)));
      await setImmediate();
    }
    expect(found.slice(0, 10).join('\n')).toBe('');
  });
});
