/** From the paths on the command line to the files that they mean. */
import { dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { ClassifiedSource } from '../workspace/classify';
import { ignorePatterns, ignoreRulesAbove, isIgnored } from '../workspace/ignore-files';
import type { IgnoreRules } from '../workspace/ignore-files';
import { reasonOf } from './problem';
import type { Problem } from './problem';
import { statOf } from './stat';
import { walk } from './walk';
import type { Glob } from './walk';

/** Standard input, as a path. */
export const STDIN = '-';

/** Standard input as a file called `name`; without a name, it's YAML. */
export function standardInput(name: string | undefined): InputFile {
  return name === undefined
    ? { path: '<stdin>', named: true, recognisedAs: 'stdin.yml' }
    : { path: name, named: true };
}

export interface InputFile {
  /** As reports call it: as given, or below the folder as given with `/` between names. */
  readonly path: string;
  /** Named itself on the command line rather than found in a folder or by a glob. */
  readonly named: boolean;
  /** The name to recognise it by, where that is another. */
  readonly recognisedAs?: string;
}

/** The file as what it is recognised by. */
export function sourceOf({ path, named, recognisedAs }: InputFile, text: string): ClassifiedSource {
  return { path: recognisedAs ?? path, text, explicit: named };
}

export interface InputFiles {
  /** Each file once, in the order of the arguments. */
  readonly files: readonly InputFile[];
  /** Arguments and folders that can't be read. */
  readonly problems: readonly Problem[];
}

/**
 * The files that `paths` mean: files as they are, folders searched, globs (where nothing has that very name) matched
 * below their fixed part, `-` for standard input. `ignored` are patterns as in .gitignore, for all of them.
 */
export function findFiles(
  paths: readonly string[],
  ignored: readonly string[],
  workingDirectory: string,
): InputFiles {
  const search = new Search(ignored, workingDirectory);
  for (const path of paths) search.add(path);
  return { files: [...search.files.values()], problems: search.problems };
}

class Search {
  /** By absolute path. */
  readonly files = new Map<string, InputFile>();
  readonly problems: Problem[] = [];

  constructor(
    private readonly ignored: readonly string[],
    private readonly workingDirectory: string,
  ) {}

  add(given: string): void {
    const absolute = resolve(this.workingDirectory, given);
    const stats = statOf(absolute);
    if (given === STDIN) this.files.set(STDIN, { path: STDIN, named: true });
    else if (stats?.isDirectory()) this.addFolder(given, absolute);
    else if (stats === undefined && picomatch.scan(given).isGlob) this.addGlob(given);
    else this.addNamed(given, absolute);
  }

  /** What is wrong with the file is seen, and said, when it's read. */
  private addNamed(given: string, absolute: string): void {
    const patterns = this.patternsFor(dirname(absolute));
    if (!isIgnored(absolute, false, patterns)) this.files.set(absolute, { path: given, named: true });
  }

  private addGlob(given: string): void {
    const { base, glob } = picomatch.scan(withSlashes(given));
    const depth = glob.includes('**') ? Infinity : glob.split('/').length - 1;
    const root = resolve(this.workingDirectory, base);
    const matcher: Glob = { matches: picomatch(glob, { dot: true }), depth };
    const found = statOf(root)?.isDirectory() === true ? this.addFolder(base, root, matcher) : 0;
    if (found === 0) this.problems.push({ file: given, message: 'no file matches' });
  }

  /** Gives the number of files found. */
  private addFolder(given: string, root: string, glob?: Glob): number {
    const prefix = /^\.?$/.test(given) ? '' : withSlashes(given).replace(/\/*$/, '/');
    const above = ignoreRulesAbove(root, this.workingDirectory);
    // A folder that was named is meant, even if one above it leaves it out.
    const rules = isIgnored(root, true, above) ? [] : above;
    const onError = (relative: string, error: unknown) => {
      this.problems.push({ file: prefix + relative || '.', message: reasonOf(error) });
    };
    let found = 0;
    for (const relative of walk({ root, glob, rules, patterns: this.patternsFor(root), onError })) {
      const absolute = join(root, relative);
      if (!this.files.has(absolute)) this.files.set(absolute, { path: prefix + relative, named: false });
      found++;
    }
    return found;
  }

  /** The command line's patterns start at the working directory, or at a root outside it. */
  private patternsFor(root: string): IgnoreRules {
    const isInside = join(root, '/').startsWith(join(this.workingDirectory, '/'));
    return ignorePatterns(isInside ? this.workingDirectory : root, this.ignored);
  }
}

function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
