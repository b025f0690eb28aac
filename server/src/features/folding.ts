import type { FoldingRange } from 'vscode-languageserver-types';
import { templateFolds } from '../languages/gotemplate/structure';
import { promqlFolds } from '../languages/promql/folding';
import { foldingSpans } from '../formats/rules/folding';
import { foldYaml } from '../formats/structure/folding';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { FeatureContext } from './context';

/** Groups, rules, fields and items of several lines, blocks of templates, and brackets in PromQL. */
export function foldingRanges({ document }: FeatureContext): FoldingRange[] {
  const { analysis, lines } = document;
  const spans: Span[] = analysis?.promql ? promqlFolds(analysis.promql) : [];
  for (const slice of analysis?.rules() ?? []) {
    for (const span of foldingSpans(slice.text, slice.model)) spans.push(hostSpan(slice.map, span));
  }
  for (const { text, root, map } of analysis?.configs?.() ?? []) {
    for (const span of root ? foldYaml(text, root) : []) spans.push(hostSpan(map, span));
  }
  if (analysis?.template) spans.push(...templateFolds(analysis.template));
  return spans.flatMap((span) => {
    const startLine = lines.positionAt(span.from).line;
    const endLine = lines.positionAt(span.to).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
