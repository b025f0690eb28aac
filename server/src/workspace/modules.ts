import type { CodeValue } from '../languages/code/tree';

export type Exports = ReadonlyMap<string, CodeValue>;

/** How the modules that programs import are read. */
export interface ModuleReader {
  /** The text of a file; undefined where there is none. */
  read(uri: string): Promise<string | undefined>;
  /** The files of a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** What the text exports; undefined for a file that is no program. */
  exportsOf(uri: string, text: string): Exports | undefined;
}

interface Module {
  /** Undefined where no file was found under the name. */
  readonly uri?: string;
  readonly exports?: Exports;
}

/**
 * What files export that other files of the workspace import. Files are read when somebody wants their exports, and
 * only as deep as that: what they import themselves isn't followed.
 */
export class Modules {
  /** By importing file and the module's name as it writes it. */
  readonly #known = new Map<string, Map<string, Module>>();
  /** The importing files of each file that is imported, or that would be if it were there. */
  readonly #importers = new Map<string, Set<string>>();
  /** What was read, also that there was nothing to read. */
  readonly #files = new Map<string, Promise<Exports | undefined>>();

  constructor(private readonly reader: ModuleReader) {}

  /** What the module exports, as far as it was loaded. */
  exportsOf(importer: string, module: string): Exports | undefined {
    return this.#known.get(importer)?.get(module)?.exports;
  }

  /** The file that the importing file means by the module's name, as far as it was loaded. */
  uriOf(importer: string, module: string): string | undefined {
    return this.#known.get(importer)?.get(module)?.uri;
  }

  /** Reads those of the modules that aren't known yet; true when that found exports. */
  async load(importer: string, wanted: Iterable<string>): Promise<boolean> {
    let found = false;
    for (const name of wanted) {
      if (this.#known.get(importer)?.has(name)) continue;
      const module = await this.#find(importer, name);
      const known = this.#known.get(importer) ?? new Map<string, Module>();
      this.#known.set(importer, known.set(name, module));
      found ||= module.exports !== undefined;
    }
    return found;
  }

  /** Forgets what a file exports, or that it was missing; gives the files that import it. */
  changed(uri: string): string[] {
    const importers = [...(this.#importers.get(uri) ?? [])];
    this.#importers.delete(uri);
    this.#files.delete(uri);
    for (const importer of importers) this.#known.delete(importer);
    return importers;
  }

  /** The importing file is gone. */
  forget(importer: string): void {
    this.#known.delete(importer);
  }

  async #find(importer: string, name: string): Promise<Module> {
    if (isPackage(importer, name)) return { exports: await this.#packageExports(importer) };
    const files = moduleFiles(importer, name);
    for (const uri of files) {
      const exports = await this.#exportsOf(uri);
      if (!exports) continue;
      this.#imports(importer, uri);
      return { uri, exports };
    }
    for (const uri of files) this.#imports(importer, uri);
    return {};
  }

  /** What the other files of a Go package declare. */
  async #packageExports(importer: string): Promise<Exports> {
    const files = await this.reader.list(importer.slice(0, importer.lastIndexOf('/')));
    const merged = new Map<string, CodeValue>();
    const siblings = files.filter((uri) => isGo(uri) && !uri.endsWith('_test.go') && uri !== importer);
    for (const uri of siblings.slice(0, MOST_SIBLINGS)) {
      this.#imports(importer, uri);
      for (const [name, value] of (await this.#exportsOf(uri)) ?? []) merged.set(name, value);
    }
    return merged;
  }

  /** What a file exports, read once for all that import it; undefined where there is none. */
  #exportsOf(uri: string): Promise<Exports | undefined> {
    let exports = this.#files.get(uri);
    if (!exports) {
      exports = this.reader
        .read(uri)
        .then((text) => (text === undefined ? undefined : this.reader.exportsOf(uri, text)));
      this.#files.set(uri, exports);
    }
    return exports;
  }

  #imports(importer: string, uri: string): void {
    const importers = this.#importers.get(uri) ?? new Set<string>();
    this.#importers.set(uri, importers.add(importer));
  }
}

/** A Go package with more files than this is known in part. */
const MOST_SIBLINGS = 200;

/** True for the name by which a Go file means the other files of its package. */
function isPackage(importer: string, name: string): boolean {
  return name === '.' && isGo(importer);
}

function isGo(uri: string): boolean {
  return uri.endsWith('.go');
}

/** True for a module that a file of the workspace may be; the others are packages of other people. */
export function isOfWorkspace(importer: string, module: string): boolean {
  return isPackage(importer, module) || moduleFiles(importer, module).length > 0;
}

const SCRIPTS = ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.mts', '.cts'];
/** How many folders above the importing file a name that starts at some root is looked for. */
const MOST_ROOTS = 8;

/** URIs of the files that an importing file may mean by a module's name, likeliest first. */
export function moduleFiles(importer: string, module: string): string[] {
  const folder = importer.slice(0, importer.lastIndexOf('/'));
  if (isGo(importer)) return [];
  return importer.endsWith('.py') ? pythonFiles(folder, module) : scriptFiles(folder, module);
}

/** `./names`, `../lib/names.js`, and `@/lib/names` or `~/lib/names` of a root with or without `src`. */
function scriptFiles(folder: string, module: string): string[] {
  if (/^\.{1,2}(?:\/|$)/.test(module)) return withExtensions(joined(folder, module));
  const alias = /^[@~]\/(.+)$/.exec(module)?.[1];
  if (alias === undefined) return [];
  return foldersAbove(folder).flatMap((root) => [
    ...withExtensions(`${root}/src/${alias}`),
    ...withExtensions(`${root}/${alias}`),
  ]);
}

function withExtensions(path: string): string[] {
  // TypeScript names the files that it is going to make.
  const stem = path.replace(/\.[cm]?jsx?$/, '');
  const direct = /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path) ? [path] : [];
  return [
    ...direct,
    ...SCRIPTS.map((extension) => stem + extension),
    ...SCRIPTS.map((extension) => `${path}/index${extension}`),
  ];
}

/** `.names`, `..lib.names`, and `app.names` from some folder above. */
function pythonFiles(folder: string, module: string): string[] {
  const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  const path = name.replaceAll('.', '/');
  const files = (root: string): string[] =>
    path === '' ? [`${root}/__init__.py`] : [`${root}/${path}.py`, `${root}/${path}/__init__.py`];
  if (dots !== '') return files(joined(folder, '../'.repeat(dots.length - 1) || '.'));
  return foldersAbove(folder).flatMap(files);
}

/** The folder and those above it. */
function foldersAbove(folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; folders.length < MOST_ROOTS && /^[a-z]+:\/\/.*\/.|^\/./.test(at);) {
    folders.push(at);
    at = at.slice(0, at.lastIndexOf('/'));
  }
  return folders;
}

/** The path from a folder, with `.` and `..` followed. */
function joined(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
