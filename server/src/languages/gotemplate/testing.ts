import type { Span } from '../../text/span';
import type { TemplateResult } from './ast';
import { parseTemplate } from './parse';
import { prometheusTemplates } from './prometheus';

/** For tests: parses a rule's template as the newest known Prometheus does. */
export function parsed(text: string, version: readonly [number, number] = [3, 14]): TemplateResult {
  return parseTemplate(text, prometheusTemplates(version), '__alert_Test');
}

/** For tests: the text without its marks `«` and `»`, and the spans that they were around, in order. */
export function unmark(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') open.push(text.length);
    else if (character === '»') spans.push({ from: open.pop() ?? 0, to: text.length });
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.from - b.from || a.to - b.to) };
}

/** For tests: the text with the spans marked, the reverse of `unmark`. */
export function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  for (let at = 0; at <= text.length; at++) {
    const ends = spans.filter(({ from, to }) => to === at && from < at);
    const starts = spans.filter(({ from, to }) => from === at && to > at);
    const empty = spans.filter(({ from, to }) => from === at && to === at);
    marked +=
      '»'.repeat(ends.length) + '«»'.repeat(empty.length) + '«'.repeat(starts.length) + text.charAt(at);
  }
  return marked;
}

/** For tests: the text without its cursor `‸`, and where that was. */
export function atCursor(marked: string): { text: string; offset: number } {
  return { text: marked.replace('‸', ''), offset: marked.indexOf('‸') };
}
