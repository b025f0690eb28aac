/** Brackets inside of brackets; more of them are no program that someone wrote. */
const DEEPEST = 256;

/**
 * Where `source` nests its brackets too deep to be parsed in time that its length accounts for; its length if nowhere.
 * Brackets in quotes don't count.
 */
export function nestingLimit(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    switch (source.charCodeAt(at)) {
      case 0x22: // "
      case 0x27: // '
        at = quotedEnd(source, at);
        break;
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > DEEPEST) return at;
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if (depth > 0) depth--;
        break;
    }
  }
  return source.length;
}

/** The closing quote of what begins at `start`; `start` itself where the line has none, as of an apostrophe. */
function quotedEnd(source: string, start: number): number {
  const quote = source.charCodeAt(start);
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === quote) return at;
    if (code === 0x0a) return start;
    if (code === 0x5c) at++;
  }
  return start;
}
