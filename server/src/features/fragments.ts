import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import { here, promqlFragment, templateFragment, type Fragment } from './fragment';

type Promql = Fragment & { language: 'promql' };

/** Every expression and template that reaches into the document span, or all; in document order within a rule file. */
export function fragments(document: OpenDocument, span?: Span): Fragment[] {
  const { analysis } = document;
  if (!analysis) return [];
  if (analysis.promql) {
    const { fragment } = here(document, 0);
    return fragment ? [fragment] : [];
  }
  const found: Fragment[] = [];
  for (const slice of analysis.rules(span)) {
    for (const rule of slice.model.groups.flatMap(({ rules }) => rules)) {
      const host = hostSpan(slice.map, rule.span);
      if (span && (host.from > span.to || host.to < span.from)) continue;
      if (rule.expr) found.push(promqlFragment(slice, rule.expr, rule));
      for (const { template } of [...rule.labels, ...rule.annotations]) {
        if (template) found.push(templateFragment(slice, template, rule));
      }
    }
  }
  return found;
}

/** The expressions among `fragments`. */
export function promqlFragments(document: OpenDocument, span?: Span): Promql[] {
  return fragments(document, span).filter((fragment): fragment is Promql => fragment.language === 'promql');
}
