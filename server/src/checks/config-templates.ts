import type { TemplateResult } from '../languages/gotemplate/ast';
import { templateFindings } from '../languages/gotemplate/findings';
import { lintTemplate } from '../languages/gotemplate/lint';
import type { TemplateKnowledge } from '../languages/gotemplate/template-knowledge';
import { embeddedText, type ConfigDialect } from '../formats/alertmanager/embedded';
import type { ConfigModel } from '../formats/alertmanager/model';
import { walkScalars } from '../formats/structure/locate';
import type { Finding } from '../text/finding';
import { hostFixes, hostSpan } from '../text/region';

/**
 * What the templates in the fields of the configuration `text` do wrong. Alertmanager parses most of them only when it
 * sends a notification, so none of this keeps a file from being loaded.
 */
export function configTemplateAdvice(model: ConfigModel, text: string, dialect: ConfigDialect): Finding[] {
  return inTemplates(model, text, dialect, (result) => templateFindings(result, 'send'));
}

/** Calls of templates that neither the workspace nor Alertmanager defines. */
export function undefinedTemplates(
  model: ConfigModel,
  text: string,
  dialect: ConfigDialect,
  templates: TemplateKnowledge,
): Finding[] {
  return inTemplates(model, text, dialect, (result) =>
    result.text.includes('template')
      ? lintTemplate(result, templates).filter(({ code }) => code === 'template/undefined-template')
      : [],
  );
}

function inTemplates(
  { root }: ConfigModel,
  text: string,
  dialect: ConfigDialect,
  find: (result: TemplateResult) => readonly Finding[],
): Finding[] {
  if (!root) return [];
  const found: Finding[] = [];
  for (const scalar of walkScalars(root)) {
    if (!scalar.value.text.includes('{{')) continue;
    const embedded = embeddedText(scalar, text, dialect);
    if (embedded?.language !== 'gotemplate') continue;
    // What Alertmanager parses when it loads the file is an error of the field already.
    if (scalar.type.kind === 'string' && scalar.type.check && embedded.result().faults.length > 0) continue;
    const region = embedded.region();
    for (const finding of find(embedded.result())) {
      found.push({
        ...finding,
        span: hostSpan(region.map, finding.span),
        fixes: hostFixes(region, finding.fixes),
        related: finding.related?.map((other) => ({ ...other, span: hostSpan(region.map, other.span) })),
      });
    }
  }
  return found;
}
