import { readBlockBody, readBlockHeader } from './block-scalars';
import { COLON, DASH, QUESTION, isBreakOrEnd, isDigit, isIndicator, isSpaceOrEnd } from './characters';
import { SyntaxFault } from './faults';
import type { ScalarNode } from './nodes';
import { readPlain } from './plain-scalars';
import { readQuoted } from './quoted-scalars';
import type { ScalarSink } from './scalar-sink';
import { ValueSink } from './scalar-sink';
import { Source } from './source';

/** Whether a plain scalar may stand at the start of `text`: it begins with no indicator. */
export function startsPlain(text: string, inFlow: boolean): boolean {
  const c = text.charCodeAt(0);
  if (!isIndicator(c)) return text !== '' && !isSpaceOrEnd(c);
  if (text.length < 2 || isSpaceOrEnd(text.charCodeAt(1))) return false;
  return c === DASH || (!inFlow && (c === QUESTION || c === COLON));
}

/**
 * Reads the scalar `node` again from `text`, which starts with it and goes on with what follows it.
 * Gives the offset behind it (of a block scalar: behind its blank lines), or nothing if it is malformed.
 * @param indent column that the further lines of a plain scalar must reach
 */
export function readScalar(text: string, node: ScalarNode, sink: ScalarSink, indent = 0): number | undefined {
  const source = new Source(text);
  // The scalar stands somewhere on its line, where `---` is no document marker.
  source.lineStart = -1;
  try {
    switch (node.style) {
      case 'plain':
        return readPlain(source, indent, node.inFlow === true, sink).to;
      case 'single':
      case 'double':
        readQuoted(source, sink);
        return source.pos;
      case 'literal':
      case 'folded': {
        const parentIndent = parentIndentOf(text, node.block?.indent ?? 1);
        const header = readBlockHeader(source);
        return readBlockBody(source, header, node.style === 'folded', parentIndent, sink).tail;
      }
    }
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
}

/** A column of the enclosing collection that gives the block scalar at the start of `text` its indentation. */
function parentIndentOf(text: string, indent: number): number {
  const digit = isDigit(text.charCodeAt(1)) ? text[1] : isDigit(text.charCodeAt(2)) ? text[2] : undefined;
  return indent - Number(digit ?? 1);
}

/** Offset of the end of the line that holds `offset`. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreakOrEnd(text.charCodeAt(end))) end++;
  return end;
}

/** The value that `text` has if it starts with a scalar like `node`, and where that ends. */
export function readValue(
  text: string,
  node: ScalarNode,
  indent: number,
): { readonly value: string; readonly end: number } | undefined {
  const sink = new ValueSink(text);
  const end = readScalar(text, node, sink, indent);
  return end === undefined ? undefined : { value: sink.value, end };
}
