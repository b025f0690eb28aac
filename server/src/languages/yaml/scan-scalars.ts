import { readBlockBody, readBlockHeader } from './block-scalars';
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, GREATER, SINGLE_QUOTE, isSpaceOrEnd } from './characters';
import { readPlain } from './plain-scalars';
import { readQuoted } from './quoted-scalars';
import { ValueSink } from './scalar-sink';
import type { Source } from './source';
import type { Structure } from './structure';

/** Reads the scalar whose quote is next. True if it spans lines and has text right behind it. */
export function scanQuoted(source: Source, structure: Structure): boolean {
  const key = structure.saveKey();
  structure.keyAllowed = false;
  const { pos: from, lineStart } = source;
  const sink = new ValueSink(source.text);
  const style = source.peek() === SINGLE_QUOTE ? 'single' : 'double';
  readQuoted(source, sink);
  const { value } = sink;
  structure.queue.append({ kind: 'scalar', from, to: source.pos, key, style, value, block: undefined });
  return source.lineStart > lineStart && isText(source.peek());
}

/** Whether `c` behind a closing quote is text: nothing that may stand there. */
function isText(c: number): boolean {
  return !isSpaceOrEnd(c) && c !== COLON && c !== COMMA && c !== CLOSE_BRACKET && c !== CLOSE_BRACE;
}

/** Reads a plain scalar. True if a line break behind it was consumed with it. */
export function scanPlain(source: Source, structure: Structure): boolean {
  const key = structure.saveKey();
  const from = source.pos;
  const sink = new ValueSink(source.text);
  const { to, onLaterLine } = readPlain(source, structure.indent + 1, structure.inFlow, sink);
  structure.keyAllowed = onLaterLine;
  const { value } = sink;
  structure.queue.append({ kind: 'scalar', from, to, key, style: 'plain', value, block: undefined });
  return onLaterLine;
}

/** Reads the block scalar whose indicator is next, with the line break behind it. */
export function scanBlock(source: Source, structure: Structure): void {
  structure.removeKey();
  structure.keyAllowed = true;
  const from = source.pos;
  const folded = source.peek() === GREATER;
  const sink = new ValueSink(source.text);
  const header = readBlockHeader(source);
  const { to, indent, tail } = readBlockBody(source, header, folded, structure.indent, sink);
  const style = folded ? 'folded' : 'literal';
  const block = { indent, tail };
  structure.queue.append({ kind: 'scalar', from, to, key: undefined, style, value: sink.value, block });
}
