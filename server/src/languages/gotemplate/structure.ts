import type { Span } from '../../text/span';
import type { TemplateNode, TemplateResult } from './ast';

/** What can be folded: the bodies of blocks, from their opening action to the action that ends them, and comments. */
export function templateFolds({ nodes }: TemplateResult): (Span & { readonly comment?: boolean })[] {
  const folds: (Span & { readonly comment?: boolean })[] = [];
  const pending: TemplateNode[] = [...nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'comment') folds.push({ ...node.span, comment: true });
    const bodies = node.kind === 'control' ? node.branches : node.kind === 'definition' ? [node] : [];
    for (const { action, body, bodySpan } of bodies) {
      folds.push({ from: action.from, to: bodySpan.to });
      for (const inner of body) pending.push(inner);
    }
  }
  return folds.sort((a, b) => a.from - b.from || b.to - a.to);
}
