import type { TextEdit } from '../../text/finding';
import { SPACE, isBlank, isBreak } from './characters';
import type { EditedScalar, Way } from './edits';
import { endOfLine } from './scalar-read';

/** What can't stand in a block scalar: control characters, and line breaks other than a line feed. */
const UNWRITABLE = /(?![\t\n])[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** The ways to write a literal or folded scalar, the least change first. */
export function* encodeBlock(edited: EditedScalar): Generator<Way> {
  const { node, edits, newValue } = edited;
  if (UNWRITABLE.test(newValue)) return;
  const layout = layoutOf(edited);
  if (node.style === 'literal' || !edits.some(({ newText }) => newText.includes('\n'))) {
    yield { style: node.style, edits: edits.map((edit) => localEdit(edited, edit, layout)) };
  }
  if (node.style === 'folded') yield rewrite(edited, 'folded', layout);
  yield rewrite(edited, 'literal', layout);
}

/** How a block scalar is laid out in the document. */
interface Layout {
  readonly lineBreak: string;
  /** The indentation of its lines. */
  readonly pad: string;
  /** Its first line: indicators and comment. */
  readonly header: string;
}

function layoutOf({ text, node }: EditedScalar): Layout {
  const { from } = node.span;
  const header = text.slice(from, endOfLine(text, from));
  const pad = ' '.repeat(node.block?.indent ?? 0);
  return { lineBreak: breakAt(text, from + header.length) || '\n', pad, header };
}

/** The line break at `offset`, if there is one. */
function breakAt(text: string, offset: number): string {
  if (text.startsWith('\r\n', offset)) return '\r\n';
  return isBreak(text.charCodeAt(offset)) ? text.charAt(offset) : '';
}

function localEdit({ text, value, map }: EditedScalar, edit: TextEdit, { lineBreak, pad }: Layout): TextEdit {
  const { span } = edit;
  const atEnd = span.to === value.length;
  const to = map.toHost(span.to, atEnd ? 'end' : 'start');
  const from = span.from === span.to ? to : map.toHost(span.from, 'start');
  const lines = edit.newText.split('\n');
  const padded = lines.map((line, i) => {
    if (i === 0) return line === '' ? '' : missingPad(text, from, pad) + line;
    const staysEmpty = line === '' && (i < lines.length - 1 || atEnd || value[span.to] === '\n');
    return staysEmpty ? '' : pad + line;
  });
  return { span: { from, to }, newText: padded.join(lineBreak) };
}

/** What the indentation in front of `offset` lacks: all behind the scalar's end, some on a blank line. */
function missingPad(text: string, offset: number, pad: string): string {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) === SPACE) start--;
  const isIndentation = start > 0 && isBreak(text.charCodeAt(start - 1));
  return isIndentation ? pad.slice(offset - start) : '';
}

/** Writes the whole scalar anew. Its indentation and comment stay. */
function rewrite({ text, node, newValue }: EditedScalar, style: 'literal' | 'folded', layout: Layout): Way {
  const { lineBreak, pad, header } = layout;
  const content = newValue.replace(/\n+$/, '');
  const breaks = newValue.length - content.length;
  const keeps = breaks > 1 || (breaks === 1 && content === '');
  const chomping = keeps ? '+' : breaks === 0 ? '-' : '';
  const indicators = /^[|>][+-]?(\d?)[+-]?/.exec(header);
  const newHeader = `${style === 'folded' ? '>' : '|'}${indicators?.[1] ?? ''}${chomping}`;
  const rest = header.slice(indicators?.[0].length);
  const lines = content === '' ? [] : style === 'folded' ? foldedLines(content) : content.split('\n');
  const body = lines.map((line) => (line === '' ? '' : pad + line));
  const lastBreak = breakAt(text, node.span.to);
  const end = keeps
    ? lineBreak.repeat(content === '' ? breaks + 1 : breaks)
    : breaks === 1
      ? lineBreak
      : lastBreak;
  const to = keeps ? (node.block?.tail ?? node.span.to) : node.span.to + lastBreak.length;
  return {
    style,
    edits: [
      { span: { from: node.span.from, to }, newText: [newHeader + rest, ...body].join(lineBreak) + end },
    ],
  };
}

/** The lines that folding makes `content` of: a line feed between lines that don't start with a blank takes two. */
function foldedLines(content: string): string[] {
  const lines: string[] = [];
  let last = '';
  for (const line of content.split('\n')) {
    if (line !== '') {
      if (last !== '' && !isBlank(last.charCodeAt(0)) && !isBlank(line.charCodeAt(0))) lines.push('');
      last = line;
    }
    lines.push(line);
  }
  return lines;
}
