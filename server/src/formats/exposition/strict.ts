import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';
import { parseFloat64, unescape } from './values';

/** What expfmt refuses, and where. */
export interface Refusal {
  readonly message: string;
  readonly span: Span;
}

/**
 * A warning for the first line that `promtool check metrics` refuses, by the rules of expfmt's text parser
 * (prometheus/common, expfmt/text_parse.go), unless Prometheus itself refuses that line or one in front of it.
 */
export function strictFindings(text: string, errors: readonly Finding[]): Finding[] {
  const refusal = strictRefusal(text);
  if (!refusal) return [];
  const end = text.indexOf('\n', refusal.span.from);
  if (errors.some(({ span }) => end < 0 || span.from <= end)) return [];
  const message = `${refusal.message} promtool and the textfile collector refuse the page.`;
  return [{ code: 'metrics/exposition-strict', severity: 'warning', message, span: refusal.span }];
}

/** What `promtool check metrics` refuses first on a page, if it refuses it. */
export function strictRefusal(text: string): Refusal | undefined {
  return new StrictReader(text).read();
}

const BLANKS = /[ \t]*/y;
const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED = /"(?:[^"\\\n]|\\[\\"n])*"/y;
const WORD = /[^ \t\n]+/y;
/** What a refusal shows. */
const PLACE = /"[^"\n]*"|[^ \t\n{}=,"]+|[^ \t\n]/y;
const TYPES = /^(?:counter|gauge|summary|untyped|histogram|gauge_?histogram)$/i;

/** What is known of a metric so far. */
interface Family {
  type?: string;
  hasHelp: boolean;
}

class StrictReader {
  private at = 0;
  private readonly families = new Map<string, Family>();

  constructor(private readonly text: string) {}

