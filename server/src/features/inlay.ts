import type { InlayHint, Range } from 'vscode-languageserver-types';
import { inlayHints as promqlHints } from '../languages/promql/inlay';
import { offsetOf, type FeatureContext } from './context';
import { promqlFragments } from './fragments';

/** The labels of aggregations and the sums of durations, in the expressions that `range` shows. */
export function inlayHints(context: FeatureContext, range: Range): InlayHint[] {
  const { document, settings } = context;
  if (!settings.inlayHints.enabled) return [];
  const span = { from: offsetOf(context, range.start), to: offsetOf(context, range.end) };
  const hints: InlayHint[] = [];
  for (const { result, map } of promqlFragments(document, span)) {
    for (const { offset, label, tooltip } of promqlHints(result)) {
      const at = map.toHost(offset, 'end');
      if (at >= span.from && at <= span.to) {
        hints.push({ position: document.lines.positionAt(at), label, tooltip, paddingLeft: true });
      }
    }
  }
  return hints;
}
