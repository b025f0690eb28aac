import type { YamlNode } from '../../languages/yaml/nodes';
import type { Span } from '../../text/span';

/**
 * What can be folded in YAML: every field, and every item of a list, of several lines. A span starts on the line that
 * stays visible and ends on the last one that is hidden.
 */
export function foldYaml(text: string, root: YamlNode): Span[] {
  const spans: Span[] = [];
  const add = (from: number, to: number): void => {
    let end = to;
    while (end > from && /\s/.test(text.charAt(end - 1))) end--;
    if (text.slice(from, end).includes('\n')) spans.push({ from, to: end });
  };
  const visit = (node: YamlNode): void => {
    if (node.kind === 'mapping') {
      for (const { key, value } of node.pairs) {
        if (value.span.from >= key.span.to) add(key.span.from, value.span.to);
        visit(value);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) {
        if (item.kind === 'mapping') add(item.span.from, item.span.to);
        visit(item);
      }
    }
  };
  visit(root);
  return spans;
}
