import type { Span } from '../../../text/span';

/**
 * True when what is put into a hole may change what the rest of an expression means: behind a name, `requests${suffix}`
 * may go on with the name, or open braces that the text then closes. In strings and in brackets, and where a hole stands
 * by itself, it is one thing.
 */
export function mayReshape(text: string, holes: readonly Span[]): boolean {
  const outside = holes.filter(
    ({ from, to }) =>
      /[\w:]$/.test(text.slice(Math.max(0, from - 1), from)) && !/^[\w:{]/.test(text.slice(to, to + 1)),
  );
  if (outside.length === 0) return false;
  const enclosed = enclosedStretches(text, holes);
  return outside.some(({ from }) => !enclosed.some((span) => span.from < from && from < span.to));
}

/** Strings, and what stands in brackets. What is in holes counts for nothing. */
function enclosedStretches(text: string, holes: readonly Span[]): Span[] {
  const enclosed: Span[] = [];
  let hole = 0;
  for (let at = 0; at < text.length; at++) {
    while ((holes[hole]?.to ?? Infinity) <= at) hole++;
    if ((holes[hole]?.from ?? Infinity) <= at) continue;
    const close = CLOSE[text.charAt(at)];
    if (close === undefined) continue;
    const from = at;
    for (at++; at < text.length && text.charAt(at) !== close; at++) {
      if (text.charAt(at) === '\\' && close !== ']' && close !== '`') at++;
    }
    enclosed.push({ from, to: at });
  }
  return enclosed;
}

const CLOSE: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '[': ']' };
