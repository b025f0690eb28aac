import type { Span } from '../../text/span';
import type { Entry, ExpositionFormat } from './entries';
import { METRIC_NAME, QUOTED, type Fault, type PageCursor } from './page-cursor';
import { unescape } from './values';

/** Types of metrics, by format. */
const TYPES: Readonly<Record<ExpositionFormat, readonly string[]>> = {
  text: ['counter', 'gauge', 'histogram', 'summary', 'untyped'],
  openmetrics: ['counter', 'gauge', 'histogram', 'gaugehistogram', 'summary', 'info', 'stateset', 'unknown'],
};

/** Reads the lines that begin with `#`. */
export class CommentLines {
  /** True when `# EOF` was read. */
  hasEnd = false;

  constructor(private readonly page: PageCursor) {}

  /** An entry, a fault, or nothing where the line says nothing. */
  read(): Entry | Fault | undefined {
    const { page } = this;
    const rest = page.restOfLine();
    const line = page.text.slice(rest.from, rest.to);
    if (page.isOpenMetrics) {
      if (line === '# EOF') return this.endOfPage(rest);
      if (!/^# (?:HELP|TYPE|UNIT) /.test(line)) {
        return page.fault(
          'metrics/exposition-line',
          'OpenMetrics has no comments but HELP, TYPE, UNIT and EOF.',
          rest,
        );
      }
    }
    const [head, keyword = ''] = /^#[ \t]+(HELP|TYPE|UNIT)[ \t]+/.exec(line) ?? [];
    if (head === undefined || (keyword === 'UNIT' && !page.isOpenMetrics)) {
      page.at = Math.min(rest.to + 1, page.text.length);
      return undefined;
    }
    page.at = rest.from + (page.isOpenMetrics ? '# HELP '.length : head.length);
    return this.metadata(keyword.toLowerCase() as 'help' | 'type' | 'unit');
  }

  private endOfPage(span: Span): Fault | undefined {
    const { page } = this;
    this.hasEnd = true;
    page.at = Math.min(span.to + 1, page.text.length);
    const behind = { from: page.at, to: page.text.trimEnd().length };
    if (page.at === page.text.length) return undefined;
    page.at = page.text.length;
    const place = behind.to > behind.from ? behind : { from: behind.from, to: page.text.length };
    return page.fault('metrics/exposition-end', 'Nothing may stand behind `# EOF`.', place);
  }

  private metadata(kind: 'help' | 'type' | 'unit'): Entry | Fault {
    const { page } = this;
    const from = page.at;
    const quoted = page.take(QUOTED);
    const written = quoted || page.take(METRIC_NAME);
    if (written === '') {
      return page.fault(
        'metrics/exposition-line',
        `A metric's name is expected behind ${kind.toUpperCase()}.`,
      );
    }
    const inner = quoted ? 1 : 0;
    const nameSpan = { from: from + inner, to: page.at - inner };
    const name = unescape(page.text.slice(nameSpan.from, nameSpan.to));
    const rest = page.restOfLine();
    // One character parts name and text, whatever it is; the rest is the text.
    const textSpan = { from: Math.min(rest.from + 1, rest.to), to: rest.to };
    const text = page.text.slice(textSpan.from, textSpan.to);
    const isBlank = !page.isOpenMetrics && /^[ \t]*$/.test(page.text.slice(rest.from, rest.to));
    if (page.isOpenMetrics && page.text.charAt(rest.from) !== ' ') {
      return page.fault('metrics/exposition-line', 'A space is expected behind the name.');
    }
    if (kind === 'type' && (isBlank || !TYPES[page.format].includes(text))) return this.unknownType(textSpan);
    if (kind === 'unit' && text !== '' && !name.endsWith(`_${text}`)) {
      return page.fault('metrics/exposition-unit', `${name} does not end with _${text}, its unit.`, textSpan);
    }
    page.at = Math.min(rest.to + 1, page.text.length);
    const span = { from: page.lineStart, to: rest.to };
    return { kind, name, nameSpan, text: kind === 'help' ? this.help(isBlank ? '' : text) : text, span };
  }

  /** In the text format a help has no escaped quotes. */
  private help(written: string): string {
    return this.page.isOpenMetrics ? unescape(written) : unescape(written.replaceAll('\\"', '\\\\"'));
  }

  private unknownType(span: Span): Fault {
    const { page } = this;
    const written = page.text.slice(span.from, span.to);
    const types = TYPES[page.format];
    if (types.includes(written.trim())) {
      return page.fault(
        'metrics/exposition-type',
        'One space stands in front of the type, and nothing behind it.',
        span,
      );
    }
    const known = `${types.slice(0, -1).join(', ')} or ${types.at(-1) ?? ''}`;
    return page.fault('metrics/exposition-type', `A metric's type is ${known}.`, span);
  }
}
