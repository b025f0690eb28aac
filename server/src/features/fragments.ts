import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import { walkScalars } from '../formats/structure/locate';
import {
  configFragment,
  here,
  hostedFragment,
  promqlFragment,
  templateFragment,
  type Fragment,
} from './fragment';

type Promql = Fragment & { language: 'promql' };

/** Every expression, template and label matcher that reaches into the document span, or all; in document order within a rule file. */
export function fragments(document: OpenDocument, span?: Span): Fragment[] {
  const { analysis } = document;
  if (!analysis) return [];
  if (analysis.promql ?? analysis.template) {
    const { fragment } = here(document, 0);
    return fragment ? [fragment] : [];
  }
  if (analysis.fragments) {
    return analysis.fragments
      .filter(({ hosted: { extent } }) => !span || (extent.from <= span.to && span.from <= extent.to))
      .map((found) => hostedFragment(analysis, found));
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
  for (const config of analysis.configs?.(span) ?? []) {
    for (const scalar of config.model.root ? walkScalars(config.model.root) : []) {
      const host = hostSpan(config.map, scalar.value.node.span);
      if (span && (host.from > span.to || host.to < span.from)) continue;
      const fragment = config.has(scalar.value.node.span.from) ? configFragment(config, scalar) : undefined;
      if (fragment) found.push(fragment);
    }
  }
  return found;
}

/** Every expression of `fragments`, and those in the strings of templates. */
export function* allPromql(document: OpenDocument, span?: Span): Iterable<Promql> {
  for (const fragment of fragments(document, span)) {
    if (fragment.language === 'promql') yield fragment;
    else if (fragment.language === 'gotemplate')
      for (const query of fragment.queries?.() ?? []) yield query.fragment;
  }
}

/** The expressions among `fragments`. */
export function promqlFragments(document: OpenDocument, span?: Span): Promql[] {
  return fragments(document, span).filter((fragment): fragment is Promql => fragment.language === 'promql');
}
