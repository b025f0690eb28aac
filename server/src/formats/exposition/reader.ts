import type { Span } from '../../text/span';
import type { ExpositionCode } from './codes';
import type { Entry, Exemplar, ExpositionFormat, FaultEntry, SampleEntry, SampleLabel } from './entries';
import { parseFloat64, unescape } from './values';

/** What is wrong at a place; thrown away with the rest of its line. */
class Fault {
  constructor(
    readonly code: ExpositionCode,
    readonly message: string,
    readonly span: Span,
  ) {}
}

const BLANKS = /[ \t]*/y;
const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED = /"(?:[^"\\]|\\[^\n])*"/y;
const QUOTED_ON_LINE = /"(?:[^"\\\n]|\\[^\n])*"/y;
const WORD = /[^ \t\n{}=,"]+|[^ \t\n]/y;
const VALUE = /[^{ \t\n]+/y;
const OPENMETRICS_VALUE = /[^ \n]+/y;
const DIGITS = /\d+/y;

/** Types of metrics, by format. */
const TYPES: Readonly<Record<ExpositionFormat, readonly string[]>> = {
  text: ['counter', 'gauge', 'histogram', 'summary', 'untyped'],
  openmetrics: ['counter', 'gauge', 'histogram', 'gaugehistogram', 'summary', 'info', 'stateset', 'unknown'],
};

/**
 * Reads a page of samples line by line as Prometheus does when it scrapes it (model/textparse/promlex.l, promparse.go,
 * openmetricslex.l, openmetricsparse.go). Prometheus gives up at the first fault; this goes on with the next line.
 */
export class ExpositionReader {
  private at = 0;
  private lineStart = 0;
  /** What the line has of the first label value that goes on in the next one. */
  private brokenValue: Span | undefined;
  private readonly isOpenMetrics: boolean;
  /** True when `# EOF` was read, or its absence was told. */
  private hasEnd = false;

  constructor(
    private readonly text: string,
    readonly format: ExpositionFormat,
  ) {
    this.isOpenMetrics = format === 'openmetrics';
  }

  /** The next entry, undefined at the end. */
  next(): Entry | undefined {
    while (this.at < this.text.length) {
      this.lineStart = this.at;
      this.brokenValue = undefined;
      const entry = this.line();
      if (entry instanceof Fault) return this.skipLine(this.cause(entry));
      if (entry) return entry;
    }
    return this.missingEnd();
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let entry = this.next(); entry; entry = this.next()) yield entry;
  }

  /** A fault behind a label value with a line break is most likely that of its closing quote. */
  private cause(fault: Fault): Fault {
    if (!this.brokenValue) return fault;
    this.at = this.brokenValue.from;
    return this.fault('metrics/exposition-line', NOT_CLOSED, this.brokenValue);
  }

  private missingEnd(): FaultEntry | undefined {
    if (this.hasEnd || !this.isOpenMetrics) return undefined;
    this.hasEnd = true;
    const end = this.text.length;
    const message = 'A page in OpenMetrics ends with a line `# EOF`.';
    return { kind: 'fault', code: 'metrics/exposition-end', message, span: { from: end, to: end } };
  }

  private skipLine({ code, message, span }: Fault): FaultEntry {
    const end = this.text.indexOf('\n', Math.max(this.at, span.from));
    this.at = end < 0 ? this.text.length : end + 1;
    return { kind: 'fault', code, message, span };
  }

  /** An entry, a fault, or nothing where the line says nothing. */
  private line(): Entry | Fault | undefined {
    if (!this.isOpenMetrics) this.take(BLANKS);
    const char = this.text.charAt(this.at);
    if (char === '#') return this.comment();
    if (char === '\n' && !this.isOpenMetrics) {
      this.at++;
      return undefined;
    }
    if (char === '' && !this.isOpenMetrics) return undefined;
    return this.sample();
  }

  /** Takes what the pattern matches here; '' where it doesn't. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken = ''] = pattern.exec(this.text) ?? [];
    this.at += taken.length;
    return taken;
  }

  private skipBlanks(): void {
    if (!this.isOpenMetrics) this.take(BLANKS);
  }

  private fault(code: ExpositionCode, message: string, span = this.here()): Fault {
    return new Fault(code, message, span);
  }

  /** The word here, or where it should be. */
  private here(): Span {
    WORD.lastIndex = this.at;
    const length = WORD.exec(this.text)?.[0].length ?? 0;
    return { from: this.at, to: this.at + length };
  }

  private restOfLine(): Span {
    const end = this.text.indexOf('\n', this.at);
    return { from: this.at, to: end < 0 ? this.text.length : end };
  }

  private comment(): Entry | Fault | undefined {
    const rest = this.restOfLine();
    const line = this.text.slice(rest.from, rest.to);
    if (this.isOpenMetrics) {
      if (line === '# EOF') return this.endOfPage(rest);
      if (!/^# (?:HELP|TYPE|UNIT) /.test(line)) {
        return this.fault(
          'metrics/exposition-line',
          'OpenMetrics has no comments but HELP, TYPE, UNIT and EOF.',
          rest,
        );
      }
    }
    const [head, keyword = ''] = /^#[ \t]+(HELP|TYPE|UNIT)[ \t]+/.exec(line) ?? [];
    if (head === undefined || (keyword === 'UNIT' && !this.isOpenMetrics)) {
      this.at = Math.min(rest.to + 1, this.text.length);
      return undefined;
    }
    this.at = rest.from + (this.isOpenMetrics ? '# HELP '.length : head.length);
    return this.metadata(keyword.toLowerCase() as 'help' | 'type' | 'unit');
  }

  private endOfPage(span: Span): Fault | undefined {
    this.hasEnd = true;
    this.at = Math.min(span.to + 1, this.text.length);
    const behind = { from: this.at, to: this.text.trimEnd().length };
    if (this.at === this.text.length) return undefined;
    this.at = this.text.length;
    const place = behind.to > behind.from ? behind : { from: behind.from, to: this.text.length };
    return this.fault('metrics/exposition-end', 'Nothing may stand behind `# EOF`.', place);
  }

  private metadata(kind: 'help' | 'type' | 'unit'): Entry | Fault {
    const from = this.at;
    const quoted = this.take(QUOTED);
    const written = quoted || this.take(METRIC_NAME);
    if (written === '') {
      return this.fault(
        'metrics/exposition-line',
        `A metric's name is expected behind ${kind.toUpperCase()}.`,
      );
    }
    const inner = quoted ? 1 : 0;
    const nameSpan = { from: from + inner, to: this.at - inner };
    const name = unescape(this.text.slice(nameSpan.from, nameSpan.to));
    const rest = this.restOfLine();
    // One character parts name and text, whatever it is; the rest is the text.
    const textSpan = { from: Math.min(rest.from + 1, rest.to), to: rest.to };
    const text = this.text.slice(textSpan.from, textSpan.to);
    const isBlank = !this.isOpenMetrics && /^[ \t]*$/.test(this.text.slice(rest.from, rest.to));
    if (this.isOpenMetrics && this.text.charAt(rest.from) !== ' ') {
      return this.fault('metrics/exposition-line', 'A space is expected behind the name.');
    }
    if (kind === 'type' && (isBlank || !TYPES[this.format].includes(text))) return this.unknownType(textSpan);
    if (kind === 'unit' && text !== '' && !name.endsWith(`_${text}`)) {
      return this.fault('metrics/exposition-unit', `${name} does not end with _${text}, its unit.`, textSpan);
    }
    this.at = Math.min(rest.to + 1, this.text.length);
    const span = { from: this.lineStart, to: rest.to };
    return { kind, name, nameSpan, text: kind === 'help' ? this.help(isBlank ? '' : text) : text, span };
  }

  /** In the text format a help has no escaped quotes. */
  private help(written: string): string {
    return this.isOpenMetrics ? unescape(written) : unescape(written.replaceAll('\\"', '\\\\"'));
  }

  private unknownType(span: Span): Fault {
    const written = this.text.slice(span.from, span.to);
    const types = TYPES[this.format];
    if (types.includes(written.trim())) {
      return this.fault(
        'metrics/exposition-type',
        'One space stands in front of the type, and nothing behind it.',
        span,
      );
    }
    const known = `${types.slice(0, -1).join(', ')} or ${types.at(-1) ?? ''}`;
    return this.fault('metrics/exposition-type', `A metric's type is ${known}.`, span);
  }

  private sample(): SampleEntry | Fault {
    const from = this.at;
    let name = this.take(METRIC_NAME);
    let nameSpan = { from, to: this.at };
    let labels: SampleLabel[] = [];
    if (name === '' && this.text.charAt(this.at) !== '{') {
      return this.fault('metrics/exposition-line', 'A line starts with the name of a metric, or with `#`.');
    }
    this.skipBlanks();
    if (this.text.charAt(this.at) === '{') {
      const read = this.labels(name === '');
      if (read instanceof Fault) return read;
      labels = read.labels;
      if (read.name) {
        nameSpan = read.name;
        name = unescape(this.text.slice(nameSpan.from, nameSpan.to));
      }
    }
    if (name === '')
      return this.fault('metrics/exposition-name', 'The sample has no name.', { from, to: this.at });
    const value = this.value();
    if (value instanceof Fault) return value;
    const timestamp = this.timestamp();
    if (timestamp instanceof Fault) return timestamp;
    const exemplar = this.exemplar();
    if (exemplar instanceof Fault) return exemplar;
    const to = this.at;
    const end = this.lineEnd();
    if (end) return end;
    const span = { from, to };
    const repeated = repeatedLabel(labels);
    if (repeated)
      return this.fault(
        'metrics/exposition-name',
        `The label ${repeated.name} is there twice.`,
        repeated.nameSpan,
      );
    return {
      kind: 'sample',
      name,
      nameSpan,
      labels,
      value,
      span,
      ...(timestamp !== undefined && { timestamp }),
      ...(exemplar && { exemplar }),
    };
  }

  /** `{…}`, with the name of the metric in it where `wantsName`. Stands behind the bracket then. */
  private labels(wantsName: boolean): { labels: SampleLabel[]; name?: Span } | Fault {
    const labels: SampleLabel[] = [];
    let name: Span | undefined;
    this.at++;
    for (;;) {
      this.skipBlanks();
      if (this.text.charAt(this.at) === '}') break;
      const start = this.at;
      const quoted = this.take(QUOTED);
      const written = quoted || this.take(LABEL_NAME);
      if (written === '') return this.fault('metrics/exposition-line', 'A label or `}` is expected.');
      const inner = quoted ? 1 : 0;
      const nameSpan = { from: start + inner, to: this.at - inner };
      this.skipBlanks();
      const char = this.text.charAt(this.at);
      if (quoted && (char === ',' || char === '}')) {
        if (!wantsName || name) {
          return this.fault('metrics/exposition-name', 'The sample has a name already.', {
            from: start,
            to: this.at,
          });
        }
        name = nameSpan;
        if (char === ',') this.at++;
        continue;
      }
      const label = this.label(nameSpan);
      if (label instanceof Fault) return label;
      labels.push(label);
      this.skipBlanks();
      const isOver = this.text.charAt(this.at) === '}';
      if (this.text.charAt(this.at) === ',') this.at++;
      else if (this.isOpenMetrics && !isOver) {
        return this.fault('metrics/exposition-line', 'A comma or `}` is expected behind a label.');
      }
    }
    this.at++;
    return { labels, ...(name && { name }) };
  }

  /** `="value"` behind a label's name. */
  private label(nameSpan: Span): SampleLabel | Fault {
    if (this.text.charAt(this.at) !== '=') {
      return this.fault('metrics/exposition-line', 'A label is written as `name="value"`.');
    }
    this.at++;
    this.skipBlanks();
    const start = this.at;
    const written = this.take(this.isOpenMetrics ? QUOTED_ON_LINE : QUOTED);
    if (written === '') {
      const isOpen = this.text.charAt(start) === '"';
      const message = isOpen ? NOT_CLOSED : 'A label value stands in double quotes.';
      return this.fault('metrics/exposition-line', message);
    }
    const lineBreak = written.indexOf('\n');
    if (lineBreak >= 0) this.brokenValue ??= { from: start, to: start + lineBreak };
    const valueSpan = { from: start + 1, to: this.at - 1 };
    return {
      name: unescape(this.text.slice(nameSpan.from, nameSpan.to)),
      value: unescape(written.slice(1, -1)),
      nameSpan,
      valueSpan,
    };
  }

  /** The space in front of a value or a timestamp; false where OpenMetrics has none. */
  private skipSpace(): boolean {
    if (!this.isOpenMetrics) {
      this.take(BLANKS);
      return true;
    }
    if (this.text.charAt(this.at) !== ' ') return false;
    this.at++;
    return true;
  }

  private value(): number | Fault {
    const hasSpace = this.skipSpace();
    const start = this.at;
    const written = hasSpace ? this.take(this.isOpenMetrics ? OPENMETRICS_VALUE : VALUE) : '';
    if (written === '') return this.fault('metrics/exposition-line', 'A value is expected.');
    const span = { from: start, to: this.at };
    const value = parseFloat64(written);
    return value ?? this.fault('metrics/exposition-number', `${written.trimEnd()} is no number.`, span);
  }

  /** The timestamp of a sample, or of an exemplar, in milliseconds. */
  private timestamp(): number | undefined | Fault {
    if (this.isOpenMetrics) return this.openMetricsTimestamp();
    this.take(BLANKS);
    const start = this.at;
    const written = this.take(DIGITS);
    if (written === '') return undefined;
    const span = { from: start, to: this.at };
    if (BigInt(written.slice(0, 30)) <= MAX_INT64) return Number(written);
    return this.fault('metrics/exposition-number', 'The timestamp is too big.', span);
  }

  private openMetricsTimestamp(): number | undefined | Fault {
    const { text } = this;
    if (text.charAt(this.at) !== ' ' || text.startsWith(' # {', this.at)) return undefined;
    this.at++;
    const start = this.at;
    const written = this.take(OPENMETRICS_VALUE);
    const seconds = parseFloat64(written);
    if (seconds !== undefined && Number.isFinite(seconds)) return Math.trunc(seconds * 1000);
    const span = { from: start, to: this.at };
    return this.fault('metrics/exposition-number', `${written || 'This'} is no timestamp in seconds.`, span);
  }

  private exemplar(): Exemplar | undefined | Fault {
    if (!this.isOpenMetrics || !this.text.startsWith(' # {', this.at)) return undefined;
    this.at += ' # '.length;
    const read = this.labels(false);
    if (read instanceof Fault) return read;
    const value = this.value();
    if (value instanceof Fault) return value;
    const timestamp = this.timestamp();
    if (timestamp instanceof Fault) return timestamp;
    return { labels: read.labels, value, ...(timestamp !== undefined && { timestamp }) };
  }

  /** Passes over the line break; what stands in front of it is too much. */
  private lineEnd(): Fault | undefined {
    this.skipBlanks();
    if (this.at < this.text.length && this.text.charAt(this.at) !== '\n') {
      const message = this.isOpenMetrics
        ? 'An exemplar (` # {…} value`) or the end of the line is expected.'
        : 'A timestamp in milliseconds or the end of the line is expected.';
      return this.fault('metrics/exposition-line', message);
    }
    this.at = Math.min(this.at + 1, this.text.length);
    return undefined;
  }
}

const NOT_CLOSED = 'The label value is not closed.';
const MAX_INT64 = (1n << 63n) - 1n;

/** The first label whose name another one in front of it has; `__name__` is the sample's own. */
function repeatedLabel(labels: readonly SampleLabel[]): SampleLabel | undefined {
  const names = new Set(['__name__']);
  return labels.find(({ name }) => names.has(name) || !names.add(name));
}
