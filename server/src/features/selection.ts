import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { promqlSelections } from '../languages/promql/selection';
import { yamlSelections } from '../formats/structure/selection';
import { hostSpan } from '../text/region';
import { touches, type Span } from '../text/span';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here } from './fragment';

/** Ever bigger selections: by PromQL's syntax, then the value, its field, and whatever holds that. */
export function selectionRange(context: FeatureContext, position: Position): SelectionRange {
  const { document } = context;
  const offset = offsetOf(context, position);
  let result: SelectionRange | undefined;
  for (const span of spansAt(context, offset).reverse()) {
    result = { range: toRange(document.lines, span), parent: result };
  }
  return result ?? { range: { start: position, end: position } };
}

/** Innermost first, each holding the one before. */
function spansAt({ document }: FeatureContext, offset: number): Span[] {
  const { slice, config, offset: inSlice, place, fragment } = here(document, offset);
  const spans: Span[] = [];
  if (fragment?.language === 'promql') {
    const at = fragment.map.toFragment(offset);
    spans.push(...promqlSelections(fragment.result, at).map((span) => hostSpan(fragment.map, span)));
  }
  if (slice) {
    const fields = [...(place?.rule?.fields ?? []), ...(place?.group?.fields ?? [])];
    const outer = [
      ...fields.flatMap(({ keySpan, value }) => [value.span, { from: keySpan.from, to: value.span.to }]),
      ...[place?.rule, place?.group].flatMap((node) => (node ? [node.span] : [])),
    ].filter((span) => touches(span, inSlice));
    outer.sort((a, b) => a.to - a.from - (b.to - b.from));
    spans.push(...outer.map((span) => hostSpan(slice.map, span)));
  }
  if (config?.root) {
    spans.push(...yamlSelections(config.root, inSlice).map((span) => hostSpan(config.map, span)));
  }
  return growing(spans);
}

/** Without those that are not bigger than the one before. */
function growing(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    const grows =
      !last || (span.from <= last.from && span.to >= last.to && span.to - span.from > last.to - last.from);
    if (grows) kept.push(span);
  }
  return kept;
}
