// Where downloaded tools live, and how they get there whole or not at all.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const DONE = '.done';

/** The folder that keeps downloaded tools between runs: `ALERTWRIGHT_CACHE`, or `~/.cache/alertwright`. */
export function cacheFolder() {
  return process.env.ALERTWRIGHT_CACHE ?? join(homedir(), '.cache', 'alertwright');
}

/**
 * The folder `name` of the cache, filled by `install(folder)` when it is missing.
 * The work happens in a folder of its own, which gets its final name only when complete: an interrupted
 * install leaves nothing that looks finished, and of two at the same time the first one's result stays.
 */
export async function cached(name, install) {
  const folder = join(cacheFolder(), name);
  if (existsSync(join(folder, DONE))) return folder;

  console.error(`Installing ${name} into ${cacheFolder()}, once`);
  await mkdir(cacheFolder(), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    await install(partial);
    await writeFile(join(partial, DONE), '');
    if (!existsSync(join(folder, DONE))) await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(join(folder, DONE))) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}
