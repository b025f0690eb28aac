import type { Change } from './change';

/** Text that can be read in parts; a string is one. Offsets in UTF-16 code units. */
export interface TextSource {
  readonly length: number;
  slice(from: number, to?: number): string;
}

/** How long a block is when it is made. Long enough to be few, short enough to copy in no time. */
const BLOCK = 32 * 1024;

/**
 * A text under edit, kept in blocks, so that an edit copies one block and not the text: a string of some megabytes
 * takes longer to put together than everything else that an edit needs.
 */
export class TextBuffer implements TextSource {
  #blocks: string[];
  /** Where each block starts. */
  #starts: number[] = [];
  #length = 0;
  /** The whole text, while it is known. */
  #whole: string | undefined;

  constructor(text: string) {
    this.#whole = text;
    this.#blocks = blocksOf(text);
    this.#place(0);
  }

  get length(): number {
    return this.#length;
  }

  /** The text from `from` to `to` or the end; both are clamped. */
  slice(from: number, to = this.#length): string {
    const end = Math.min(to, this.#length);
    let result = '';
    for (let i = this.#blockAt(from); i < this.#blocks.length; i++) {
      const start = this.#starts[i] ?? 0;
      if (start >= end) break;
      result += this.#blocks[i]?.slice(Math.max(0, from - start), end - start) ?? '';
    }
    return result;
  }

  /** Costs what the text is long, the first time after an edit. */
  toString(): string {
    return (this.#whole ??= this.#blocks.join(''));
  }

  /** Replaces `[change.from, change.oldTo)` by `inserted`. */
  replace({ from, oldTo }: Change, inserted: string): void {
    this.#whole = undefined;
    const first = this.#blockAt(from);
    const last = this.#blockAt(oldTo);
    const head = this.#blocks[first]?.slice(0, from - (this.#starts[first] ?? 0)) ?? '';
    const tail = this.#blocks[last]?.slice(oldTo - (this.#starts[last] ?? 0)) ?? '';
    const made = blocksOf(head + inserted + tail);
    if (made.length === 1 && first === last) this.#blocks[first] = made[0] ?? '';
    else this.#blocks = [...this.#blocks.slice(0, first), ...made, ...this.#blocks.slice(last + 1)];
    this.#place(first);
  }

  #blockAt(offset: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #place(first: number): void {
    let at = first === 0 ? 0 : (this.#starts[first] ?? 0);
    this.#starts.length = this.#blocks.length;
    for (let i = first; i < this.#blocks.length; i++) {
      this.#starts[i] = at;
      at += this.#blocks[i]?.length ?? 0;
    }
    this.#length = at;
  }
}

/** At least one block, each a part of `text`. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < text.length; at += BLOCK) blocks.push(text.slice(at, at + BLOCK));
  return blocks.length > 0 ? blocks : [''];
}
