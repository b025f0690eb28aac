import type { TextEdit } from '../../text/finding';
import { DOUBLE_QUOTE } from './characters';
import type { SyntaxFault } from './faults';
import type { Line } from './lines';
import { columnsAbove, contentBefore, isBehind, lineAfter, lineAt, textEnd } from './lines';

/**
 * Edits of the text, ordered, after which the reader gets past `fault` with as little as possible lost: what a person
 * who is still typing most likely means. They never reach the user; they only serve the tree.
 */
export function repair(text: string, fault: SyntaxFault): TextEdit[] {
  const { from, to } = fault;
  switch (fault.code) {
    case 'yaml/missing-colon':
      return [insert(to, ':')];
    case 'yaml/mapping-value-not-allowed':
      return repairColon(text, fault.at);
    case 'yaml/unclosed-quote':
      return [closeQuote(text, from, to)];
    case 'yaml/unclosed-flow':
      return [insert(flowEnd(text, from, fault.at), text.charAt(from) === '[' ? ']' : '}')];
    case 'yaml/missing-comma':
      return [text.charAt(from) === ':' ? remove(from, to) : insert(from, ',')];
    case 'yaml/bad-escape':
      return [insert(from, '\\')];
    case 'yaml/bad-indentation':
      return reindent(text, lineAt(text, from));
    case 'yaml/tab-indentation':
      return [replaceTabs(text, from, to)];
    case 'yaml/too-deep':
      return [];
    default:
      return [remove(from, to)];
  }
}

/** Removes the text of the line where the reader stopped, or of the fault's if nothing is there. */
export function removeLine(text: string, fault: SyntaxFault): TextEdit[] {
  const lines = [lineAt(text, fault.at), lineAt(text, fault.from)];
  const line = lines.find(({ content, to }) => content < to);
  return line === undefined ? [] : [clear(line)];
}

function insert(at: number, newText: string): TextEdit {
  return { span: { from: at, to: at }, newText };
}

/** A space keeps what stands around it apart. */
function remove(from: number, to: number): TextEdit {
  return { span: { from, to }, newText: ' ' };
}

function clear({ from, to }: Line): TextEdit {
  return { span: { from, to }, newText: '' };
}

/**
 * A `: ` inside of text. The first one of a line shows that the line above swallowed this one, because one of both is
 * indented wrongly. Another one starts what has to be in quotes.
 */
function repairColon(text: string, colon: number): TextEdit[] {
  const line = lineAt(text, colon);
  const isFirst = line.isKey && !text.slice(line.from + line.column, colon).includes(':');
  return isFirst ? reindent(text, line) : [remove(colon, line.to)];
}

/**
 * Moves a line, with those that belong to it, to the nearest column where it may start.
 * If it stands in one already, the text above it is to blame.
 */
function reindent(text: string, line: Line): TextEdit[] {
  const columns = columnsAbove(text, line);
  if (columns.includes(line.indent)) {
    const above = contentBefore(text, line);
    const culprit = above === undefined || above.isKey || above.dashes.length > 0 ? line : above;
    return [clear(culprit)];
  }
  const [first] = columns;
  if (first === undefined || !(line.isKey || line.dashes.length > 0)) return [clear(line)];
  const distance = (column: number): number => Math.abs(column - line.indent);
  const nearest = columns.reduce((a, b) => (distance(b) < distance(a) ? b : a), first);
  return [line, ...linesBelow(text, line)].map(({ from, content, indent }) => {
    const newText = ' '.repeat(Math.max(0, indent + nearest - line.indent));
    return { span: { from, to: content }, newText };
  });
}

/** The lines of a list's entry, if they are aligned with its first one, and those below a key without a value. */
function linesBelow(text: string, line: Line): Line[] {
  const isEntry = line.dashes.length > 0;
  const least = isEntry ? line.column : line.indent + 1;
  const lines: Line[] = [];
  let next = isEntry || line.opensBlock ? lineAfter(text, line) : undefined;
  while (next !== undefined && (next.isBlank || next.indent >= least)) {
    if (!next.isBlank) lines.push(next);
    next = lineAfter(text, next);
  }
  return isEntry && lines[0]?.indent !== line.column ? [] : lines;
}

/** Closes a quote at the end of its line. */
function closeQuote(text: string, from: number, to: number): TextEdit {
  const quote = text.charAt(from);
  const escapes = /\\+$/.exec(text.slice(from + 1, to))?.[0].length ?? 0;
  const isEscaped = text.charCodeAt(from) === DOUBLE_QUOTE && escapes % 2 === 1;
  return { span: { from: isEscaped ? to - 1 : to, to }, newText: quote };
}

/** Where a bracket that isn't closed is closed best: at the end of the line before the next key of what is around it. */
function flowEnd(text: string, opener: number, limit: number): number {
  const opening = lineAt(text, opener);
  let last = opening;
  for (let next = lineAfter(text, last); next !== undefined; next = lineAfter(text, next)) {
    if (next.from > limit || isBehind(next, opening)) break;
    if (!next.isBlank) last = next;
  }
  return textEnd(text, Math.max(opener, last.content), last.to);
}

/** Replaces tabs by the indentation that the line above suggests, or by a space each inside of a line. */
function replaceTabs(text: string, from: number, to: number): TextEdit {
  const line = lineAt(text, from);
  if (from >= line.content) return remove(from, to);
  const above = contentBefore(text, line);
  const width = above === undefined ? 0 : above.column + (above.opensBlock ? 2 : 0);
  return { span: { from: line.from, to: line.content }, newText: ' '.repeat(width) };
}
