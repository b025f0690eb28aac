import type { Position } from 'vscode-languageserver-types';
import type { MetricKnowledge, PromqlDialect } from '../languages/promql/knowledge';
import type { OpenDocument } from '../workspace/document';
import { dialectOf, type Settings } from '../workspace/settings';
import type { Workspace } from '../workspace/workspace';

/** What every feature is given: the document, and what is known around it. */
export interface FeatureContext {
  readonly document: OpenDocument;
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly knowledge: MetricKnowledge;
  readonly dialect: PromqlDialect;
}

export function featureContext(workspace: Workspace, document: OpenDocument): FeatureContext {
  const { settings, knowledge } = workspace;
  return { document, workspace, settings, knowledge, dialect: dialectOf(settings) };
}

/** The offset of a position in the context's document. */
export function offsetOf({ document }: FeatureContext, position: Position): number {
  return document.lines.offsetAt(position);
}
