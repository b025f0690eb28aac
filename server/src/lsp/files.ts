import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeBytes } from '../languages/yaml/bytes';
import type { FileReader } from '../workspace/workspace';

/** Bigger files are only looked at when somebody opens them. Bytes. */
const BIGGEST = 16 * 1024 * 1024;
/** Folders that hold other people's files. */
const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  'vendor',
  'dist',
  'out',
  'build',
  '.terraform',
]);
/** A workspace with more folders than this is indexed in part. */
const MOST_FOLDERS = 20_000;

/** Reads files from disk. Every failure means: nothing to read. */
export const diskReader: FileReader = {
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      if ((await stat(path)).size > BIGGEST) return undefined;
      const decoded = decodeBytes(await readFile(path));
      return 'text' in decoded ? decoded.text : undefined;
    } catch {
      return undefined;
    }
  },
};

/** True for names of files that may be ours; content decides. */
export function mayBeOurs(name: string): boolean {
  return /\.(?:ya?ml|rules|promql|tmpl|tpl)$/i.test(name);
}

/** Walks the folder and gives the URIs of files that may be ours, a folder at a time, until `signal` says stop. */
export async function* findFiles(folderUri: string, signal: AbortSignal): AsyncIterable<string> {
  if (!folderUri.startsWith('file:')) return;
  const waiting = [fileURLToPath(folderUri)];
  for (let count = 0; count < MOST_FOLDERS && !signal.aborted; count++) {
    const folder = waiting.shift();
    if (folder === undefined) return;
    // A folder that can't be listed has nothing for us; links are not followed, so there are no cycles.
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(path);
      else if (entry.isFile() && mayBeOurs(entry.name)) yield pathToFileURL(path).href;
    }
  }
}
