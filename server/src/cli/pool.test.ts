import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { threadsFor } from './pool';

const folder = mkdtempSync(join(tmpdir(), 'alertwright-pool-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `count` files, all of `bytes`. */
function files(count: number, bytes: number) {
  const path = join(folder, `${bytes}.yml`);
  writeFileSync(path, 'x'.repeat(bytes));
  return Array.from({ length: count }, () => ({ path, named: false }));
}

describe('threadsFor', () => {
  it.each([
    ['no file', [], 1],
    ['one huge file', files(1, 20_000_000), 1],
    ['many small files', files(1000, 4300), 1],
    ['files that are not there', [{ path: 'nowhere', named: true }], 1],
    ['twice as much as a thread is worth', files(2000, 4300), Math.min(2, availableParallelism())],
    ['very much', files(50_000, 4300), Math.min(8, availableParallelism())],
  ])('%s', (_, input, threads) => {
    expect(threadsFor(input)).toBe(threads);
  });
});
