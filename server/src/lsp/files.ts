import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import picomatch from 'picomatch';
import { decodeBytes } from '../languages/yaml/bytes';
import { isHostFile } from '../workspace/hosts';
import { ignoreRulesAbove, isIgnored, withIgnoreFilesOf, type IgnoreRules } from '../workspace/ignore-files';
import type { FileReader } from '../workspace/workspace';

/** Bigger files are only looked at when somebody opens them. Bytes. */
const BIGGEST = 16 * 1024 * 1024;
/** The same for files that most probably have nothing for us. Bytes. */
const BIGGEST_HOST = 2 * 1024 * 1024;
/** Folders that hold other people's files. */
const SKIPPED = new Set([
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  'vendor',
  'dist',
  'out',
  'build',
  'coverage',
  '.next',
  '.venv',
  'venv',
  '__pycache__',
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
      if ((await stat(path)).size > (isHostFile(path) ? BIGGEST_HOST : BIGGEST)) return undefined;
      const decoded = decodeBytes(await readFile(path));
      return 'text' in decoded ? decoded.text : undefined;
    } catch {
      return undefined;
    }
  },
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const path = fileURLToPath(folder);
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => pathToFileURL(join(path, name)).href);
  },
};

/** True for a file that {@link findFiles} would find in one of the folders. */
export function isSearched(uri: string, folders: readonly string[]): boolean {
  if (!uri.startsWith('file:') || !mayBeOurs(uri)) return false;
  const root = folders.find((folder) => uri.startsWith(`${folder}/`));
  if (root === undefined) return true;
  const path = fileURLToPath(uri);
  const parents = uri
    .slice(root.length + 1)
    .split('/')
    .slice(0, -1);
  if (parents.some((name) => SKIPPED.has(name))) return false;
  const folder = dirname(path);
  const rules = withIgnoreFilesOf(folder, ignoreRulesAbove(folder, fileURLToPath(root)));
  return !isIgnored(path, false, rules);
}

/** True for names of files that may be ours; content decides. */
function mayBeOurs(name: string): boolean {
  return /\.(?:ya?ml|rules|promql|tmpl|tpl)$/i.test(name) || isHostFile(name);
}

export interface FileSearch {
  readonly signal: AbortSignal;
  /** Globs of files and folders that the user has excluded from the editor, relative to the folder. */
  readonly excluded: readonly string[];
}

interface Folder {
  readonly path: string;
  /** Below the folder that is searched, with a `/` at its end; empty for that itself. */
  readonly relative: string;
  readonly rules: IgnoreRules;
}

/**
 * Walks the folder and gives the URIs of files that may be ours, a folder at a time, until the signal says stop. What
 * ignore files leave out is left out.
 */
export async function* findFiles(folderUri: string, { signal, excluded }: FileSearch): AsyncIterable<string> {
  if (!folderUri.startsWith('file:')) return;
  const root = fileURLToPath(folderUri);
  const isExcluded = excluded.length > 0 ? picomatch([...excluded], { dot: true }) : () => false;
  const waiting: Folder[] = [{ path: root, relative: '', rules: ignoreRulesAbove(root, root) }];
  for (let count = 0; count < MOST_FOLDERS && !signal.aborted; count++) {
    const folder = waiting.shift();
    if (folder === undefined) return;
    const rules = withIgnoreFilesOf(folder.path, folder.rules);
    // A folder that can't be listed has nothing for us; links are not followed, so there are no cycles.
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder.path, entry.name);
      const relative = folder.relative + entry.name;
      const isFolder = entry.isDirectory();
      if (isFolder ? SKIPPED.has(entry.name) : !entry.isFile() || !mayBeOurs(entry.name)) continue;
      if (isExcluded(relative) || isIgnored(path, isFolder, rules)) continue;
      if (isFolder) waiting.push({ path, relative: `${relative}/`, rules });
      else yield pathToFileURL(path).href;
    }
  }
}
