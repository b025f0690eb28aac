import type { Span } from '../../text/span';
import type { ParseResult, Token } from './ast';
import type { Frame } from './place-frames';
import type { Place } from './place-kinds';
import { placeIn } from './place-of-frame';
import { PlaceScanner } from './place-scanner';

/** A place with the word that is being written there. */
export interface Spot {
  readonly place: Place;
  /** The word up to the cursor and beyond, or an empty span at the cursor. */
  readonly word: Span;
  /** The open brackets around the cursor, innermost last. */
  readonly frames: readonly Frame[];
}

/** The place at `offset` (UTF-16) in the expression; takes time linear in the tokens before it. */
export function spotAt(result: ParseResult, offset: number): Spot {
  const nowhere = { place: { kind: 'nothing' }, word: { from: offset, to: offset }, frames: [] } as const;
  if (result.comments.some(({ span }) => span.from < offset && offset <= span.to)) return nowhere;
  const scanner = new PlaceScanner();
  for (const token of result.tokens) {
    const { from, to } = token.span;
    if (from >= offset) break;
    if (token.kind === 'string' ? isInside(token, offset) : isWord(token) && offset <= to) {
      return { place: placeIn(scanner.place(), token), word: token.span, frames: scanner.frames };
    }
    if (to > offset) return nowhere;
    scanner.read(token);
  }
  return { place: scanner.place(), word: { from: offset, to: offset }, frames: scanner.frames };
}

/** True in a string's quotes, and behind a string that isn't closed. */
function isInside({ text, span }: Token, offset: number): boolean {
  return offset < span.to || (offset === span.to && !isClosed(text));
}

/** True if the source of a string ends with the quote that it began with. */
export function isClosed(text: string): boolean {
  const quote = text.charAt(0);
  if (text.length < 2 || !text.endsWith(quote)) return false;
  const escapes = quote === '`' ? '' : (/\\*$/.exec(text.slice(1, -1))?.[0] ?? '');
  return escapes.length % 2 === 0;
}

/** Words, numbers and what the lexer could make nothing of, such as a lone `!`: all that can be a beginning. */
function isWord({ kind, text }: Token): boolean {
  return kind === 'error' || kind === 'hole' || (kind !== ':' && /^[\w:.]/.test(text));
}
