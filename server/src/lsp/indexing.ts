import type { Workspace } from '../workspace/workspace';
import { findFiles } from './files';

/** How many files are read from disk at a time. */
const AT_ONCE = 8;

/** Takes in the files of the workspace's folders in the background, so that requests are answered in between. */
export class Indexer {
  readonly #stop = new AbortController();
  /** Globs of what the user has excluded from the editor. */
  #excluded: readonly string[] = [];

  constructor(private readonly workspace: Workspace) {}

  /** Takes the editor's setting `files.exclude`, globs with true or false; true when it says something else now. */
  exclude(setting: unknown): boolean {
    const before = this.#excluded.join();
    this.#excluded = Object.entries(setting ?? {}).flatMap(([glob, on]) => (on === true ? [glob] : []));
    return this.#excluded.join() !== before;
  }

  /** Resolves when the files of the folders are known. */
  async start(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      const files = findFiles(folder, { signal: this.#stop.signal, excluded: this.#excluded });
      const iterator = files[Symbol.asyncIterator]();
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#read(iterator)));
    }
  }

  /** Reads all again under other settings, which decide what is ours. */
  async again(folders: readonly string[]): Promise<void> {
    for (const uri of [...this.workspace.closedFiles()]) this.workspace.forgetFile(uri);
    await this.start(folders);
  }

  forget(folders: readonly string[]): void {
    for (const uri of [...this.workspace.closedFiles()]) {
      if (folders.some((folder) => uri.startsWith(`${folder}/`))) this.workspace.forgetFile(uri);
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async #read(files: AsyncIterator<string>): Promise<void> {
    for (;;) {
      const next = await files.next();
      if (next.done === true) return;
      await this.workspace.readFile(next.value);
      await new Promise(setImmediate);
    }
  }
}
