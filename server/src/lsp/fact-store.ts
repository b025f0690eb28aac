import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../workspace/analysis';
import type { FactStore } from '../workspace/workspace';

/** Bigger stores are not written. UTF-16 units. */
const BIGGEST = 32 * 1024 * 1024;
const FILE = 'facts.json';

interface Stored {
  /** Of the program that wrote it: what it stored is understood by no other. */
  readonly version: string;
  readonly facts: Readonly<Record<string, readonly Facts[]>>;
}

/**
 * What files said when they were read last, so that a workspace is known sooner the next time: one file in a folder of
 * the editor's, keyed by what the files held. It may be deleted at any time, and what can't be read of it counts as not
 * there.
 */
export class DiskFactStore implements FactStore {
  #stored: ReadonlyMap<string, readonly Facts[]> = new Map();
  /** What was found or kept since the start: this is what is written. */
  readonly #current = new Map<string, readonly Facts[]>();
  #isChanged = false;

  constructor(
    private readonly folder: string,
    private readonly version: string,
  ) {}

  async load(): Promise<void> {
    try {
      const stored = JSON.parse(await readFile(join(this.folder, FILE), 'utf8')) as Partial<Stored>;
      if (stored.version === this.version) this.#stored = new Map(Object.entries(stored.facts ?? {}));
    } catch {
      // None yet, or not readable: everything is read anew.
    }
  }

  find(key: string, text: string): readonly Facts[] | undefined {
    const hash = hashOf(key, text);
    const facts = this.#current.get(hash) ?? this.#stored.get(hash);
    if (facts) this.#current.set(hash, facts);
    return facts;
  }

  keep(key: string, text: string, facts: readonly Facts[]): void {
    this.#current.set(hashOf(key, text), facts);
    this.#isChanged = true;
  }

  /** Writes what this session has seen, without what it hasn't. */
  async save(): Promise<void> {
    if (!this.#isChanged && this.#current.size === this.#stored.size) return;
    const stored: Stored = { version: this.version, facts: Object.fromEntries(this.#current) };
    const text = JSON.stringify(stored);
    if (text.length > BIGGEST) return;
    const file = join(this.folder, FILE);
    const unfinished = `${file}.${process.pid}`;
    await mkdir(this.folder, { recursive: true });
    await writeFile(unfinished, text, { mode: 0o600 });
    await rename(unfinished, file);
    this.#isChanged = false;
  }
}

function hashOf(key: string, text: string): string {
  return createHash('sha1').update(key).update('\0').update(text).digest('base64');
}