  read(): Refusal | undefined {
    while (this.at < this.text.length) {
      const refusal = this.line();
      if (refusal) return refusal;
    }
    return undefined;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken = ''] = pattern.exec(this.text) ?? [];
    this.at += taken.length;
    return taken;
  }

  private char(): string {
    return this.text.charAt(this.at);
  }

  /** Refuses what was read from `from` on, or the word that stands there. */
  private refuse(message: string, from = this.at): Refusal {
    if (this.at > from) return { message, span: { from, to: this.at } };
    PLACE.lastIndex = from;
    const length = PLACE.exec(this.text)?.[0].length ?? 0;
    return { message, span: { from, to: from + length } };
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  private line(): Refusal | undefined {
    this.take(BLANKS);
    if (this.char() === '') return undefined;
    const refusal = this.char() === '#' ? this.comment() : this.char() === '\n' ? undefined : this.sample();
    if (refusal) return refusal;
    const end = this.lineEnd();
    if (end === this.text.length) return this.refuse('A line break is missing at the end of the page.', end);
    this.at = end + 1;
    return undefined;
  }

  private comment(): Refusal | undefined {
    const [head, keyword] = /^#[ \t]*(HELP|TYPE)[ \t]+/.exec(this.text.slice(this.at, this.lineEnd())) ?? [];
    if (head === undefined) return undefined;
    this.at += head.length;
    const start = this.at;
    const name = this.name(NAME);
    if (name === undefined || !/[ \t\n]|^$/.test(this.char())) {
      return this.refuse('The name of the metric can’t be read.', start);
    }
    if (this.at === this.lineEnd()) return undefined;
    const family = this.family(name);
    this.take(BLANKS);
    const from = this.at;
    const rest = this.text.slice(from, this.lineEnd());
    if (rest === '') return undefined;
    return keyword === 'TYPE' ? this.type(family, name, rest) : this.help(family, name, rest);
  }

  private type(family: Family, name: string, written: string): Refusal | undefined {
    if (family.type !== undefined) {
      return this.refuse(`The type of ${name} is told twice, or behind its samples.`);
    }
    // The parser drops backslashes here.
    const type = written.replaceAll('\\', '');
    if (!TYPES.test(type)) return this.refuse(`${written} is no type.`);
    family.type = type.toLowerCase().replace('_', '');
    return undefined;
  }

  private help(family: Family, name: string, written: string): Refusal | undefined {
    if (family.hasHelp) return this.refuse(`The help of ${name} is told twice.`);
    const escape = /^(?:[^\\]|\\[\\n"])*\\(?![\\n"])/.exec(written);
    if (escape)
      return this.refuse(
        'A help has only the escapes `\\\\`, `\\"` and `\\n`.',
        this.at + escape[0].length - 1,
      );
    family.hasHelp = true;
    return undefined;
  }

  /** A name, or one in quotes; undefined where it can't be read. */
  private name(pattern: RegExp): string | undefined {
    if (this.char() !== '"') return this.take(pattern) || undefined;
    const quoted = this.take(QUOTED);
    return quoted === '' ? undefined : unescape(quoted.slice(1, -1));
  }

  /** The family of a metric, made when it is named first; samples of histograms and summaries are in that of their base. */
  private family(name: string): Family {
    const [suffix = ''] = /(?<=.)_(?:count|sum|bucket)$/.exec(name) ?? [];
    const base = this.families.get(name.slice(0, name.length - suffix.length));
    const known = this.families.get(name);
    if (known) return known;
    const isSummary = base?.type === 'summary' && suffix !== '_bucket';
    if (base && suffix !== '' && (isSummary || isHistogram(base))) return base;
    const family: Family = { hasHelp: false };
    this.families.set(name, family);
    return family;
  }

  private sample(): Refusal | undefined {
    const start = this.at;
    const outer = this.char() === '{' ? undefined : this.name(NAME);
    if (outer === undefined && this.char() !== '{') return this.refuse('A metric’s name is expected.', start);
    this.take(BLANKS);
    let family = outer === undefined ? undefined : this.family(outer);
    if (family) family.type ??= 'untyped';
    let name = outer;
    const labels = new Set<string>();
    if (this.char() === '{') {
      this.at++;
      for (;;) {
        this.take(BLANKS);
        if (this.char() === '}') break;
        const from = this.at;
        const label = this.name(LABEL_NAME);
        if (label === undefined) return this.refuse('A label’s name can’t be read.', from);
        this.take(BLANKS);
        if (this.char() !== '=') {
          if (name !== undefined || !/[,}]/.test(this.char())) return this.refuse('`=` is expected.');
          if (labels.size > 0) return this.refuse('The name stands behind labels.', from);
          name = label;
          family = this.family(label);
          family.type ??= 'untyped';
          if (this.char() === ',') this.at++;
          continue;
        }
        if (family === undefined) return this.refuse('The name stands behind labels.', from);
        const refusal = this.label(family, label, labels, from);
        if (refusal) return refusal;
        this.take(BLANKS);
        if (this.char() === '}') break;
        if (this.char() !== ',') return this.refuse('A comma is expected.');
        this.at++;
      }
      this.at++;
    }
    if (!family || name === undefined) return this.refuse('The sample has no name.', start);
    return this.value(family, name);
  }

  private label(family: Family, label: string, labels: Set<string>, from: number): Refusal | undefined {
    if (labels.has(label) || label === '__name__' || label === '')
      return this.refuse(`The label ${label} is there twice.`, from);
    const isBound =
      (family.type === 'summary' && label === 'quantile') || (isHistogram(family) && label === 'le');
    if (!isBound) labels.add(label);
    this.at++;
    this.take(BLANKS);
    const start = this.at;
    const quoted = this.take(QUOTED);
    if (quoted === '')
      return this.refuse(
        'Label values have only the escapes `\\\\`, `\\"` and `\\n`, and no line breaks.',
        start,
      );
    if (isBound && parseFloat64(unescape(quoted.slice(1, -1))) === undefined) {
      return this.refuse(`${quoted} is no number, as ${label} should be.`, start);
    }
    return undefined;
  }

  private value(family: Family, name: string): Refusal | undefined {
    this.take(BLANKS);
    const start = this.at;
    const written = this.take(WORD);
    const value = parseFloat64(written);
    if (value === undefined) return this.refuse(`${written} is no number.`, start);
    if (isHistogram(family) && value < 0 && /_(?:bucket|count)$/.test(name)) {
      return this.refuse('A histogram’s counts are not negative.', start);
    }
    if (this.char() === '\n' || this.char() === '') return undefined;
    this.take(BLANKS);
    const timestamp = this.at;
    if (!/^[+-]?\d+$/.test(this.take(WORD)) || this.at !== this.lineEnd()) {
      return this.refuse('A timestamp in whole milliseconds, and nothing behind it, is expected.', timestamp);
    }
    return undefined;
  }
}

function isHistogram({ type }: Family): boolean {
  return type === 'histogram' || type === 'gaugehistogram';
}
