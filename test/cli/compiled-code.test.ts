import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CliFolder } from '../support/cli';

const GOOD = 'groups:\n- name: g\n  rules:\n  - record: a:b\n    expr: sum(up)\n';

/** A folder whose command line keeps compiled code in it. */
function folderWithCache() {
  const folder = new CliFolder({ 'rules.yml': GOOD });
  const cache = join(folder.path, 'cache');
  const env: NodeJS.ProcessEnv = { NODE_DISABLE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: cache };
  const check = async (more: NodeJS.ProcessEnv = {}): Promise<unknown> =>
    folder.run(['check', 'rules.yml'], { env: { ...env, ...more } });
  /** The only file that is kept. */
  const kept = (): string => {
    const [name, ...others] = readdirSync(join(cache, 'alertwright'));
    if (name === undefined || others.length > 0) throw new Error('not one file');
    return join(cache, 'alertwright', name);
  };
  return { check, kept, cache };
}

const CLEAN = { code: 0, stdout: 'No problems in 1 file.\n', stderr: '' };

// Where the cache is on other systems can't be chosen.
describe.runIf(process.platform === 'linux')('compiled code', () => {
  it('is kept for its user alone, and used', async () => {
    const { check, kept } = folderWithCache();
    expect(await check()).toEqual(CLEAN);
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
    const { ino } = statSync(kept());
    expect(await check()).toEqual(CLEAN);
    expect(statSync(kept()).ino).toBe(ino);
  });

  it.each([
    ['spoilt', spoil],
    ['cut off', cutOff],
    ['empty', empty],
    ['writable for others', openToOthers],
  ])('is made anew where it is %s', async (_, change) => {
    const { check, kept } = folderWithCache();
    await check();
    change(kept());
    const { ino } = statSync(kept());
    expect(await check()).toEqual(CLEAN);
    expect(statSync(kept()).ino).not.toBe(ino);
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['that is no folder', { XDG_CACHE_HOME: join(process.execPath, 'x') }],
    ['that is relative', { XDG_CACHE_HOME: 'cache' }],
    ['that nobody has', { XDG_CACHE_HOME: undefined, HOME: undefined }],
    ['that is not wanted', { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ])('is not kept in a place %s', async (_, env) => {
    const { check, cache } = folderWithCache();
    expect(await check(env)).toEqual(CLEAN);
    expect(existsSync(cache)).toBe(false);
  });
});

/** Changes bytes all over the file. */
function spoil(path: string): void {
  const content = readFileSync(path);
  for (let at = 0; at < content.length; at += 5000) content[at] = ~(content[at] ?? 0);
  writeFileSync(path, content);
}

function cutOff(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 10_000));
}

function empty(path: string): void {
  writeFileSync(path, '');
}

function openToOthers(path: string): void {
  chmodSync(path, 0o666);
}
