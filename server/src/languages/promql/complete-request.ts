import type { Span } from '../../text/span';
import type { ParseResult, Token } from './ast';
import { Candidates } from './candidates';
import type { MetricKnowledge, PromqlDialect } from './knowledge';
import { isClosed } from './place';
import { escapeFor } from './strings';

export interface CompletionEnv {
  readonly knowledge: MetricKnowledge;
  readonly dialect: PromqlDialect;
}

/** What is asked for, handed to the files that know one kind of place each. */
export interface CompletionRequest {
  readonly result: ParseResult;
  /** The cursor. */
  readonly offset: number;
  /** The word that is replaced; empty at the cursor if there is none. */
  readonly word: Span;
  readonly env: CompletionEnv;
}

/** An empty list for the word at the cursor. */
export function candidatesFor({ result, offset, word }: CompletionRequest): Candidates {
  return new Candidates(result.text.slice(word.from, offset));
}

/** The first character behind the word that is no blank. */
export function nextCharacter({ result, word }: CompletionRequest): string {
  return /\S/.exec(result.text.slice(word.to, word.to + 100))?.[0] ?? '';
}

/** A blank, unless one stands behind the word already. */
export function blankAfter({ result, word }: CompletionRequest): string {
  return /^\s/.test(result.text.slice(word.to, word.to + 1)) ? '' : ' ';
}

/** Text inside an LSP snippet. */
export function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** A string that is being written: its content and how to write something else in its place. */
export interface OpenString {
  readonly content: Span;
  /** `value` as it is written there; behind a string that isn't closed yet, with the closing quote. */
  readonly write: (value: string) => string;
}

/** The string `token` at the cursor, or a new one in double quotes. */
export function openString(token: Token | undefined, offset: number): OpenString {
  if (!token) return { content: { from: offset, to: offset }, write: (value) => JSON.stringify(value) };
  const quote = token.text.charAt(0);
  const closed = isClosed(token.text);
  return {
    content: { from: token.span.from + 1, to: closed ? token.span.to - 1 : offset },
    write: (value) => (escapeFor(quote, value) ?? value) + (closed ? '' : quote),
  };
}
