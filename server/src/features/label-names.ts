import { labelReferences } from '../languages/gotemplate/references';
import { labelOrigin, labelRefs, type LabelOrigin } from '../languages/promql/label-refs';
import { namesIn } from '../languages/promql/names';
import { hostSpan } from '../text/region';
import { touches, type Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';
import { here, hostedExpr, type Fragment } from './fragment';
import { alertLabelSources } from './label-scope';
import { pageNames } from './page-names';
import { withoutQuotes } from './plain-edit';

/** A label that a place of a document names. */
export interface LabelName {
  readonly text: string;
  /** In the document, without quotes. */
  readonly span: Span;
  /** Whose label it is there. */
  readonly origin: LabelOrigin;
  /** The alert whose label it is, where that alone is said. */
  readonly alert?: string;
}

/** Known to be of these metrics only. */
function of(...metrics: string[]): LabelOrigin {
  return { metrics, isOpen: false, isMade: false };
}

/**
 * The label that is named at a document offset: in an expression, in the template of an alert, where a program defines
 * or writes it. Labels in Alertmanager's configurations are those of any alert, and not among them.
 */
export function labelAt(document: OpenDocument, offset: number): LabelName | undefined {
  const { fragment } = here(document, offset);
  return fragment ? labelInFragment(fragment, offset) : hostedLabelAt(document, offset);
}

function labelInFragment(fragment: Fragment, offset: number): LabelName | undefined {
  const { map } = fragment;
  const at = map.toFragment(offset);
  if (fragment.language === 'promql') {
    const { expr } = fragment.result;
    const use = expr && namesIn(expr).findLast(({ span }) => touches(span, at));
    if (!expr || use?.kind !== 'label') return undefined;
    const ref = labelRefs(expr, use.name).find(({ span }) => span.from === use.span.from);
    return ref && { text: use.name, span: hostSpan(map, ref.span), origin: ref.origin };
  }
  if (fragment.language !== 'gotemplate') return undefined;
  const ref = labelReferences(fragment.result).find(({ span }) => touches(span, at));
  const expr = fragment.alertExpr?.();
  if (!ref || !expr) return undefined;
  const span = withoutQuotes(fragment.result.text, ref.label, ref.span) ?? ref.span;
  return { text: ref.label, span: hostSpan(map, span), origin: labelOrigin(expr, ref.label) };
}

/** What a program or the like says of labels outside of its texts. */
function hostedLabelAt(document: OpenDocument, offset: number): LabelName | undefined {
  const { analysis, text } = document;
  const host = analysis?.host;
  if (!host) return undefined;
  const found = (name: string, span: Span | undefined): Span | undefined =>
    span && touches(span, offset) ? (withoutQuotes(text, name, span) ?? span) : undefined;
  for (const { name: metric, labels = [] } of host.metrics) {
    for (const { name, span } of labels) {
      const here = found(name, span);
      if (here) return { text: name, span: here, origin: of(metric) };
    }
  }
  for (const { kind, name, span, metric } of pageNames(document)) {
    const here = kind === 'label' ? found(name, span) : undefined;
    if (here) return { text: name, span: here, origin: of(metric) };
  }
  for (const { metric, labels } of host.writes) {
    for (const { name, nameSpan } of labels) {
      const here = found(name, nameSpan);
      if (here) return { text: name, span: here, origin: metric === undefined ? of() : of(metric) };
    }
  }
  for (const { kind, name, span, alert, of: index } of host.names ?? []) {
    const here = kind === 'label' ? found(name, span) : undefined;
    if (!here) continue;
    const expr = hostedExpr(analysis, index);
    return { text: name, span: here, origin: expr ? labelOrigin(expr, name) : of(), alert };
  }
  return undefined;
}

/** The label with the metrics that bring it, which are not said where only its alert is. */
export async function withSources(workspace: Workspace, name: LabelName): Promise<LabelName> {
  const { alert, text, origin } = name;
  if (alert === undefined) return name;
  const metrics = [...(await alertLabelSources(workspace, alert, text))];
  return { ...name, origin: { ...origin, metrics } };
}
