import type { TextEdit } from '../../text/finding';
import type { OffsetMap } from '../../text/region';
import type { Span } from '../../text/span';
import { ScalarMap } from '../yaml/scalar-map';
import { ValueSink, type ScalarSink } from '../yaml/scalar-sink';
import type { JsonString } from './nodes';

/** Where the content of the string whose quote stands at `from` ends: at its closing quote, or with its line. */
export function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34 || c === 10 || c === 13) return at;
    // What a backslash stands before doesn't end the string, unless it is the line's end.
    if (c === 92 && text[at + 1] !== '\n' && text[at + 1] !== '\r') at++;
  }
  return text.length;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The value of a string, of which `source` is what stands between the quotes. */
export function decodeString(source: string): string {
  if (!source.includes('\\')) return source;
  const sink = new ValueSink(source);
  readContent(source, sink);
  return sink.value;
}

/** RFC 8259, section 7. Each escape is one UTF-16 unit; what is no escape stands for itself. */
function readContent(source: string, sink: ScalarSink): void {
  let done = 0;
  for (const { 0: escape, 1: hex, index } of source.matchAll(/\\(?:u([\da-fA-F]{4})|["\\/bfnrt])/g)) {
    sink.copy(done, index);
    done = index + escape.length;
    const value =
      hex === undefined ? SHORT_ESCAPES[escape.charAt(1)] : String.fromCharCode(parseInt(hex, 16));
    sink.put(value ?? '', index, done);
  }
  sink.copy(done, source.length);
}

/** A string's value as a fragment of the file that it is written in. */
export interface JsonStringRegion {
  readonly text: string;
  readonly map: OffsetMap;
  /** Turns edits of the value into edits of the file, with JSON's escapes. */
  encode(edits: readonly TextEdit[]): TextEdit[];
}

/** The region of `node`, a string of the document `text`. Made anew for each call. */
export function jsonStringRegion(text: string, node: JsonString): JsonStringRegion {
  const { from, to } = contentSpan(node);
  const map = new ScalarMap(text.slice(from, to), from, from);
  readContent(map.source, map);
  const encode = ({ span, newText }: TextEdit): TextEdit => {
    const end = map.toHost(span.to, 'end');
    const start = span.from === span.to ? end : map.toHost(span.from);
    return { span: { from: start, to: end }, newText: JSON.stringify(newText).slice(1, -1) };
  };
  return { text: map.value, map, encode: (edits) => edits.map(encode) };
}

/** What stands between the quotes. */
export function contentSpan({ span, isClosed }: JsonString): Span {
  return { from: span.from + 1, to: isClosed ? span.to - 1 : span.to };
}
