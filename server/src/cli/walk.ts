/** Searching a folder for files to check. */
import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isHostFile } from '../workspace/hosts';
import { isIgnored, withIgnoreFilesOf } from '../workspace/ignore-files';
import type { IgnoreRules } from '../workspace/ignore-files';
import { byCodeUnits } from './order';
import { statOf } from './stat';

/** Files to look into; what they are is told by their content. Those of macOS that begin with `._` hold no text. */
const CANDIDATE = /^(?!\._).*(?:\.(?:ya?ml|rules|promql)(?:\.(?:j2|jinja2?|tpl|tmpl|erb))?|\.(?:tpl|tmpl))$/i;

function isCandidate(name: string): boolean {
  return CANDIDATE.test(name) || (isHostFile(name) && !name.startsWith('._'));
}

/** Folders that hold other people's files or products of a build: searched only if named. */
const SKIPPED_FOLDERS = new Set([
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'dist',
  'out',
  'coverage',
  '.cache',
  '.venv',
  'venv',
  '__pycache__',
  '.terraform',
  '.vscode-test',
]);

export interface Glob {
  /** Whether it matches a path relative to the root of the walk. */
  matches(relative: string): boolean;
  /** How many folders below the root a match may lie. */
  readonly depth: number;
}

export interface Walk {
  /** Absolute. */
  readonly root: string;
  /** Takes the files that match, and the candidates in folders that match; without it, all candidates are taken. */
  readonly glob?: Glob;
  /** Of ignore files above the root. */
  readonly rules: IgnoreRules;
  /** Rules that no ignore file overrules. */
  readonly patterns: IgnoreRules;
  /** Hears of folders that can't be read, as paths relative to the root. */
  readonly onError: (relative: string, error: unknown) => void;
}

interface Folder {
  readonly absolute: string;
  /** With a `/` at its end; empty for the root. */
  readonly relative: string;
  readonly depth: number;
  readonly rules: IgnoreRules;
  /** All candidates below are taken. */
  readonly selected: boolean;
}

/**
 * The files below the root, as paths relative to it with `/` between names, in the order of names.
 * Links to files are followed, links to folders aren't: so the walk ends.
 */
export function walk(options: Walk): Generator<string> {
  const { root, rules, glob } = options;
  return filesIn({ absolute: root, relative: '', depth: 0, rules, selected: !glob }, options);
}

function* filesIn(folder: Folder, options: Walk): Generator<string> {
  const { glob, patterns } = options;
  const rules = withIgnoreFilesOf(folder.absolute, folder.rules);
  for (const entry of entriesOf(folder, options)) {
    const absolute = join(folder.absolute, entry.name);
    const relative = folder.relative + entry.name;
    const isFolder = entry.isDirectory();
    if (isIgnored(absolute, isFolder, patterns) || isIgnored(absolute, isFolder, rules)) continue;

    const matched = glob?.matches(relative) === true;
    const selected = folder.selected || matched;
    if (isFolder) {
      const enters = selected || folder.depth < (glob?.depth ?? 0);
      const inner = { absolute, relative: `${relative}/`, depth: folder.depth + 1, rules, selected };
      if (enters && !SKIPPED_FOLDERS.has(entry.name)) yield* filesIn(inner, options);
    } else if (matched || (selected && isCandidate(entry.name))) {
      if (isFile(entry, absolute)) yield relative;
    }
  }
}

function entriesOf({ absolute, relative }: Folder, { onError }: Walk): Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => byCodeUnits(a.name, b.name));
  } catch (error) {
    onError(relative, error);
    return [];
  }
}

function isFile(entry: Dirent, absolute: string): boolean {
  return entry.isSymbolicLink() ? statOf(absolute)?.isFile() === true : entry.isFile();
}
