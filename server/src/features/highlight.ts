import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { symbolAt } from '../languages/gotemplate/occurrences';
import { promqlOccurrences } from '../languages/promql/occurrences';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import { configNameHere, configPlaces } from './config-names';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here, type Fragment } from './fragment';
import { nameAt, occurrences } from './names';
import { templateNameAt, templateOccurrences } from './template-names';

/** The same metric, alert, receiver or other name in the whole document, or the same label in one expression. */
export function documentHighlights(context: FeatureContext, position: Position): DocumentHighlight[] {
  const { document } = context;
  const offset = offsetOf(context, position);
  const places = placesOf(document, offset);
  if (places) {
    const at = (kind: DocumentHighlightKind) => (span: Span) => ({
      range: toRange(document.lines, span),
      kind,
    });
    return [
      ...places.definitions.map(at(DocumentHighlightKind.Write)),
      ...places.uses.map(at(DocumentHighlightKind.Read)),
    ];
  }
  const { fragment } = here(document, offset);
  return fragment
    ? spansInFragment(fragment, offset).map((span) => ({
        range: toRange(document.lines, hostSpan(fragment.map, span)),
        kind: DocumentHighlightKind.Text,
      }))
    : [];
}

/** The same label of an expression, or the same variable of a template. */
function spansInFragment(fragment: Fragment, offset: number): readonly Span[] {
  const at = fragment.map.toFragment(offset);
  if (fragment.language === 'promql') return promqlOccurrences(fragment.result, at).map(({ span }) => span);
  return fragment.language === 'gotemplate' ? (symbolAt(fragment.result, at)?.occurrences ?? []) : [];
}

/** Where the document defines and uses the name at `offset`, if there is one. */
function placesOf(
  document: FeatureContext['document'],
  offset: number,
): { readonly definitions: readonly Span[]; readonly uses: readonly Span[] } | undefined {
  const { analysis } = document;
  const configName = configNameHere(document, offset);
  if (configName) return configPlaces(configName);
  const template = templateNameAt(document, offset);
  if (template && analysis) return templateOccurrences(analysis, template.text);
  const name = nameAt(document, offset);
  return name && analysis && occurrences(analysis, name);
}
