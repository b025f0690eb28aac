import type { Span } from '../../text/span';
import type { Entry, ExpositionFormat } from './entries';
import { Fault, METRIC_NAME, QUOTED, type PageCursor } from './page-cursor';
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
    const rest = this.page.restOfLine();
    const line = this.page.text.slice(rest.from, rest.to);
    if (this.page.isOpenMetrics) {
      if (line === '# EOF') return this.endOfPage(rest);
      if (!/^# (?:HELP|TYPE|UNIT) /.test(line)) {
        return this.page.fault(
          'metrics/exposition-line',
          'OpenMetrics has no comments but HELP, TYPE, UNIT and EOF.',
          rest,
        );
      }
    }
    const [head, keyword = ''] = /^#[ \t]+(HELP|TYPE|UNIT)[ \t]+/.exec(line) ?? [];
    if (head === undefined || (keyword === 'UNIT' && !this.page.isOpenMetrics)) {
      this.page.at = Math.min(rest.to + 1, this.page.text.length);
      return undefined;
    }
    this.page.at = rest.from + (this.page.isOpenMetrics ? '# HELP '.length : head.length);
    return this.metadata(keyword.toLowerCase() as 'help' | 'type' | 'unit');
  }

  private endOfPage(span: Span): Fault | undefined {
    this.hasEnd = true;
    this.page.at = Math.min(span.to + 1, this.page.text.length);
    const behind = { from: this.page.at, to: this.page.text.trimEnd().length };
    if (this.page.at === this.page.text.length) return undefined;
    this.page.at = this.page.text.length;
    const place = behind.to > behind.from ? behind : { from: behind.from, to: this.page.text.length };
    return this.page.fault('metrics/exposition-end', 'Nothing may stand behind `# EOF`.', place);
  }

  private metadata(kind: 'help' | 'type' | 'unit'): Entry | Fault {
    const from = this.page.at;
    const quoted = this.page.take(QUOTED);
    const written = quoted || this.page.take(METRIC_NAME);
    if (written === '') {
      return this.page.fault(
        'metrics/exposition-line',
        `A metric's name is expected behind ${kind.toUpperCase()}.`,
      );
    }
    const inner = quoted ? 1 : 0;
    const nameSpan = { from: from + inner, to: this.page.at - inner };
    const name = unescape(this.page.text.slice(nameSpan.from, nameSpan.to));
    const rest = this.page.restOfLine();
    // One character parts name and text, whatever it is; the rest is the text.
    const textSpan = { from: Math.min(rest.from + 1, rest.to), to: rest.to };
    const text = this.page.text.slice(textSpan.from, textSpan.to);
    const isBlank = !this.page.isOpenMetrics && /^[ \t]*$/.test(this.page.text.slice(rest.from, rest.to));
    if (this.page.isOpenMetrics && this.page.text.charAt(rest.from) !== ' ') {
      return this.page.fault('metrics/exposition-line', 'A space is expected behind the name.');
    }
    if (kind === 'type' && (isBlank || !TYPES[this.page.format].includes(text)))
      return this.unknownType(textSpan);
    if (kind === 'unit' && text !== '' && !name.endsWith(`_${text}`)) {
      return this.page.fault(
        'metrics/exposition-unit',
        `${name} does not end with _${text}, its unit.`,
        textSpan,
      );
    }
    this.page.at = Math.min(rest.to + 1, this.page.text.length);
    const span = { from: this.page.lineStart, to: rest.to };
    return { kind, name, nameSpan, text: kind === 'help' ? this.help(isBlank ? '' : text) : text, span };
  }

  /** In the text format a help has no escaped quotes. */
  private help(written: string): string {
    return this.page.isOpenMetrics ? unescape(written) : unescape(written.replaceAll('\\"', '\\\\"'));
  }

  private unknownType(span: Span): Fault {
    const written = this.page.text.slice(span.from, span.to);
    const types = TYPES[this.page.format];
    if (types.includes(written.trim())) {
      return this.page.fault(
        'metrics/exposition-type',
        'One space stands in front of the type, and nothing behind it.',
        span,
      );
    }
    const known = `${types.slice(0, -1).join(', ')} or ${types.at(-1) ?? ''}`;
    return this.page.fault('metrics/exposition-type', `A metric's type is ${known}.`, span);
  }
}
