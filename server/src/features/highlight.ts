import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { symbolAt } from '../languages/gotemplate/occurrences';
import { promqlOccurrences } from '../languages/promql/occurrences';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import { configNameHere, configPlaces } from './config-names';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here, type Fragment } from './fragment';
import { labelAt, type LabelName } from './label-names';
import { labelPlaces } from './label-places';
import { nameAt, namesWith, occurrences } from './names';
import { templateNameAt, templateOccurrences } from './template-names';

/**
 * The same metric, label, alert, receiver or other name in the whole document, or the same label of an unnamed metric in
 * one expression.
 */
export function documentHighlights(context: FeatureContext, position: Position): DocumentHighlight[] {
  const { document } = context;
  const offset = offsetOf(context, position);
  const places = placesOf(context, offset);
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
  { document, workspace }: FeatureContext,
  offset: number,
): { readonly definitions: readonly Span[]; readonly uses: readonly Span[] } | undefined {
  const { analysis } = document;
  const configName = configNameHere(document, offset);
  if (configName) return configPlaces(configName);
  const template = templateNameAt(document, offset);
  if (template && analysis) return templateOccurrences(analysis, template.text);
  const label = labelAt(document, offset);
  if (label && analysis) return label.origin.metrics.length > 0 ? labelSpans(document, label) : undefined;
  const name = nameAt(document, offset);
  if (!name || !analysis) return undefined;
  // A series by itself, but all series of what a program defines there.
  const { kind, text, isDefinition } = name;
  return occurrences(
    analysis,
    isDefinition ? namesWith(workspace.index, name) : { kind, texts: new Set([text]) },
  );
}

/** Where the document names a label of the same metrics: near these, so that the others needn't be read. */
function labelSpans(
  document: OpenDocument,
  { text: label, origin, alert }: LabelName,
): { definitions: Span[]; uses: Span[] } {
  const metrics = new Set(origin.metrics);
  const near = document.analysis?.host
    ? undefined
    : document.analysis && occurrences(document.analysis, { kind: 'metric', texts: metrics }).uses;
  const scope = { label, metrics, alerts: new Set(alert === undefined ? [] : [alert]) };
  const found = labelPlaces(document, scope, near).flatMap(({ places, map }) =>
    places
      .filter(({ role }) => role !== 'implied')
      .map(({ span, role }) => ({ role, span: hostSpan(map, span) })),
  );
  const once = [...new Map(found.map((place) => [place.span.from, place])).values()];
  const of = (isDefinition: boolean): Span[] =>
    once.filter(({ role }) => (role === 'definition') === isDefinition).map(({ span }) => span);
  return { definitions: of(true), uses: of(false) };
}
