import { CommentLines } from './comment-lines';
import type { Entry, ExpositionFormat, FaultEntry } from './entries';
import { Fault, PageCursor } from './page-cursor';
import { NOT_CLOSED, SampleLines } from './sample-lines';

/**
 * Reads a page of samples line by line as Prometheus does when it scrapes it (model/textparse/promlex.l, promparse.go,
 * openmetricslex.l, openmetricsparse.go). Prometheus gives up at the first fault; this goes on with the next line.
 */
export class ExpositionReader {
  private readonly page: PageCursor;
  private readonly comments: CommentLines;
  private readonly samples: SampleLines;

  constructor(
    text: string,
    readonly format: ExpositionFormat,
  ) {
    this.page = new PageCursor(text, format);
    this.comments = new CommentLines(this.page);
    this.samples = new SampleLines(this.page);
  }

  /** The next entry, undefined at the end. */
  next(): Entry | undefined {
    const { page } = this;
    while (!page.isAtEnd) {
      page.lineStart = page.at;
      page.brokenValue = undefined;
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
    const { page } = this;
    if (!page.brokenValue) return fault;
    page.at = page.brokenValue.from;
    return page.fault('metrics/exposition-line', NOT_CLOSED, page.brokenValue);
  }

  private missingEnd(): FaultEntry | undefined {
    const { page } = this;
    if (this.comments.hasEnd || !page.isOpenMetrics) return undefined;
    this.comments.hasEnd = true;
    const end = page.text.length;
    const message = 'A page in OpenMetrics ends with a line `# EOF`.';
    return { kind: 'fault', code: 'metrics/exposition-end', message, span: { from: end, to: end } };
  }

  private skipLine({ code, message, span }: Fault): FaultEntry {
    const { page } = this;
    const end = page.text.indexOf('\n', Math.max(page.at, span.from));
    page.at = end < 0 ? page.text.length : end + 1;
    return { kind: 'fault', code, message, span };
  }

  /** An entry, a fault, or nothing where the line says nothing. */
  private line(): Entry | Fault | undefined {
    const { page } = this;
    page.skipBlanks();
    const char = page.text.charAt(page.at);
    if (char === '#') return this.comments.read();
    if (char === '\n' && !page.isOpenMetrics) {
      page.at++;
      return undefined;
    }
    if (char === '' && !page.isOpenMetrics) return undefined;
    return this.samples.read();
  }
}
