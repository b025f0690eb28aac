import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { listed } from '../languages/promql/explain-parts';
import { wellKnownMetrics } from '../languages/promql/metrics';
import type { Refusal } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import type { FeatureContext } from './context';
import { labelAt, withSources, type LabelName } from './label-names';
import { hasLabel } from './label-owners';
import { labelPlaces, unknowableLabel, type LabelPlace } from './label-places';
import { labelScope, type LabelScope } from './label-scope';
import { familyOf } from './metric-family';
import { renameAlertLabel } from './rename-alert-label';
import { ILLUSTRATION } from './rename-names';
import { Changes, placeName, type Doubt } from './workspace-edit';

/** Labels that scraping, histograms, summaries and rules bring, whatever a program says. */
const MADE_LABELS = new Set(['__name__', 'job', 'instance', 'le', 'quantile', 'alertname', 'alertstate']);

/** The label of one metric at an offset, why it can't be renamed, or nothing where no label stands. */
export async function renameableLabel(
  context: FeatureContext,
  offset: number,
): Promise<LabelName | Refusal | undefined> {
  const found = labelAt(context.document, offset);
  if (!found) return undefined;
  const name = await withSources(context.workspace, found);
  const { text, origin } = name;
  if (MADE_LABELS.has(text)) return { refused: `${text} is a label that Prometheus gives.` };
  if (origin.isMade) return { refused: `${text} is written by the expression itself there.` };
  const owners = ownersOf(context, name);
  const [first, ...others] = new Set(owners.map((metric) => familyOf(context.workspace.index, metric).name));
  if (first === undefined) return { refused: `It is not known whose label ${text} is there.` };
  if (others.length > 0) {
    return {
      refused: `${text} is a label of ${listed([first, ...others])} there; rename it where it is one's.`,
    };
  }
  return { ...name, origin: { ...origin, metrics: owners } };
}

/** Of the metrics that may bring the label those that are known to have it, or else all that aren't known to lack it. */
function ownersOf({ workspace: { index } }: FeatureContext, { text, origin }: LabelName): string[] {
  const known = origin.metrics.filter((metric) => hasLabel(index, metric, text) === true);
  if (known.length > 0) return known;
  return origin.metrics.filter((metric) => hasLabel(index, metric, text) === undefined);
}

/**
 * Renames a label of a metric: where programs define and write it, in expressions over the metric, in what rules make of
 * it, and in the templates of its alerts.
 * @param annotates the client shows what an edit needs to be asked about
 */
export async function renameLabel(
  context: FeatureContext,
  { text: label, origin }: LabelName,
  newName: string,
  annotates: boolean,
): Promise<WorkspaceEdit | Refusal> {
  const { workspace } = context;
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(newName) || newName.startsWith('__')) {
    return {
      refused: `"${newName}" is no label name: use letters, digits and _, no digit first, and no __ in front.`,
    };
  }
  if (MADE_LABELS.has(newName)) return { refused: `${newName} is a label that Prometheus gives.` };
  const scope = await labelScope(workspace, label, origin.metrics);
  const refused = refusalOf(context, scope, newName);
  if (refused) return refused;
  const changes = new Changes();
  for (const document of scope.documents.values()) {
    const unknowable = unknowableLabel(document, scope);
    if (unknowable) {
      return { refused: `${placeName(document, unknowable.offset)}: ${unknowable.reason}.` };
    }
    for (const found of labelPlaces(document, scope)) {
      const { places, map, isIllustration } = found;
      let doubt: Doubt | undefined = isIllustration ? ILLUSTRATION : undefined;
      for (const place of places) {
        const judged = judge(context, scope, place);
        if (judged && 'refused' in judged) {
          return { refused: `${placeName(document, map.toHost(place.span.from))}: ${judged.refused}.` };
        }
        doubt ??= judged;
      }
      const written = places.filter(({ role }) => role !== 'implied');
      const edits = found.encode(
        written.map(({ span, write }) => ({ span, newText: write ? write(newName) : newName })),
      );
      if (!Array.isArray(edits)) {
        const offset = map.toHost(places[0]?.span.from ?? 0);
        return { refused: `${placeName(document, offset)}: ${edits.refused}.` };
      }
      changes.add(document, edits, doubt);
    }
  }
  for (const document of scope.documents.values()) {
    if (declaresStill(document, scope, changes)) {
      return { refused: `${placeName(document, 0)}: the label depends on more than can be changed there.` };
    }
  }
  if (scope.alerts.size > 0) {
    for (const document of workspace.configDocuments()) {
      renameAlertLabel(document, label, newName, changes);
    }
  }
  return changes.toLsp(annotates);
}

/** True where a program, as the changes leave it, declares or writes the label still. */
function declaresStill(document: OpenDocument, { label, metrics }: LabelScope, changes: Changes): boolean {
  const after = document.analysis?.reread?.(changes.textOf(document)).host;
  const isOurs = (metric: string | undefined): boolean => metric !== undefined && metrics.has(metric);
  const hasIt = (labels: readonly { readonly name: string }[] = []): boolean =>
    labels.some(({ name }) => name === label);
  return (
    (after?.metrics.some(({ name, labels }) => isOurs(name) && hasIt(labels)) ?? false) ||
    (after?.writes.some(({ metric, labels }) => isOurs(metric) && hasIt(labels)) ?? false)
  );
}

/** Why the label can't be renamed at all. */
function refusalOf(
  { workspace: { index } }: FeatureContext,
  { label, metrics }: LabelScope,
  newName: string,
): Refusal | undefined {
  for (const metric of metrics) {
    const { definitions } = familyOf(index, metric);
    const isRecorded = index.definers('record', metric)[Symbol.iterator]().next().done === false;
    const known = definitions.length === 0 && !isRecorded ? wellKnownMetrics().metric(metric) : undefined;
    if (known)
      return { refused: `${metric} is defined by ${known.origin}, so its labels can't be renamed here.` };
    const isTaken = definitions.some(({ definition }) =>
      definition.labels?.some(({ name }) => name === newName),
    );
    if (newName !== label && isTaken) {
      return { refused: `${metric} has a label ${newName} already.` };
    }
  }
  return undefined;
}

/** Why a place can't be changed without a fault, or why it may be wrong to; nothing where it has to be changed. */
function judge(
  { workspace: { index } }: FeatureContext,
  { label, metrics }: LabelScope,
  { role, origin }: LabelPlace,
): Refusal | Doubt | undefined {
  if (origin.isMade) return { refused: `${label} may be one that the expression writes itself` };
  const others = role === 'expected' ? [] : origin.metrics.filter((metric) => !metrics.has(metric));
  const having = others.find((metric) => {
    const has = hasLabel(index, metric, label);
    // To match by it, both sides need to have it.
    return has === true || (role === 'matching' && has === undefined);
  });
  if (having !== undefined) return { refused: `${label} is a label of ${having} there too` };
  const open = others.find((metric) => hasLabel(index, metric, label) === undefined);
  if (role === 'implied' || (open === undefined && !origin.isOpen)) return undefined;
  return {
    label: `${label}, which other metrics may have too`,
    description: `Is it the label of ${open ?? 'a metric that is not named'} that is meant?`,
  };
}
