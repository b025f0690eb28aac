import type { TextEdit } from '../../text/finding';
import { composeMaps, type OffsetMap, type Refusal, type Region } from '../../text/region';
import type { Span } from '../../text/span';
import type { StringNode } from './ast';
import { expandFormat, quote, unquote } from './strings';

/**
 * The PromQL in a string of a template, as a region of the template's text. In a format, each verb is a hole.
 * `undefined` for a string that doesn't parse.
 */
export function promqlRegion(text: string, literal: StringNode, isFormat: boolean): Region | undefined {
  const { from, to } = literal.span;
  const read = unquote(text.slice(from, to));
  if ('refused' in read) return undefined;
  const inText: OffsetMap = {
    toHost: (offset, side) => from + read.map.toHost(offset, side),
    toFragment: (offset) => read.map.toFragment(offset - from),
  };
  const language = 'promql';
  if (!isFormat) {
    return {
      language,
      text: read.value,
      map: inText,
      encode: (edits) => encode(edits, literal, inText, []),
    };
  }
  const format = expandFormat(read.value);
  const { holes } = format;
  const map = composeMaps(format.map, inText);
  const inFormat = (edits: readonly TextEdit[]): TextEdit[] =>
    edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll('%', '%%') }));
  return {
    language,
    text: format.value,
    map,
    holes,
    encode: (edits) => encode(inFormat(edits), literal, map, holes),
  };
}

function encode(
  edits: readonly TextEdit[],
  { raw }: StringNode,
  map: OffsetMap,
  holes: readonly Span[],
): TextEdit[] | Refusal {
  const encoded: TextEdit[] = [];
  for (const { span, newText } of edits) {
    if (holes.some((hole) => hole.from < span.to && span.from < hole.to)) {
      return { refused: 'a value is put in here when the template is expanded' };
    }
    const written = quote(newText, raw);
    if (typeof written !== 'string') return written;
    const from = map.toHost(span.from);
    const to = span.to > span.from ? map.toHost(span.to, 'end') : from;
    encoded.push({ span: { from, to }, newText: written });
  }
  return encoded;
}
