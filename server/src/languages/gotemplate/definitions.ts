import type { DefinitionNode, TemplateNode } from './ast';

/** Every definition below `nodes`, in no order. */
export function definitionsOf(nodes: readonly TemplateNode[]): DefinitionNode[] {
  const found: DefinitionNode[] = [];
  const pending = [...nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'definition') {
      found.push(node);
      for (const inner of node.body) pending.push(inner);
    } else if (node.kind === 'control') {
      for (const { body } of node.branches) for (const inner of body) pending.push(inner);
    }
  }
  return found;
}
