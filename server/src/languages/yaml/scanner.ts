import type { Span } from '../../text/span';
import {
  AMPERSAND,
  ASTERISK,
  BYTE_ORDER_MARK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  EXCLAMATION,
  GREATER,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  TAB,
  isIndicator,
  isSpaceOrEnd,
} from './characters';
import type { SyntaxCode } from './faults';
import { SyntaxFault, tabFault } from './faults';
import { readAnchor, readDirective, readTag } from './properties';
import type { Dialect } from './resolve';
import { scanBlock, scanPlain, scanQuoted } from './scan-scalars';
import { Source } from './source';
import { Structure } from './structure';
import type { Token } from './tokens';
import { skipLineComment, skipToToken } from './white-space';

/**
 * Cuts a stream into tokens, with the block structure made explicit by its indentation.
 * Rules: go-yaml v3, scannerc.go. Throws `SyntaxFault` where go-yaml refuses the stream.
 */
export class Scanner {
  readonly #source: Source;
  readonly #structure: Structure;
  #ready = false;
  /** The first quoted scalar over several lines with text right behind it: perhaps its quote should close earlier. */
  suspectQuote: Span | undefined;

  constructor(
    readonly text: string,
    readonly dialect: Dialect,
  ) {
    this.#source = new Source(text);
    this.#structure = new Structure(this.#source);
    if (this.#source.peek() === BYTE_ORDER_MARK) this.#source.lineStart = this.#source.pos = 1;
    this.#structure.mark('stream-start', 0);
  }

  /** How far the text was read. */
  get position(): number {
    return this.#source.pos;
  }

  /** The next token. Version 3 of go-yaml reads two more ahead, so that their faults show now. */
  peek(): Token {
    const { queue } = this.#structure;
    if (!this.#ready) {
      const wanted = this.dialect === 'v3' ? 3 : 1;
      while (queue.length < wanted || this.#structure.firstMayBeKey) this.#fetch();
      this.#ready = true;
    }
    if (queue.first === undefined) throw new RangeError('the queue of tokens is empty');
    return queue.first;
  }

  take(): void {
    this.#structure.queue.take();
    this.#ready = false;
  }

  #fetch(): void {
    const source = this.#source;
    const structure = this.#structure;
    const before = source.pos;
    const tabs = structure.inFlow ? 'always' : structure.keyAllowed ? 'none' : 'first-line';
    const brokeLine = skipToToken(source, tabs, this.dialect);
    if (brokeLine && !structure.inFlow) structure.keyAllowed = true;
    structure.closeBlocks(source.column, before);
    if (source.atEnd) {
      // As if a new line started: no `:` can follow for a key that still waits for one.
      source.lineStart = source.pos;
      structure.reset(before);
      structure.mark('stream-end', 0);
    } else if (source.column === 0 && source.peek() === PERCENT) {
      structure.reset(before);
      const from = source.pos;
      const directive = readDirective(source);
      const to = source.lineEnd(from);
      structure.queue.append({ kind: 'directive', from, to, key: undefined, directive });
    } else if (source.atDocumentMarker()) {
      structure.reset(before);
      structure.mark(source.peek() === DASH ? 'document-start' : 'document-end', 3);
    } else {
      const isOnLaterLine = this.#fetchContent();
      const isEntry = structure.queue.last?.kind === 'block-entry';
      if (this.dialect === 'v3' && !isOnLaterLine && !isEntry) skipLineComment(source);
    }
  }

  /** True if a line break behind the token was consumed with it. */
  #fetchContent(): boolean {
    const c = this.#source.peek();
    switch (c) {
      case OPEN_BRACKET:
        this.#structure.openFlow('flow-sequence-start');
        return false;
      case OPEN_BRACE:
        this.#structure.openFlow('flow-mapping-start');
        return false;
      case CLOSE_BRACKET:
        this.#structure.closeFlow('flow-sequence-end');
        return false;
      case CLOSE_BRACE:
        this.#structure.closeFlow('flow-mapping-end');
        return false;
      case COMMA:
        this.#structure.removeKey();
        this.#structure.keyAllowed = true;
        this.#structure.mark('flow-entry', 1);
        return false;
      case ASTERISK:
        this.#fetchName('alias');
        return false;
      case AMPERSAND:
        this.#fetchName('anchor');
        return false;
      case EXCLAMATION:
        this.#fetchTag();
        return false;
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE:
        this.#fetchQuoted();
        return false;
      case PIPE:
      case GREATER:
        if (this.#structure.inFlow) break;
        scanBlock(this.#source, this.#structure);
        return true;
      case DASH:
      case QUESTION:
      case COLON:
        if (!this.#isEntryIndicator(c)) break;
        if (c === DASH) this.#fetchEntry();
        else if (c === QUESTION) this.#fetchKey();
        else this.#fetchValue();
        return false;
    }
    if (!this.#startsPlain(c)) throw this.#strayCharacter();
    return scanPlain(this.#source, this.#structure);
  }

  /** `-` needs a space behind it; so do `?` and `:` outside of flow collections. */
  #isEntryIndicator(c: number): boolean {
    return isSpaceOrEnd(this.#source.peek(1)) || (c !== DASH && this.#structure.inFlow);
  }

  /** What an indicator isn't, before a character that isn't white space, starts text. */
  #startsPlain(c: number): boolean {
    if (!isIndicator(c)) return !isSpaceOrEnd(c);
    return c === DASH || (!this.#structure.inFlow && (c === QUESTION || c === COLON));
  }

  #fetchEntry(): void {
    const structure = this.#structure;
    if (!structure.inFlow) {
      if (!structure.keyAllowed) {
        const message =
          'block sequence entries are not allowed in this context: start the `-` on a line of its own';
        throw this.#notAllowed('yaml/sequence-entry-not-allowed', message);
      }
      structure.openBlock('block-sequence-start');
    }
    structure.removeKey();
    structure.keyAllowed = true;
    structure.mark('block-entry', 1);
  }

  #fetchKey(): void {
    const structure = this.#structure;
    if (!structure.inFlow) {
      if (!structure.keyAllowed) {
        const message =
          'mapping keys are not allowed in this context: put a value that starts with `? ` in quotes';
        throw this.#notAllowed('yaml/mapping-key-not-allowed', message);
      }
      structure.openBlock('block-mapping-start');
    }
    structure.removeKey();
    structure.keyAllowed = !structure.inFlow;
    structure.mark('key', 1);
  }

  #fetchValue(): void {
    const structure = this.#structure;
    if (structure.makeKey()) {
      structure.keyAllowed = false;
    } else {
      if (!structure.inFlow) {
        if (!structure.keyAllowed) {
          throw this.#notAllowed(
            'yaml/mapping-value-not-allowed',
            'mapping values are not allowed in this context',
          );
        }
        structure.openBlock('block-mapping-start');
      }
      structure.keyAllowed = !structure.inFlow;
    }
    structure.mark('value', 1);
  }

  #notAllowed(code: SyntaxCode, message: string): SyntaxFault {
    return new SyntaxFault(code, message, this.#source.pos, this.#source.pos + 1);
  }

  #fetchName(kind: 'anchor' | 'alias'): void {
    const key = this.#structure.saveKey();
    this.#structure.keyAllowed = false;
    const from = this.#source.pos;
    const name = readAnchor(this.#source, kind);
    this.#structure.queue.append({ kind, from, to: this.#source.pos, key, name });
  }

  #fetchTag(): void {
    const key = this.#structure.saveKey();
    this.#structure.keyAllowed = false;
    const from = this.#source.pos;
    const tag = readTag(this.#source);
    this.#structure.queue.append({ kind: 'tag', from, to: this.#source.pos, key, tag });
  }

  #fetchQuoted(): void {
    const from = this.#source.pos;
    const isSuspect = scanQuoted(this.#source, this.#structure);
    if (isSuspect) this.suspectQuote ??= { from, to: this.#source.pos };
  }

  #strayCharacter(): SyntaxFault {
    const source = this.#source;
    const problem = 'found character that cannot start any token';
    if (source.peek() === TAB) return tabFault(source, `${problem}: a tab`);
    const message = `${problem}: put a value that starts with '${source.text.charAt(source.pos)}' in quotes`;
    return new SyntaxFault('yaml/unexpected-character', message, source.pos, source.pos + 1);
  }
}
