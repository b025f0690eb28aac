/** Go's unicode.IsSpace, which differs from `\s` of JavaScript in U+0085 and U+FEFF. */
const SPACE = /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** What ends a word that isn't in quotes, besides blanks (matcher/parse/lexer.go, isReserved). */
const RESERVED = '{}!=~,\\"\'`';

export function isSpace(character: string): boolean {
  return SPACE.test(character);
}

/** True for characters that names and values have only in double quotes. All are single UTF-16 units. */
export function isReserved(character: string): boolean {
  return RESERVED.includes(character) || isSpace(character);
}
