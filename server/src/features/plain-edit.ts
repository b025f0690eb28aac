import type { TextEdit } from '../text/finding';
import type { TextSource } from '../text/text-buffer';
import type { Refusal } from '../text/region';
import type { Span } from '../text/span';

/** Text that means itself in every notation that programs and files have for strings. */
const PLAIN = /^[\w.:-]+(?: [\w.:-]+)*$/;

/** The part of `span` that is `name`, with or without quotes around it; undefined where it is written otherwise. */
export function withoutQuotes(source: TextSource | string, name: string, span: Span): Span | undefined {
  const written = source.slice(span.from, span.to);
  if (written === name) return span;
  return written.slice(1, -1) === name ? { from: span.from + 1, to: span.to - 1 } : undefined;
}

/** Replaces a name that a document says outside of the texts that languages of ours read. */
export function plainEdit(source: TextSource, name: string, span: Span, newText: string): TextEdit | Refusal {
  const inside = withoutQuotes(source, name, span);
  if (!inside) return { refused: `${name} is put together there` };
  if (!PLAIN.test(newText) || newText.includes(': ') || newText.endsWith(':')) {
    return { refused: `"${newText}" would need an escape there` };
  }
  return { span: inside, newText };
}
