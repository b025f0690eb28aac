import type { JsonArray, JsonEntry, JsonNode, JsonObject, JsonString } from './nodes';
import { decodeString, stringEnd } from './strings';

interface Open {
  readonly from: number;
  /** Of an object; absent for an array. */
  readonly entries?: JsonEntry[];
  readonly items: JsonNode[];
  /** The name whose value is awaited. */
  name?: string;
}

/**
 * Reads a JSON text: its first value with all that is in it. Half-written text gives what can be made out: commas may
 * be missing, what is open at the end is closed there, a bracket without its partner counts for nothing, and a string
 * ends with its line. Takes time in proportion to the text, and never throws, however deep it is nested.
 */
export function readJson(text: string): JsonNode | undefined {
  return new Reader(text).read();
}

class Reader {
  #root: JsonNode | undefined;
  readonly #open: Open[] = [];
  #openObjects = 0;
  #at = 0;

  constructor(private readonly text: string) {}

  read(): JsonNode | undefined {
    while (this.#at < this.text.length && !(this.#root && this.#open.length === 0)) this.#token();
    while (this.#open.length > 0) this.#close();
    return this.#root;
  }

  #token(): void {
    const from = this.#at;
    switch (this.text[from]) {
      case '{':
      case '[':
        this.#at++;
        this.#push(from);
        return;
      case '}':
      case ']':
        this.#at++;
        this.#closeUpTo(this.text[from] === '}');
        return;
      case '"':
        this.#string();
        return;
      case ',': {
        this.#at++;
        const top = this.#open.at(-1);
        if (top) top.name = undefined;
        return;
      }
      default:
        if (isBetween(this.text.charCodeAt(from))) this.#at++;
        else this.#word();
    }
  }

  #push(from: number): void {
    const isObject = this.text[from] === '{';
    if (isObject) this.#openObjects++;
    this.#open.push({ from, entries: isObject ? [] : undefined, items: [] });
  }

  /** Closes the innermost object or array, and what is left open in it; nothing where none is open. */
  #closeUpTo(isObject: boolean): void {
    const count = isObject ? this.#openObjects : this.#open.length - this.#openObjects;
    if (count === 0) return;
    while ((this.#open.at(-1)?.entries !== undefined) !== isObject) this.#close();
    this.#close();
  }

  #close(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const span = { from: closed.from, to: this.#at };
    if (closed.entries) {
      this.#openObjects--;
      this.#add({ kind: 'object', span, entries: closed.entries } satisfies JsonObject);
    } else {
      this.#add({ kind: 'array', span, items: closed.items } satisfies JsonArray);
    }
  }

  #string(): void {
    const from = this.#at;
    const end = stringEnd(this.text, from);
    const isClosed = end < this.text.length && this.text[end] === '"';
    this.#at = isClosed ? end + 1 : end;
    const value = decodeString(this.text.slice(from + 1, end));
    const top = this.#open.at(-1);
    if (top?.entries && top.name === undefined) top.name = value;
    else this.#add({ kind: 'string', span: { from, to: this.#at }, value, isClosed } satisfies JsonString);
  }

  #word(): void {
    const from = this.#at;
    do this.#at++;
    while (this.#at < this.text.length && !endsWord(this.text.charCodeAt(this.#at)));
    this.#add({ kind: 'other', span: { from, to: this.#at } });
  }

  #add(node: JsonNode): void {
    const top = this.#open.at(-1);
    if (!top) this.#root ??= node;
    else if (!top.entries) top.items.push(node);
    else if (top.name !== undefined) {
      top.entries.push({ name: top.name, value: node });
      top.name = undefined;
    }
  }
}

/** White space, a byte order mark, or a colon. */
function isBetween(c: number): boolean {
  return c <= 32 || c === 58 || c === 0xfeff;
}

function endsWord(c: number): boolean {
  // , : " [ ] { }
  return c <= 32 || c === 44 || c === 58 || c === 34 || c === 91 || c === 93 || c === 123 || c === 125;
}
