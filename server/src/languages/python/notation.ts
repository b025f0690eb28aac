import type { Escape, Notation } from '../code/string-region';

/** How a string literal is written: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals */
export interface LiteralForm {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormatted: boolean;
  /** `'`, `"`, `'''` or `"""`. */
  readonly quote: string;
  /** Length of what stands before the content. */
  readonly opening: number;
}

const OPENING = /^([a-z]*)('''|"""|'|")/i;

/** The form of the literal that `source` starts with. */
export function literalForm(source: string): LiteralForm | undefined {
  const [opening, prefix = '', quote = ''] = OPENING.exec(source) ?? [];
  if (opening === undefined) return undefined;
  return {
    isRaw: /r/i.test(prefix),
    isBytes: /b/i.test(prefix),
    isFormatted: /f/i.test(prefix),
    quote,
    opening: opening.length,
  };
}

/** Whether the literal `source` has its closing quote. */
export function isClosed(source: string, { quote, opening }: LiteralForm): boolean {
  if (source.length < opening + quote.length || !source.endsWith(quote)) return false;
  const [backslashes = ''] = /\\*$/.exec(source.slice(opening, -quote.length)) ?? [];
  return backslashes.length % 2 === 0;
}

/** What is written twice to stand for itself: braces in f-strings and for `format`, `%` in front of the operator `%`. */
export type Doubled = 'braces' | 'percent';

const notations = new Map<string, PythonNotation>();

/** The notation of a literal's content. */
export function pythonNotation({ isRaw, quote }: LiteralForm, doubled?: Doubled): PythonNotation {
  const key = `${isRaw ? 'r' : ''}${quote}${doubled ?? ''}`;
  let notation = notations.get(key);
  if (!notation) notations.set(key, (notation = new PythonNotation(isRaw, quote, doubled)));
  return notation;
}

const BACKSLASH = String.raw`\\(?:N\{[^{}'"\n]*\}|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r\n|[^]|$)`;
const RAW_BACKSLASH = String.raw`\\(?:\r\n|[^]|$)`;

/** How Python writes text in one kind of literal. */
export class PythonNotation implements Notation {
  /** What doesn't stand for itself, or can't stand there at all. */
  private readonly special: RegExp;

  constructor(
    readonly isRaw: boolean,
    readonly quote: string,
    readonly doubled: Doubled | undefined,
  ) {
    const backslash = isRaw ? RAW_BACKSLASH : BACKSLASH;
    this.special = new RegExp(`${backslash}|\\r\\n?|\\n|${quote}|\\{\\{?|\\}\\}?|%%`, 'g');
  }

  /** The same literal, when its text is handed to `format` or `%`. */
  as(doubled: Doubled): PythonNotation {
    const { isRaw, quote } = this;
    return pythonNotation({ isRaw, quote, isBytes: false, isFormatted: false, opening: 0 }, doubled);
  }

  decode(raw: string): Escape[] | undefined {
    const escapes: Escape[] = [];
    for (const { 0: written, index } of raw.matchAll(this.special)) {
      const text = this.decodeSpecial(written);
      if (text === undefined) return undefined;
      if (text !== written) escapes.push({ from: index, to: index + written.length, text });
    }
    return escapes;
  }

  private decodeSpecial(written: string): string | undefined {
    switch (written.charAt(0)) {
      case '\\':
        return this.isRaw ? decodeRaw(written) : decodeBackslash(written);
      case '\r':
      case '\n':
        return this.quote.length === 3 ? '\n' : undefined;
      case '{':
      case '}':
        if (this.doubled !== 'braces') return written;
        return written.length === 2 ? written.charAt(0) : undefined;
      case '%':
        return this.doubled === 'percent' ? '%' : written;
      default:
        return undefined;
    }
  }

  encode(text: string, before: string, after: string): string | undefined {
    const doubled = this.double(text);
    const sure = this.isRaw ? doubled : this.escape(doubled, /[\\\p{Cc}\u2028\u2029]/gu);
    for (const written of this.isRaw ? [sure] : [sure, this.escape(doubled, /[\\'"\p{Cc}\u2028\u2029]/gu)]) {
      if (this.isWhole(before + written + after)) return written;
    }
    return undefined;
  }

  private double(text: string): string {
    if (this.doubled === 'braces') return text.replace(/[{}]/g, '$&$&');
    return this.doubled === 'percent' ? text.replaceAll('%', '%%') : text;
  }

  private escape(text: string, what: RegExp): string {
    const isLong = this.quote.length === 3;
    return text.replace(what, (c) => {
      if (isLong && c === '\n') return c;
      if (/['"]/.test(c)) return c === this.quote.charAt(0) ? `\\${c}` : c;
      return WRITTEN_ESCAPES[c] ?? unicodeEscape(c);
    });
  }

  /** Whether a literal with this content ends where it ends. */
  private isWhole(raw: string): boolean {
    const [, last] = /(?<!\\)(?:\\\\)*(['"])$/.exec(raw) ?? [];
    const endsEarly = this.quote.length === 3 && last === this.quote.charAt(0);
    return this.decode(raw) !== undefined && !endsEarly;
  }
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '\r': '',
  '\r\n': '',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const WRITTEN_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function unicodeEscape(c: string): string {
  const code = c.charCodeAt(0).toString(16);
  return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
}

/** What a backslash and what belongs to it stands for. A named character is one that isn't known here. */
function decodeBackslash(written: string): string | undefined {
  const behind = written.slice(1);
  if (behind === '') return undefined;
  const simple = SIMPLE_ESCAPES[behind];
  if (simple !== undefined) return simple;
  if (/^[0-7]/.test(behind)) return String.fromCharCode(parseInt(behind, 8));
  if (behind.length === 1) return written;
  if (behind.startsWith('N')) return '\ufffd';
  const code = parseInt(behind.slice(1), 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : written;
}

/** In a raw string a backslash stays, with the character behind it, which doesn't end the string. */
function decodeRaw(written: string): string | undefined {
  if (written === '\\') return undefined;
  return written.replace(/\r\n?/, '\n');
}
