import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import type { Span } from '../text/span';
import { configNameHere } from './config-names';
import { toLspEdits, toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { renameConfigName } from './rename-config';
import { renameableLabel, renameLabel } from './rename-label';
import { renameableMetric, renameMetric } from './rename-metric';
import { renameableTemplate, renameTemplate } from './rename-template';
import { templateVariableAt } from './template-variables';

/** Something that can be renamed. */
interface Renameable {
  readonly span: Span;
  readonly text: string;
  rename(newName: string, annotates: boolean): Promise<WorkspaceEdit | Refusal> | WorkspaceEdit | Refusal;
}

/** What a rename would replace, or why nothing here can be renamed. */
export async function prepareRename(
  context: FeatureContext,
  position: Position,
): Promise<{ range: Range; placeholder: string } | Refusal> {
  const name = await renameable(context, position);
  if ('refused' in name) return name;
  return { range: toRange(context.document.lines, name.span), placeholder: name.text };
}

/**
 * Renames a metric, a label of one, an alert or a notification template in all files, or a receiver, time interval or
 * inhibit rule in its configuration.
 * @param annotates the client shows edits that need to be asked about
 */
export async function rename(
  context: FeatureContext,
  position: Position,
  newName: string,
  annotates = false,
): Promise<WorkspaceEdit | Refusal> {
  const name = await renameable(context, position);
  if ('refused' in name) return name;
  if (newName.trim() === '') return { refused: 'The new name is empty.' };
  return name.rename(newName.trim(), annotates);
}

async function renameable(context: FeatureContext, position: Position): Promise<Renameable | Refusal> {
  const offset = offsetOf(context, position);
  const configName = configNameHere(context.document, offset);
  if (configName) {
    return { ...configName, rename: (newName) => renameConfigName(context, configName, newName) };
  }
  const template = renameableTemplate(context, offset);
  if (template) {
    return 'refused' in template
      ? template
      : { ...template, rename: (newName) => renameTemplate(context, template, newName) };
  }
  const variable = templateVariableAt(context.document, offset);
  if (variable) return { ...variable, rename: (newName) => inDocument(context, variable.renamed(newName)) };
  const label = await renameableLabel(context, offset);
  if (label) {
    return 'refused' in label
      ? label
      : { ...label, rename: (newName, annotates) => renameLabel(context, label, newName, annotates) };
  }
  const metric = renameableMetric(context, offset);
  return 'refused' in metric
    ? metric
    : { ...metric, rename: (newName, annotates) => renameMetric(context, metric, newName, annotates) };
}

function inDocument({ document }: FeatureContext, edits: TextEdit[] | Refusal): WorkspaceEdit | Refusal {
  return 'refused' in edits ? edits : { changes: { [document.uri]: toLspEdits(document.lines, edits) } };
}
