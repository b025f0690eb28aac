import type { Span } from '../../text/span';
import { isReserved, isSpace } from './characters';

/** `invalid` is what no matcher has: a lone `!` or `~`, a backslash, another quote, a string that isn't closed. */
export type TokenKind = '{' | '}' | ',' | '=' | '!=' | '=~' | '!~' | 'quoted' | 'word' | 'invalid';

export interface Token {
  readonly kind: TokenKind;
  /** As it is written, quotes included. */
  readonly text: string;
  readonly span: Span;
}

/** The tokens of matchers in the UTF-8 syntax (matcher/parse/lexer.go), to the end of `text`; blanks are left out. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at++;
      continue;
    }
    const [kind, length] = readToken(text, at);
    tokens.push({ kind, text: text.slice(at, at + length), span: { from: at, to: at + length } });
    at += length;
  }
  return tokens;
}

function readToken(text: string, at: number): readonly [TokenKind, number] {
  const first = text.charAt(at);
  const second = text.charAt(at + 1);
  switch (first) {
    case '{':
    case '}':
    case ',':
      return [first, 1];
    case '=':
      return second === '~' ? ['=~', 2] : ['=', 1];
    case '!':
      if (second === '=') return ['!=', 2];
      return second === '~' ? ['!~', 2] : ['invalid', 1];
    case '"':
      return readQuoted(text, at);
    default:
      return isReserved(first) ? ['invalid', 1] : ['word', wordLength(text, at)];
  }
}

function readQuoted(text: string, at: number): readonly [TokenKind, number] {
  for (let end = at + 1; end < text.length; end++) {
    const character = text.charAt(end);
    if (character === '\\') end++;
    else if (character === '"') return ['quoted', end + 1 - at];
  }
  return ['invalid', text.length - at];
}

function wordLength(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !isReserved(text.charAt(end))) end++;
  return end - at;
}
