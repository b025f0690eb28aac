import type { MappingNode } from '../../languages/yaml/nodes';
import type { TextEdit } from '../../text/finding';

/**
 * The edit that removes the lines of a field from a block mapping; undefined where they hold something else too, such
 * as the dash of a list, or where the field comes from elsewhere by a merge key.
 */
export function removeField(text: string, mapping: MappingNode, name: string): TextEdit | undefined {
  const pair = mapping.pairs.find(({ key }) => key.kind === 'scalar' && key.value === name);
  if (!pair || mapping.flow || pair.value.kind === 'alias') return undefined;
  const from = text.lastIndexOf('\n', pair.key.span.from - 1) + 1;
  if (text.slice(from, pair.key.span.from).trim() !== '') return undefined;
  const end = Math.max(pair.key.span.to, pair.value.span.to);
  const lineFeed = text.indexOf('\n', end);
  const to = lineFeed < 0 ? text.length : lineFeed + 1;
  if (!/^:?\s*(#.*)?$/.test(text.slice(end, to).trimEnd())) return undefined;
  return { span: { from, to }, newText: '' };
}
