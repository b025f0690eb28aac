import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { promqlOccurrences } from '../languages/promql/occurrences';
import { hostSpan } from '../text/region';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here } from './fragment';
import { nameAt, occurrences } from './names';

/** The same metric or alert in the whole document, or the same label in one expression. */
export function documentHighlights(context: FeatureContext, position: Position): DocumentHighlight[] {
  const { document } = context;
  const offset = offsetOf(context, position);
  const name = nameAt(document, offset);
  if (name && document.analysis) {
    const { definitions, uses } = occurrences(document.analysis, name);
    return [
      ...definitions.map((span) => ({
        range: toRange(document.lines, span),
        kind: DocumentHighlightKind.Write,
      })),
      ...uses.map((span) => ({ range: toRange(document.lines, span), kind: DocumentHighlightKind.Read })),
    ];
  }
  const { fragment } = here(document, offset);
  if (fragment?.language !== 'promql') return [];
  return promqlOccurrences(fragment.result, fragment.map.toFragment(offset)).map(({ span }) => ({
    range: toRange(document.lines, hostSpan(fragment.map, span)),
    kind: DocumentHighlightKind.Text,
  }));
}
