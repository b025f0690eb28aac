import { SyntaxFault } from './faults';
import type { Source } from './source';
import { TokenQueue } from './token-queue';
import type { MarkKind, SimpleKey } from './tokens';

/** go-yaml's limit on both the depth of flow collections and the number of indentation levels. */
const MAX_DEPTH = 10_000;

/** How far behind the start of a key its `:` may stand, in characters. */
const MAX_KEY_LENGTH = 1024;

/**
 * Where the scanner stands in the structure: which block collections are open and how they are indented, how deep in
 * brackets it is, and which token may turn out to be a key. The tokens that open and end block collections come from
 * here. Rules: go-yaml v3, scannerc.go, simple keys, roll and unroll of indents.
 */
export class Structure {
  readonly queue = new TokenQueue();
  /** Column of the innermost block collection; -1 outside of any. */
  indent = -1;
  flowLevel = 0;
  /** A key may start at the current place. */
  keyAllowed = true;
  readonly #outerIndents: number[] = [];
  /** The last possible key of each flow level. */
  readonly #keys: (SimpleKey | undefined)[] = [undefined];

  constructor(readonly source: Source) {}

  get inFlow(): boolean {
    return this.flowLevel > 0;
  }

  /** Appends a token of `width` that starts at the current place, and steps over it. */
  mark(kind: MarkKind, width: number, key?: SimpleKey): void {
    const from = this.source.pos;
    this.source.pos += width;
    this.queue.append({ kind, from, to: from + width, key });
  }

  /** Ends the block collections that are indented deeper than `column`; their tokens stand at `at`. */
  closeBlocks(column: number, at: number): void {
    if (this.inFlow) return;
    while (this.indent > column) {
      this.queue.append({ kind: 'block-end', from: at, to: at, key: undefined });
      this.indent = this.#outerIndents.pop() ?? -1;
    }
  }

  /** Ends all block collections. */
  reset(at: number): void {
    this.closeBlocks(-1, at);
    this.removeKey();
    this.keyAllowed = false;
  }

  /** Opens a block collection at the current place, unless the innermost one has the same column or more. */
  openBlock(kind: 'block-sequence-start' | 'block-mapping-start'): void {
    this.#openBlockAt(kind, this.source.pos, this.source.column, this.queue.nextNumber);
  }

  /** Opens a block collection whose token goes before the one of that number. */
  #openBlockAt(
    kind: 'block-sequence-start' | 'block-mapping-start',
    from: number,
    column: number,
    number: number,
  ): void {
    if (this.inFlow || this.indent >= column) return;
    this.#outerIndents.push(this.indent);
    this.indent = column;
    if (this.#outerIndents.length > MAX_DEPTH) throw tooDeep(from);
    this.queue.insert(number, { kind, from, to: from, key: undefined });
  }

  openFlow(kind: 'flow-sequence-start' | 'flow-mapping-start'): void {
    const { nextNumber } = this.queue;
    const key = this.saveKey();
    this.#keys.push(this.#newKey(nextNumber, false));
    this.flowLevel++;
    if (this.flowLevel > MAX_DEPTH) throw tooDeep(this.source.pos);
    this.keyAllowed = true;
    this.mark(kind, 1, key);
  }

  closeFlow(kind: 'flow-sequence-end' | 'flow-mapping-end'): void {
    this.removeKey();
    if (this.inFlow) {
      const inner = this.#keys.pop();
      this.flowLevel--;
      // go-yaml forgets here that it waits for the last key inside; without one, that it waits for the bracket.
      const outer = this.#keys[this.flowLevel];
      if (outer !== undefined && outer.number === inner?.number) outer.awaited = false;
    }
    this.keyAllowed = false;
    this.mark(kind, 1);
  }

  /** The token that starts here may be a key, if one is allowed; what was one before isn't any more. */
  saveKey(): SimpleKey | undefined {
    if (!this.keyAllowed) return undefined;
    this.removeKey();
    const key = this.#newKey(this.queue.nextNumber, true);
    this.#keys[this.flowLevel] = key;
    return key;
  }

  #newKey(number: number, possible: boolean): SimpleKey {
    const { pos, lineStart, column } = this.source;
    const required = !this.inFlow && this.indent === column;
    return { number, from: pos, lineStart, required, possible, awaited: possible };
  }

  /** What may have been a key isn't one. */
  removeKey(): void {
    const key = this.#keys[this.flowLevel];
    if (key?.possible !== true) return;
    if (key.required) throw this.#missingColon(key);
    key.possible = false;
  }

  /** At a `:`: makes a key of the token before it. False if there is none. */
  makeKey(): boolean {
    const key = this.#keys[this.flowLevel];
    if (key === undefined || !this.isKeyValid(key)) return false;
    const { number, from, lineStart } = key;
    this.queue.insert(number, { kind: 'key', from, to: from, key: undefined });
    this.#openBlockAt('block-mapping-start', from, from - lineStart, number);
    key.possible = false;
    return true;
  }

  /** Whether the parser must wait for more tokens, because the first of them may turn out to be a key. */
  get firstMayBeKey(): boolean {
    const key = this.queue.first?.key;
    return key?.awaited === true && this.isKeyValid(key);
  }

  /** Whether `key` may still get its `:` at the current place. */
  isKeyValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { pos, lineStart, text } = this.source;
    if (key.lineStart === lineStart && !isLonger(text, key.from, pos)) return true;
    if (key.required) throw this.#missingColon(key);
    key.possible = false;
    return false;
  }

  #missingColon({ from }: SimpleKey): SyntaxFault {
    const to = this.source.lineEnd(from);
    const message =
      to - from > MAX_KEY_LENGTH
        ? `could not find expected ':' within ${MAX_KEY_LENGTH} characters: this key is too long`
        : "could not find expected ':' behind this key";
    return new SyntaxFault('yaml/missing-colon', message, from, to, this.source.pos);
  }
}

function tooDeep(from: number): SyntaxFault {
  return new SyntaxFault('yaml/too-deep', `exceeded max depth of ${MAX_DEPTH}`, from, from + 1);
}

/** Whether the text between two offsets has more characters (code points) than a key may have. */
function isLonger(text: string, from: number, to: number): boolean {
  if (to - from <= MAX_KEY_LENGTH) return false;
  let pairs = 0;
  for (let i = from; i < to; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) pairs++;
  return to - from - pairs > MAX_KEY_LENGTH;
}
