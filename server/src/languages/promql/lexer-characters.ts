/** Classes of characters as Prometheus' promql/parser/lex.go has them: ASCII only, whatever Unicode says. */

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A letter or an underscore. */
export function isAlpha(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}

export function isAlphaNumeric(c: number): boolean {
  return isAlpha(c) || isDigit(c);
}

/** Space, tab, line feed, carriage return. */
export function isBlank(c: number): boolean {
  return c === 32 || c === 10 || c === 9 || c === 13;
}

export function isLineBreak(c: number): boolean {
  return c === 10 || c === 13;
}

/** Behind the word that `from` is in or at: letters, digits, underscores and dots. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  while (isAlphaNumeric(text.charCodeAt(at)) || text.charAt(at) === '.') at++;
  return at;
}

/** Behind the first closing brace from `from` on; the line's end if the line has none. */
export function braceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) if (text.charAt(at++) === '}') break;
  return at;
}

/** The character at `at` for a message. */
export function shown(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? 'end of input' : `'${String.fromCodePoint(point)}'`;
}
