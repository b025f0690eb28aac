import type { Token } from './tokens';

/** Tokens between scanner and parser. Those that make a key of a scalar are inserted when its `:` is seen. */
export class TokenQueue {
  #tokens: Token[] = [];
  #head = 0;
  /** How many tokens were taken so far. */
  #taken = 0;

  get length(): number {
    return this.#tokens.length - this.#head;
  }

  get first(): Token | undefined {
    return this.#tokens[this.#head];
  }

  get last(): Token | undefined {
    return this.#tokens[this.#tokens.length - 1];
  }

  /** Number that the next token appended gets. */
  get nextNumber(): number {
    return this.#taken + this.#tokens.length - this.#head;
  }

  append(token: Token): void {
    this.#tokens.push(token);
  }

  /** Inserts `token` before the one with this number; at the end if that one was taken. */
  insert(number: number, token: Token): void {
    const tokens = this.#tokens;
    tokens.push(token);
    if (number < this.#taken) return;
    const index = this.#head + number - this.#taken;
    tokens.copyWithin(index + 1, index, tokens.length - 1);
    tokens[index] = token;
  }

  take(): void {
    this.#head++;
    this.#taken++;
    if (this.#head < 64) return;
    this.#tokens = this.#tokens.slice(this.#head);
    this.#head = 0;
  }
}
