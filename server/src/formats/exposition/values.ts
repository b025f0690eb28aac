/**
 * The number that `text` is for Go's strconv.ParseFloat, without hexadecimal numbers and underscores, as textparse reads
 * it. Undefined for what is no number, or too big for one.
 */
export function parseFloat64(text: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? NaN : undefined;
}

/** A help, a name or a label value without its escapes; other backslashes stand for themselves. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([\\"n])/g, (_, c: string) => (c === 'n' ? '\n' : c));
}
