import type { Token } from './tokens';
import { tokenize } from './tokens';

const OPENING = /^[([{]$/;
const CLOSING = /^[)\]}]$/;

/** The tokens of a file and the place where reading stands. */
export class Tokens {
  /** Index of the next token. */
  at = 0;
  readonly all: readonly Token[];
  private readonly end: Token;

  constructor(text: string) {
    this.all = tokenize(text);
    this.end = { kind: 'end', text: '', from: text.length, to: text.length };
  }

  get token(): Token {
    return this.all[this.at] ?? this.end;
  }

  get isAtEnd(): boolean {
    return this.token.kind === 'end';
  }

  /** Where the token in front ends. */
  get lastEnd(): number {
    return this.all[this.at - 1]?.to ?? 0;
  }

  is(text: string): boolean {
    return this.token.text === text;
  }

  next(): void {
    if (!this.isAtEnd) this.at++;
  }

  accept(text: string): boolean {
    if (!this.is(text) || this.isAtEnd) return false;
    this.at++;
    return true;
  }

  /** Whether the token behind the next one is `text`. */
  isNext(text: string): boolean {
    return this.all[this.at + 1]?.text === text;
  }

  /** Passes over brackets and all in them, if some open here. */
  skipBrackets(): void {
    let depth = 0;
    do {
      const { text } = this.token;
      if (OPENING.test(text)) depth++;
      else if (CLOSING.test(text)) depth--;
      if (depth === 0 && !CLOSING.test(text)) return;
      this.next();
    } while (depth > 0 && !this.isAtEnd);
  }

  /** Passes over everything up to the end of the statement. */
  skipStatement(): void {
    while (!this.isAtEnd && !this.accept(';') && !this.is('}')) {
      if (OPENING.test(this.token.text)) this.skipBrackets();
      else this.next();
    }
  }

  /** Passes over a type: https://go.dev/ref/spec#Types */
  skipType(): void {
    for (;;) {
      const { kind, text } = this.token;
      if (text === '*' || text === '<-' || text === 'chan') this.next();
      else if (text === '[') this.skipBrackets();
      else if (text === 'map') this.next();
      else if (text === 'struct' || text === 'interface') {
        this.next();
        if (this.is('{')) this.skipBrackets();
        return;
      } else if (text === 'func') {
        this.next();
        this.skipSignature();
        return;
      } else if (kind === 'name') {
        this.next();
        while (this.accept('.')) {
          this.next();
        }
        if (this.is('[')) this.skipBrackets();
        return;
      } else {
        if (text === '(') this.skipBrackets();
        return;
      }
    }
  }

  /**
   * Passes over a function's receiver, name, parameters and results, up to its block. Gives the names in it that may be
   * those of parameters.
   */
  skipSignature(): string[] {
    const names: string[] = [];
    let depth = 0;
    while (!this.isAtEnd) {
      const { kind, text } = this.token;
      const before = this.all[this.at - 1]?.text;
      if (depth === 0 && (CLOSING.test(text) || /^[,;=:]$/.test(text))) break;
      if (text === '{') {
        if (before !== 'struct' && before !== 'interface') break;
        this.skipBrackets();
        continue;
      }
      if (OPENING.test(text)) depth++;
      else if (CLOSING.test(text)) depth--;
      else if (kind === 'name' && depth === 1 && (before === '(' || before === ',')) names.push(text);
      this.next();
    }
    return names;
  }

  /** The targets of an assignment between two tokens: a name by itself, or nothing that is known. */
  targets(from: number, to: number): (string | undefined)[] {
    const targets: (string | undefined)[] = [];
    for (let at = from; at < to; at++) {
      const token = this.all[at];
      const isStart = at === from || this.all[at - 1]?.text === ',';
      const isEnd = at === to - 1 || this.all[at + 1]?.text === ',';
      if (isStart) targets.push(isEnd && token?.kind === 'name' ? token.text : undefined);
    }
    return targets;
  }
}
