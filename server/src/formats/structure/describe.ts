import type { YamlNode } from '../../languages/yaml/nodes';
import { quoted } from '../../text/quoted';

/** A node's kind in words. */
export function describeNode(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return quoted(node.value);
    case 'mapping':
      return 'a mapping';
    case 'sequence':
      return 'a list';
    case 'alias':
      return 'an alias';
  }
}
