import type { Suggestion } from '../../text/answers';

/** No list is longer; the editor asks again after the next letter. */
export const MOST_SUGGESTIONS = 500;
/** The same where so many letters are written that the best are those that are meant: long lists take time to send. */
const MOST_FOR_WORDS = 200;
const LETTERS_OF_WORDS = 2;

/** Suggestions for half a word, by how well they fit; bounded, however many are offered. */
export class Candidates {
  /** Absent while nothing is written. */
  readonly #abbreviation: RegExp | undefined;
  readonly #tiers = new Map<number, (() => Omit<Suggestion, 'rank'>)[]>();
  readonly #seen = new Set<string>();
  readonly #most: number;
  #incomplete = false;

  /** @param word what is written before the cursor. */
  constructor(word: string) {
    this.#abbreviation = abbreviation(word);
    this.#most = word.length < LETTERS_OF_WORDS ? MOST_SUGGESTIONS : MOST_FOR_WORDS;
  }

  /** True if what is written may be short for `name`: its letters in this order, the first at a part's start. */
  accepts(name: string): boolean {
    return this.#abbreviation?.test(name) ?? true;
  }

  /** False if a tier can take no more, so that nothing has to be made for it; the list is then known to be cut. */
  hasRoom(tier: number): boolean {
    const hasRoom = (this.#tiers.get(tier)?.length ?? 0) < this.#most;
    if (!hasRoom) this.#incomplete = true;
    return hasRoom;
  }

  /**
   * Offers `name`, which was accepted, once. Lower tiers come first.
   * @param make called only if it is shown.
   */
  add(tier: number, name: string, make: () => Omit<Suggestion, 'rank'>): void {
    if (this.#seen.has(name) || !this.hasRoom(tier)) return;
    this.#seen.add(name);
    const makers = this.#tiers.get(tier);
    if (makers) makers.push(make);
    else this.#tiers.set(tier, [make]);
  }

  /** The best of what was offered, with ranks by tier and then in the order in which they were offered. */
  result(): { items: Suggestion[]; incomplete: boolean } {
    const items: Suggestion[] = [];
    for (const [tier, makers] of [...this.#tiers].sort(([a], [b]) => a - b)) {
      const room = this.#most - items.length;
      if (makers.length > room) this.#incomplete = true;
      makers.slice(0, room).forEach((make, index) => items.push({ ...make(), rank: tier * 1000 + index }));
    }
    return { items, incomplete: this.#incomplete };
  }
}

/** Longer words are no abbreviations of anything; only their beginning is looked at. */
const LONGEST_WORD = 100;

/** As editors filter, in any case. A regular expression, because hundreds of thousands of names may be tried. */
function abbreviation(word: string): RegExp | undefined {
  const letters = Array.from(word.slice(0, LONGEST_WORD), (letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|\-/]/, '\\$&'),
  );
  const [first, ...rest] = letters;
  if (first === undefined) return undefined;
  return new RegExp(
    `(?:^|[^a-zA-Z0-9])${first}${rest.map((letter) => `[^${letter}]*${letter}`).join('')}`,
    'i',
  );
}
