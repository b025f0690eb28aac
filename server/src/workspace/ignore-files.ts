/** What .gitignore and .alertwrightignore files leave out, as git reads them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';

const IGNORE_FILES = ['.gitignore', '.alertwrightignore'];

/** The rules of one folder's ignore files; `base` is the folder's absolute path. */
interface IgnoreLayer {
  readonly base: string;
  readonly rules: Ignore;
}

/** Ignore rules from the outermost folder to the innermost, whose word counts first. */
export type IgnoreRules = readonly IgnoreLayer[];

/** `outer` and the rules of the ignore files in the absolute `folder`. */
export function withIgnoreFilesOf(folder: string, outer: IgnoreRules): IgnoreRules {
  const texts = IGNORE_FILES.map((name) => readIfThere(join(folder, name))).filter((text) => text !== '');
  return texts.length === 0 ? outer : [...outer, layer(folder, texts)];
}

/**
 * The rules that hold for the absolute `folder` before its own: those of the folders above it in its git work tree,
 * or up to the working directory where there is no git.
 */
export function ignoreRulesAbove(folder: string, workingDirectory: string): IgnoreRules {
  const line = [folder, ...foldersAbove(folder)];
  const root = line.findIndex((at) => existsSync(join(at, '.git')));
  const top = root < 0 ? line.indexOf(workingDirectory) : root;
  const above = line.slice(1, top + 1).reverse();
  return above.reduce<IgnoreRules>((rules, at) => withIgnoreFilesOf(at, rules), []);
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...foldersAbove(parent)];
}

/** Patterns in the notation of .gitignore that hold below the absolute folder `base`. */
export function ignorePatterns(base: string, patterns: readonly string[]): IgnoreRules {
  return patterns.length === 0 ? [] : [layer(base, patterns)];
}

/** True when the innermost rule that says anything about the absolute `path` leaves it out. */
export function isIgnored(path: string, isFolder: boolean, rules: IgnoreRules): boolean {
  for (const { base, rules: own } of [...rules].reverse()) {
    const relative = below(base, path);
    if (relative === undefined) continue;
    const { ignored, unignored } = own.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** `texts` are whole ignore files or single patterns. */
function layer(base: string, texts: readonly string[]): IgnoreLayer {
  const rules = ignore({ ignorecase: false });
  // One at a time: of an array, each string counts as a single pattern.
  for (const text of texts) rules.add(text);
  return { base, rules };
}

/** `path` relative to the folder `base` with `/` between names; undefined for what isn't below it. */
function below(base: string, path: string): string | undefined {
  const prefix = /[\\/]$/.test(base) ? base : join(base, '/');
  return path.startsWith(prefix) ? path.slice(prefix.length).replaceAll('\\', '/') : undefined;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
