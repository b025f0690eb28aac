import type { Span } from '../../text/span';
import type { Exemplar, SampleEntry, SampleLabel } from './entries';
import { Fault, METRIC_NAME, QUOTED, type PageCursor } from './page-cursor';
import { parseFloat64, unescape } from './values';

const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED_ON_LINE = /"(?:[^"\\\n]|\\[^\n])*"/y;
const VALUE = /[^{ \t\n]+/y;
const OPENMETRICS_VALUE = /[^ \n]+/y;
const DIGITS = /\d+/y;

export const NOT_CLOSED = 'The label value is not closed.';
const MAX_INT64 = (1n << 63n) - 1n;

/** Reads the lines of samples. */
export class SampleLines {
  constructor(private readonly page: PageCursor) {}

  /** The sample here, with the line break behind it. */
  read(): SampleEntry | Fault {
    const { page } = this;
    const from = page.at;
    let name = page.take(METRIC_NAME);
    let nameSpan = { from, to: page.at };
    let labels: SampleLabel[] = [];
    if (name === '' && page.text.charAt(page.at) !== '{') {
      return page.fault('metrics/exposition-line', 'A line starts with the name of a metric, or with `#`.');
    }
    page.skipBlanks();
    if (page.text.charAt(page.at) === '{') {
      const read = this.labels(name === '');
      if (read instanceof Fault) return read;
      labels = read.labels;
      if (read.name) {
        nameSpan = read.name;
        name = unescape(page.text.slice(nameSpan.from, nameSpan.to));
      }
    }
    if (name === '')
      return page.fault('metrics/exposition-name', 'The sample has no name.', {
        from,
        to: page.at,
      });
    const value = this.value();
    if (value instanceof Fault) return value;
    const timestamp = this.timestamp();
    if (timestamp instanceof Fault) return timestamp;
    const exemplar = this.exemplar();
    if (exemplar instanceof Fault) return exemplar;
    const to = page.at;
    const end = this.lineEnd();
    if (end) return end;
    const span = { from, to };
    const repeated = repeatedLabel(labels);
    if (repeated)
      return page.fault(
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
    const { page } = this;
    const labels: SampleLabel[] = [];
    let name: Span | undefined;
    page.at++;
    for (;;) {
      page.skipBlanks();
      if (page.text.charAt(page.at) === '}') break;
      const start = page.at;
      const quoted = page.take(QUOTED);
      const written = quoted || page.take(LABEL_NAME);
      if (written === '') return page.fault('metrics/exposition-line', 'A label or `}` is expected.');
      const inner = quoted ? 1 : 0;
      const nameSpan = { from: start + inner, to: page.at - inner };
      page.skipBlanks();
      const char = page.text.charAt(page.at);
      if (quoted && (char === ',' || char === '}')) {
        if (!wantsName || name) {
          return page.fault('metrics/exposition-name', 'The sample has a name already.', {
            from: start,
            to: page.at,
          });
        }
        name = nameSpan;
        if (char === ',') page.at++;
        continue;
      }
      const label = this.label(nameSpan);
      if (label instanceof Fault) return label;
      labels.push(label);
      page.skipBlanks();
      const isOver = page.text.charAt(page.at) === '}';
      if (page.text.charAt(page.at) === ',') page.at++;
      else if (page.isOpenMetrics && !isOver) {
        return page.fault('metrics/exposition-line', 'A comma or `}` is expected behind a label.');
      }
    }
    page.at++;
    return { labels, ...(name && { name }) };
  }

  /** `="value"` behind a label's name. */
  private label(nameSpan: Span): SampleLabel | Fault {
    const { page } = this;
    if (page.text.charAt(page.at) !== '=') {
      return page.fault('metrics/exposition-line', 'A label is written as `name="value"`.');
    }
    page.at++;
    page.skipBlanks();
    const start = page.at;
    const written = page.take(page.isOpenMetrics ? QUOTED_ON_LINE : QUOTED);
    if (written === '') {
      const isOpen = page.text.charAt(start) === '"';
      const message = isOpen ? NOT_CLOSED : 'A label value stands in double quotes.';
      return page.fault('metrics/exposition-line', message);
    }
    const lineBreak = written.indexOf('\n');
    if (lineBreak >= 0) page.brokenValue ??= { from: start, to: start + lineBreak };
    const valueSpan = { from: start + 1, to: page.at - 1 };
    return {
      name: unescape(page.text.slice(nameSpan.from, nameSpan.to)),
      value: unescape(written.slice(1, -1)),
      nameSpan,
      valueSpan,
    };
  }

  /** The space in front of a value or a timestamp; false where OpenMetrics has none. */
  private skipSpace(): boolean {
    const { page } = this;
    if (!page.isOpenMetrics) {
      page.skipBlanks();
      return true;
    }
    if (page.text.charAt(page.at) !== ' ') return false;
    page.at++;
    return true;
  }

  private value(): number | Fault {
    const { page } = this;
    const hasSpace = this.skipSpace();
    const start = page.at;
    const written = hasSpace ? page.take(page.isOpenMetrics ? OPENMETRICS_VALUE : VALUE) : '';
    if (written === '') return page.fault('metrics/exposition-line', 'A value is expected.');
    const span = { from: start, to: page.at };
    const value = parseFloat64(written);
    return value ?? page.fault('metrics/exposition-number', `${written.trimEnd()} is no number.`, span);
  }

  /** The timestamp of a sample, or of an exemplar, in milliseconds. */
  private timestamp(): number | undefined | Fault {
    const { page } = this;
    if (page.isOpenMetrics) return this.openMetricsTimestamp();
    page.skipBlanks();
    const start = page.at;
    const written = page.take(DIGITS);
    if (written === '') return undefined;
    const span = { from: start, to: page.at };
    if (BigInt(written.slice(0, 30)) <= MAX_INT64) return Number(written);
    return page.fault('metrics/exposition-number', 'The timestamp is too big.', span);
  }

  private openMetricsTimestamp(): number | undefined | Fault {
    const { page } = this;
    const { text } = page;
    if (text.charAt(page.at) !== ' ' || text.startsWith(' # {', page.at)) return undefined;
    page.at++;
    const start = page.at;
    const written = page.take(OPENMETRICS_VALUE);
    const seconds = parseFloat64(written);
    if (seconds !== undefined && Number.isFinite(seconds)) return Math.trunc(seconds * 1000);
    const span = { from: start, to: page.at };
    return page.fault('metrics/exposition-number', `${written || 'This'} is no timestamp in seconds.`, span);
  }

  private exemplar(): Exemplar | undefined | Fault {
    const { page } = this;
    if (!page.isOpenMetrics || !page.text.startsWith(' # {', page.at)) return undefined;
    page.at += ' # '.length;
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
    const { page } = this;
    page.skipBlanks();
    if (page.at < page.text.length && page.text.charAt(page.at) !== '\n') {
      const message = page.isOpenMetrics
        ? 'An exemplar (` # {…} value`) or the end of the line is expected.'
        : 'A timestamp in milliseconds or the end of the line is expected.';
      return page.fault('metrics/exposition-line', message);
    }
    page.at = Math.min(page.at + 1, page.text.length);
    return undefined;
  }
}

/** The first label whose name another one in front of it has; `__name__` is the sample's own. */
function repeatedLabel(labels: readonly SampleLabel[]): SampleLabel | undefined {
  const names = new Set(['__name__']);
  return labels.find(({ name }) => names.has(name) || !names.add(name));
}
