import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const LOCK = join(ROOT, 'out', 'build.lock');
const SOURCES = ['server/src', 'client/src', 'esbuild.mjs', 'package.json'];

/**
 * The path of a bundle, which is built first when it is missing or older than the sources. Test files run side by
 * side in processes of their own, so one builds while the others wait.
 */
export async function built(bundle: 'server' | 'cli'): Promise<string> {
  const path = join(ROOT, 'dist', `${bundle}.js`);
  while (isOlderThanSources(path)) {
    if (!takeLock()) {
      await setTimeout(100);
      continue;
    }
    try {
      execFileSync(process.execPath, ['esbuild.mjs', bundle], { cwd: ROOT, stdio: 'pipe' });
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
    break;
  }
  return path;
}

function isOlderThanSources(path: string): boolean {
  const bundle = statSync(path, { throwIfNoEntry: false });
  return !bundle || SOURCES.some((source) => newest(join(ROOT, source)) > bundle.mtimeMs);
}

/** When the newest file at or below `path` was written. */
function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A lock that a killed run left behind lasts a minute. */
function takeLock(): boolean {
  const held = statSync(LOCK, { throwIfNoEntry: false });
  if (held && Date.now() - held.mtimeMs > 60_000) rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(join(LOCK, '..'), { recursive: true });
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}
