import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const found = new Map<string, string>();

/**
 * The folder that `scripts/install-<what>.mjs` prints; it downloads what is missing into the cache.
 * Synchronous, so that tests can ask for it while they are being collected.
 */
export function installed(what: 'oracles' | 'vscode'): string {
  let folder = found.get(what);
  if (folder === undefined) {
    const script = fileURLToPath(new URL(`../../scripts/install-${what}.mjs`, import.meta.url));
    folder = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trimEnd();
    found.set(what, folder);
  }
  return folder;
}
