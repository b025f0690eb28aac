import type { TextSource } from '../../text/text-buffer';

/** How much text is taken at a time, UTF-16 units. */
const WINDOW = 64 * 1024;

/** Each line from the line start `from` on, with its offset and its line break. */
export function* linesFrom(text: TextSource, from: number): Iterable<[number, string]> {
  let at = from;
  while (at < text.length) {
    let size = WINDOW;
    let part = text.slice(at, at + size);
    // A line that is longer than the window is taken whole.
    while (part.length === size && !part.includes('\n')) part = text.slice(at, at + (size *= 4));
    let lineStart = 0;
    for (let end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', lineStart)) {
      yield [at + lineStart, part.slice(lineStart, end + 1)];
      lineStart = end + 1;
    }
    if (part.length < size) {
      if (lineStart < part.length) yield [at + lineStart, part.slice(lineStart)];
      return;
    }
    at += lineStart;
  }
}
