import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { wellKnownMetrics } from '../languages/promql/metrics';
import type { Refusal } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import type { FeatureContext } from './context';
import { endings, familyOf, renamedFamily, renamedSeries, type MetricFamily } from './metric-family';
import { filesNaming, nameAt, type Name, type Names } from './names';
import { renameNamesIn } from './rename-names';
import { renameWritten } from './rename-written';
import { Changes } from './workspace-edit';

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** The metric or alert at an offset, or why it can't be renamed. */
export function renameableMetric(context: FeatureContext, offset: number): Name | Refusal {
  const name = nameAt(context.document, offset);
  if (!name) {
    return {
      refused:
        'Only metrics, their labels, recording rules, alerts, receivers, time intervals and templates can be renamed.',
    };
  }
  const { index } = context.workspace;
  const { kind, text } = name;
  if (kind === 'alert') {
    const isDefined = index.definers('alert', text)[Symbol.iterator]().next().done === false;
    return isDefined ? name : { refused: `No rule of this workspace is called ${text}.` };
  }
  const isRecorded = index.definers('record', text)[Symbol.iterator]().next().done === false;
  const { definitions } = familyOf(index, text);
  if (!isRecorded && definitions.length === 0) {
    const known = wellKnownMetrics().metric(text);
    return known ? { refused: `${text} is defined by ${known.origin}, so it can't be renamed here.` } : name;
  }
  const implied = definitions.find(({ definition }) => definition.implied);
  return implied
    ? { refused: `${text} is a metric that ${implied.definition.library} brings by itself.` }
    : name;
}

/**
 * Renames a metric or an alert where it is defined, by rules and by programs, and everywhere it is used. The series of
 * a metric go together.
 * @param annotates the client shows what an edit needs to be asked about
 */
export async function renameMetric(
  { workspace }: FeatureContext,
  { kind, text }: Name,
  newName: string,
  annotates: boolean,
): Promise<WorkspaceEdit | Refusal> {
  const { index } = workspace;
  const family = kind === 'metric' ? familyOf(index, text) : undefined;
  const newNames = family ? newNamesOf(family, text, newName) : new Map([[text, newName]]);
  if ('refused' in newNames) return newNames;
  if (kind === 'metric' && newName !== text) {
    for (const [name, to] of newNames) {
      const isTaken =
        !newNames.has(to) &&
        (index.metrics.definitions(to).length > 0 ||
          index.definers('record', to)[Symbol.iterator]().next().done === false);
      if (isTaken) return { refused: `${name} would become ${to}, and there is such a metric already.` };
    }
  }
  const names: Names = { kind, texts: new Set(newNames.keys()) };
  const changes = new Changes();
  const documents: OpenDocument[] = [];
  for (const uri of filesNaming(index, names)) {
    const document = await workspace.document(uri);
    if (document) documents.push(document);
  }
  if (family) {
    const newFamily = newNames.get(family.name) ?? newName;
    for (const document of documents) {
      const refusal = await renameWritten(workspace, document, family.name, newFamily, changes);
      if (refusal) return refusal;
    }
  }
  for (const document of documents) {
    const refusal = renameNamesIn(document, kind, newNames, changes);
    if (refusal) return refusal;
  }
  return changes.toLsp(annotates);
}

/** What each series of the family is called when the one called `text` gets the name `newName`. */
function newNamesOf(family: MetricFamily, text: string, newName: string): Map<string, string> | Refusal {
  if (!METRIC_NAME.test(newName)) {
    return {
      refused: `"${newName}" is no metric name that can stand without quotes: use letters, digits, _ and :, no digit first.`,
    };
  }
  const newFamily = renamedFamily(family.name, text, newName);
  if (newFamily === undefined) {
    const { ofSeries: suffix } = endings(family.name, text);
    return {
      refused: `${text} is a series of ${family.name}, so its new name has to end in ${suffix}; rename ${family.name} to change all.`,
    };
  }
  return new Map(
    Array.from(family.names, (name) => [name, renamedSeries(family.name, name, newFamily)] as const),
  );
}
