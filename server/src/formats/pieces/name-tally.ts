/** How often names come in a file, followed piece by piece, so that only those are looked at that need it. */
export class NameTally {
  readonly #counts = new Map<string, number>();
  readonly #repeated = new Set<string>();

  /** Names that come more than once. */
  get repeated(): ReadonlySet<string> {
    return this.#repeated;
  }

  has(name: string): boolean {
    return this.#counts.has(name);
  }

  names(): Iterable<string> {
    return this.#counts.keys();
  }

  count(name: string, by: 1 | -1): void {
    const now = (this.#counts.get(name) ?? 0) + by;
    if (now > 0) this.#counts.set(name, now);
    else this.#counts.delete(name);
    if (now > 1) this.#repeated.add(name);
    else this.#repeated.delete(name);
  }
}
