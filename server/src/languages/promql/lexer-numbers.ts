import { isAlphaNumeric, isDigit } from './lexer-characters';

/**
 * How far a number or a duration reaches, as `scanNumber` and `acceptRemainingDuration` in Prometheus'
 * promql/parser/lex.go decide it. What they pass is not necessarily valid: numbers.ts and durations.ts read it.
 */

const DOT = 46;
const UNDERSCORE = 95;
const ZERO = 48;
/** The letter `s`. */
const SECOND = 115;

function isHexDigit(c: number): boolean {
  return isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);
}

/** False beyond the text's end, where character codes are NaN. */
function isOneOf(c: number, characters: string): boolean {
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) === c) return true;
  return false;
}

/**
 * The end of the number that starts at `from`. Where none does, or something sticks to it, the complement (`~`) of
 * the place up to which it was read.
 */
export function numberEnd(text: string, from: number): number {
  let at = from;
  let digits = isDigit;
  if (text.charCodeAt(at) === ZERO) {
    at++;
    if (isOneOf(text.charCodeAt(at), 'xX')) {
      at++;
      digits = isHexDigit;
      if (text.charCodeAt(at) === UNDERSCORE) at++;
    }
  }
  // A leading dot isn't the number's dot yet: `.5.` is one number, which is refused when it is read.
  if (text.charCodeAt(at) === DOT) at++;
  if (digits(text.charCodeAt(at))) at++;
  let hasDot = false;
  let hasExponent = false;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === DOT) {
      at++;
      if (hasDot) return ~at;
      hasDot = true;
      if (isOneOf(text.charCodeAt(at), '_.')) return ~(at + 1);
      if (digits === isHexDigit) return ~at;
    } else if (isOneOf(c, 'eE')) {
      at++;
      if (hasExponent) return ~at;
      hasExponent = true;
      if (isOneOf(text.charCodeAt(at), '+-')) at++;
      if (isOneOf(text.charCodeAt(at), '._eE')) return ~(at + 1);
      if (at === text.length) return ~at;
    } else if (c === UNDERSCORE) {
      at++;
      if (isOneOf(text.charCodeAt(at), '._eE')) return ~(at + 1);
      if (at === text.length) return ~at;
    } else if (digits(c)) {
      // Digits are taken in runs: a hexadecimal `e` is an exponent only where a run would start with it.
      while (digits(text.charCodeAt(at))) at++;
    } else {
      return at === from || isAlphaNumeric(c) ? ~at : at;
    }
  }
}

/**
 * The end of the duration whose first number was read up to `unit`, -1 where it isn't one or something sticks to it.
 * Wrong units such as `hs` are found when the duration is read.
 */
export function durationEnd(text: string, unit: number): number {
  if (!isOneOf(text.charCodeAt(unit), 'smhdwy')) return -1;
  let at = unit + 1;
  if (text.charCodeAt(at) === SECOND) at++;
  while (isDigit(text.charCodeAt(at))) {
    while (isDigit(text.charCodeAt(at))) at++;
    if (!isOneOf(text.charCodeAt(at), 'smhdw')) return -1;
    at++;
    if (text.charCodeAt(at) === SECOND) at++;
  }
  return isAlphaNumeric(text.charCodeAt(at)) ? -1 : at;
}
