import { metricRefs, type MetricRef } from '../languages/promql/occurrences';
import type { RuleSlice } from '../formats/rules/slice';
import { hostSpan } from '../text/region';
import { touches, type Span } from '../text/span';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';
import { here } from './fragment';

/** A recording rule's metric or any other, or an alert. */
export interface Name {
  readonly kind: 'metric' | 'alert';
  readonly text: string;
  /** In the document. */
  readonly span: Span;
}

/** The metric or alert that is named at a document offset, where it is defined or where it is used. */
export function nameAt(document: OpenDocument, offset: number): Name | undefined {
  const { slice, offset: inSlice, place, fragment } = here(document, offset);
  if (fragment?.language === 'promql' && fragment.result.expr) {
    const at = fragment.map.toFragment(offset);
    const ref = metricRefs(fragment.result.expr).find(({ span }) => touches(span, at));
    return ref && { kind: kindOf(ref), text: ref.name, span: hostSpan(fragment.map, ref.span) };
  }
  const rule = place?.rule;
  if (!slice || !rule?.name || rule.kind === 'unknown' || !touches(rule.name.span, inSlice)) return undefined;
  const kind = rule.kind === 'alert' ? 'alert' : 'metric';
  return { kind, text: rule.name.text, span: hostSpan(slice.map, rule.name.span) };
}

export function kindOf(ref: MetricRef): Name['kind'] {
  return ref.kind === 'alert' ? 'alert' : 'metric';
}

/** Where the analysed document defines the name, and where it uses it, in document order. */
export function occurrences(
  analysis: Analysis,
  { kind, text }: Pick<Name, 'kind' | 'text'>,
): { definitions: Span[]; uses: Span[] } {
  const definitions: Span[] = [];
  const uses: Span[] = [];
  for (const { facts, map } of analysis.facts()) {
    for (const rule of facts.rules ?? []) {
      const defined = rule.kind === 'alert' ? 'alert' : 'metric';
      if (defined === kind && rule.name.text === text) definitions.push(hostSpan(map, rule.name.span));
    }
    for (const use of facts.uses ?? []) {
      if (use.kind === kind && use.name === text) uses.push(hostSpan(map, use.span));
    }
  }
  return { definitions, uses };
}

/** The rules that a slice defines under the name. */
export function definingRules({ model }: RuleSlice, { kind, text }: Pick<Name, 'kind' | 'text'>) {
  const wanted = kind === 'alert' ? 'alert' : 'record';
  return model.groups.flatMap(({ rules }) =>
    rules.filter((rule) => rule.kind === wanted && rule.name?.text === text),
  );
}
