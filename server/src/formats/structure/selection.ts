import type { YamlNode } from '../../languages/yaml/nodes';
import { touches, type Span } from '../../text/span';

/** The values, fields and items around `offset`, innermost first. */
export function yamlSelections(root: YamlNode, offset: number): Span[] {
  const spans: Span[] = [];
  let node: YamlNode | undefined = root;
  while (node && touches(node.span, offset)) {
    spans.unshift(node.span);
    let next: YamlNode | undefined;
    if (node.kind === 'mapping') {
      for (const { key, value } of node.pairs) {
        const field = { from: key.span.from, to: Math.max(key.span.to, value.span.to) };
        if (value.span.from < key.span.from || !touches(field, offset)) continue;
        spans.unshift(field);
        next = touches(value.span, offset) ? value : key;
        break;
      }
    } else if (node.kind === 'sequence') {
      next = node.items.find(({ span }) => touches(span, offset));
    }
    node = next;
  }
  return spans;
}
