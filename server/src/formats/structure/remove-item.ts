import type { SequenceNode } from '../../languages/yaml/nodes';
import type { TextEdit } from '../../text/finding';

/**
 * The edit that removes the lines of an item from a block sequence of `text`; undefined where they hold something else
 * too, and for the only item, without which the list would be null.
 */
export function removeItem(
  text: string,
  { flow, items, dashes }: SequenceNode,
  index: number,
): TextEdit | undefined {
  const [dash, item, next] = [dashes[index], items[index], dashes[index + 1]];
  if (flow || dash === undefined || !item || items.length < 2 || item.kind === 'alias') return undefined;
  const from = lineStart(text, dash);
  if (text.slice(from, dash).trim() !== '') return undefined;
  let end = item.span.to;
  while (end > dash && /\s/.test(text.charAt(end - 1))) end--;
  const lineFeed = text.indexOf('\n', end);
  const to = lineFeed < 0 ? text.length : lineFeed + 1;
  if (next !== undefined && next < to) return undefined;
  return { span: { from, to }, newText: '' };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
