import { shown } from './lexer-characters';

/**
 * Where the lexer is: outside of all brackets; in braces; in square brackets before the first number, where only
 * what durations are made of may stand; or in square brackets after it.
 */
export type LexerMode = 'statement' | 'braces' | 'range start' | 'range';

/** What characters of other languages are meant to be. */
const HINTS: Readonly<Record<string, string | undefined>> = {
  '&': '; the operator is "and"',
  '|': '; the operator is "or"',
  $: '; variables of Grafana are not known to Prometheus',
  ';': '; an expression ends with the text',
};

/** What is still open at the end of the text, if anything. */
export function unclosedMessage(mode: LexerMode, openParens: number): string | undefined {
  if (mode === 'braces') return 'unexpected end of input inside braces: write the closing "}"';
  if (mode === 'range start') {
    return 'unexpected end of input in duration expression: write a duration and "]"';
  }
  if (openParens > 0) return 'unclosed left parenthesis: write the closing ")"';
  return mode === 'range' ? 'unclosed left bracket: write the closing "]"' : undefined;
}

/** Why no token begins at `at`, outside of braces. */
export function symbolMessage(text: string, at: number): string {
  const character = text.charAt(at);
  switch (character) {
    case '[':
      return 'unexpected left bracket "["';
    case ']':
      return 'unexpected right bracket "]": nothing is open here';
    case ':':
      return 'unexpected colon ":": one is enough, between range and step';
    case '=':
      return `unexpected character after '=': '~'; "=~" stands inside braces only`;
    case '!':
      return `unexpected character after '!': ${shown(text, at + 1)}; not equal is "!="`;
    default:
      return `unexpected character: ${shown(text, at)}${HINTS[character] ?? ''}`;
  }
}

/** Why no token begins at `at`, in braces. */
export function braceMessage(text: string, at: number): string {
  const where = 'inside braces';
  const character = text.charAt(at);
  switch (character) {
    case '!':
      return `unexpected character after '!' ${where}: ${shown(text, at + 1)}`;
    case '{':
      return 'unexpected left brace "{"';
    case '[':
    case ')':
      return `unexpected character ${where}: '${character}', expected "}" before it`;
    case '-':
    case '.':
    case '/':
      return `unexpected character ${where}: '${character}', write such a label name in quotes`;
    default:
      return `unexpected character ${where}: ${shown(text, at)}`;
  }
}

/** Why no token begins at `at`, in square brackets: before the first number, or `isBehindNumber`. */
export function rangeMessage(text: string, at: number, isBehindNumber = false): string {
  return isBehindNumber
    ? `unexpected character: ${shown(text, at)}, expected ':' or "]"`
    : `unexpected character in duration expression: ${shown(text, at)}`;
}
