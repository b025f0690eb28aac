import type { TemplateCompletionContext } from '../languages/gotemplate/complete-context';
import type { TemplateDialect } from '../languages/gotemplate/dialect';
import type { TemplateKnowledge } from '../languages/gotemplate/template-knowledge';
import { configDialectOf } from '../workspace/settings';
import { notificationTemplates } from '../workspace/template-knowledge';
import { fileName } from '../workspace/workspace';
import type { FeatureContext } from './context';

/** The templates that a text can call beside its own; rules call none. */
export function templatesFor(
  { workspace, settings }: FeatureContext,
  { program }: TemplateDialect,
): TemplateKnowledge | undefined {
  if (program !== 'Alertmanager') return undefined;
  const { version } = configDialectOf(settings);
  return notificationTemplates(workspace.index, version, fileName);
}

/** What notification templates can be about: the labels and annotations that the workspace's rules set. */
export function notificationContext(
  context: FeatureContext,
  dialect: TemplateDialect,
): TemplateCompletionContext {
  const { index } = context.workspace;
  return {
    labels: new Set(['alertname', 'severity', ...index.labelNames()]),
    annotations: new Set(['summary', 'description', 'runbook_url', ...index.annotationNames()]),
    groupLabels: groupLabels(context),
    templates: templatesFor(context, dialect),
  };
}

/** The labels by which the workspace's routes group alerts; nothing where none says. */
function groupLabels({ workspace }: FeatureContext): Iterable<string> | undefined {
  const names = new Set<string>();
  for (const { analysis } of workspace.configDocuments()) {
    for (const { model } of analysis?.configs?.() ?? []) {
      const pending = model.route ? [model.route] : [];
      for (let route = pending.pop(); route; route = pending.pop()) {
        pending.push(...route.routes);
        for (const { text } of route.groupBy ?? []) if (text !== '...') names.add(text);
      }
    }
  }
  return names.size > 0 ? names : undefined;
}
