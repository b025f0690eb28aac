import type { Span } from '../../text/span';
import type { Exemplar, SampleEntry, SampleLabel } from './entries';
import { Fault, METRIC_NAME, QUOTED, type PageCursor } from './page-cursor';
import { parseFloat64, unescape } from './values';

const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED_ON_LINE = /"(?:[^"\\\n]|\\[^\n])*"/y;
const VALUE = /[^{ \t\n]+/y;
const OPENMETRICS_VALUE = /[^ \n]+/y;
const DIGITS = /\d+/y;
const BLANKS = /[ \t]*/y;

export const NOT_CLOSED = 'The label value is not closed.';
const MAX_INT64 = (1n << 63n) - 1n;

/** Reads the lines of samples. */
export class SampleLines {
  constructor(private readonly page: PageCursor) {}

  /** The sample here, with the line break behind it. */
  read(): SampleEntry | Fault {
    const from = this.page.at;
    let name = this.page.take(METRIC_NAME);
    let nameSpan = { from, to: this.page.at };
    let labels: SampleLabel[] = [];
    if (name === '' && this.page.text.charAt(this.page.at) !== '{') {
      return this.page.fault(
        'metrics/exposition-line',
        'A line starts with the name of a metric, or with `#`.',
      );
    }
    this.page.skipBlanks();
    if (this.page.text.charAt(this.page.at) === '{') {
      const read = this.labels(name === '');
      if (read instanceof Fault) return read;
      labels = read.labels;
      if (read.name) {
        nameSpan = read.name;
        name = unescape(this.page.text.slice(nameSpan.from, nameSpan.to));
      }
    }
    if (name === '')
      return this.page.fault('metrics/exposition-name', 'The sample has no name.', {
        from,
        to: this.page.at,
      });
    const value = this.value();
    if (value instanceof Fault) return value;
    const timestamp = this.timestamp();
    if (timestamp instanceof Fault) return timestamp;
    const exemplar = this.exemplar();
    if (exemplar instanceof Fault) return exemplar;
    const to = this.page.at;
    const end = this.lineEnd();
    if (end) return end;
    const span = { from, to };
    const repeated = repeatedLabel(labels);
    if (repeated)
      return this.page.fault(
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
    this.page.at++;
    for (;;) {
      this.page.skipBlanks();
      if (this.page.text.charAt(this.page.at) === '}') break;
      const start = this.page.at;
      const quoted = this.page.take(QUOTED);
      const written = quoted || this.page.take(LABEL_NAME);
      if (written === '') return this.page.fault('metrics/exposition-line', 'A label or `}` is expected.');
      const inner = quoted ? 1 : 0;
      const nameSpan = { from: start + inner, to: this.page.at - inner };
      this.page.skipBlanks();
      const char = this.page.text.charAt(this.page.at);
      if (quoted && (char === ',' || char === '}')) {
        if (!wantsName || name) {
          return this.page.fault('metrics/exposition-name', 'The sample has a name already.', {
            from: start,
            to: this.page.at,
          });
        }
        name = nameSpan;
        if (char === ',') this.page.at++;
        continue;
      }
      const label = this.label(nameSpan);
      if (label instanceof Fault) return label;
      labels.push(label);
      this.page.skipBlanks();
      const isOver = this.page.text.charAt(this.page.at) === '}';
      if (this.page.text.charAt(this.page.at) === ',') this.page.at++;
      else if (this.page.isOpenMetrics && !isOver) {
        return this.page.fault('metrics/exposition-line', 'A comma or `}` is expected behind a label.');
      }
    }
    this.page.at++;
    return { labels, ...(name && { name }) };
  }

  /** `="value"` behind a label's name. */
  private label(nameSpan: Span): SampleLabel | Fault {
    if (this.page.text.charAt(this.page.at) !== '=') {
      return this.page.fault('metrics/exposition-line', 'A label is written as `name="value"`.');
    }
    this.page.at++;
    this.page.skipBlanks();
    const start = this.page.at;
    const written = this.page.take(this.page.isOpenMetrics ? QUOTED_ON_LINE : QUOTED);
    if (written === '') {
      const isOpen = this.page.text.charAt(start) === '"';
      const message = isOpen ? NOT_CLOSED : 'A label value stands in double quotes.';
      return this.page.fault('metrics/exposition-line', message);
    }
    const lineBreak = written.indexOf('\n');
    if (lineBreak >= 0) this.page.brokenValue ??= { from: start, to: start + lineBreak };
    const valueSpan = { from: start + 1, to: this.page.at - 1 };
    return {
      name: unescape(this.page.text.slice(nameSpan.from, nameSpan.to)),
      value: unescape(written.slice(1, -1)),
      nameSpan,
      valueSpan,
    };
  }

  /** The space in front of a value or a timestamp; false where OpenMetrics has none. */
  private skipSpace(): boolean {
    if (!this.page.isOpenMetrics) {
      this.page.take(BLANKS);
      return true;
    }
    if (this.page.text.charAt(this.page.at) !== ' ') return false;
    this.page.at++;
    return true;
  }

  private value(): number | Fault {
    const hasSpace = this.skipSpace();
    const start = this.page.at;
    const written = hasSpace ? this.page.take(this.page.isOpenMetrics ? OPENMETRICS_VALUE : VALUE) : '';
    if (written === '') return this.page.fault('metrics/exposition-line', 'A value is expected.');
    const span = { from: start, to: this.page.at };
    const value = parseFloat64(written);
    return value ?? this.page.fault('metrics/exposition-number', `${written.trimEnd()} is no number.`, span);
  }

  /** The timestamp of a sample, or of an exemplar, in milliseconds. */
  private timestamp(): number | undefined | Fault {
    if (this.page.isOpenMetrics) return this.openMetricsTimestamp();
    this.page.take(BLANKS);
    const start = this.page.at;
    const written = this.page.take(DIGITS);
    if (written === '') return undefined;
    const span = { from: start, to: this.page.at };
    if (BigInt(written.slice(0, 30)) <= MAX_INT64) return Number(written);
    return this.page.fault('metrics/exposition-number', 'The timestamp is too big.', span);
  }

  private openMetricsTimestamp(): number | undefined | Fault {
    const { text } = this;
    if (text.charAt(this.page.at) !== ' ' || text.startsWith(' # {', this.page.at)) return undefined;
    this.page.at++;
    const start = this.page.at;
    const written = this.page.take(OPENMETRICS_VALUE);
    const seconds = parseFloat64(written);
    if (seconds !== undefined && Number.isFinite(seconds)) return Math.trunc(seconds * 1000);
    const span = { from: start, to: this.page.at };
    return this.page.fault(
      'metrics/exposition-number',
      `${written || 'This'} is no timestamp in seconds.`,
      span,
    );
  }

  private exemplar(): Exemplar | undefined | Fault {
    if (!this.page.isOpenMetrics || !this.page.text.startsWith(' # {', this.page.at)) return undefined;
    this.page.at += ' # '.length;
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
    this.page.skipBlanks();
    if (this.page.at < this.page.text.length && this.page.text.charAt(this.page.at) !== '\n') {
      const message = this.page.isOpenMetrics
        ? 'An exemplar (` # {…} value`) or the end of the line is expected.'
        : 'A timestamp in milliseconds or the end of the line is expected.';
      return this.page.fault('metrics/exposition-line', message);
    }
    this.page.at = Math.min(this.page.at + 1, this.page.text.length);
    return undefined;
  }
}

/** The first label whose name another one in front of it has; `__name__` is the sample's own. */
function repeatedLabel(labels: readonly SampleLabel[]): SampleLabel | undefined {
  const names = new Set(['__name__']);
  return labels.find(({ name }) => names.has(name) || !names.add(name));
}
