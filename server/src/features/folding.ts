import type { FoldingRange } from 'vscode-languageserver-types';
import { promqlFolds } from '../languages/promql/folding';
import { foldingSpans } from '../formats/rules/folding';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { FeatureContext } from './context';

/** Groups, rules, fields of several lines, and brackets in PromQL. */
export function foldingRanges({ document }: FeatureContext): FoldingRange[] {
  const { analysis, lines } = document;
  const spans: Span[] = analysis?.promql ? promqlFolds(analysis.promql) : [];
  for (const slice of analysis?.rules() ?? []) {
    for (const span of foldingSpans(slice.text, slice.model)) spans.push(hostSpan(slice.map, span));
  }
  return spans.flatMap((span) => {
    const startLine = lines.positionAt(span.from).line;
    const endLine = lines.positionAt(span.to).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
