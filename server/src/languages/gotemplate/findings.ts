import type { Finding } from '../../text/finding';
import type { TemplateResult } from './ast';
import type { TemplateFacts } from './facts';
import { lintTemplate } from './lint';
import type { TemplateKnowledge } from './template-knowledge';

/** When a program finds out what is wrong with a template. */
export type TemplateStage =
  /** Parsed with the file: a `.tmpl` file, Prometheus' rules. */
  | 'load'
  /** Not looked at before it is expanded: most of the fields of alertmanager.yml. */
  | 'send';

const LATER = 'the notification fails when it is sent';

/**
 * All that is wrong with an Alertmanager template, in the order of the text. A fault of syntax is an error only where
 * the program parses the template when it loads; all else is seen when a notification is sent.
 */
export function templateFindings(
  result: TemplateResult,
  stage: TemplateStage,
  templates?: TemplateKnowledge,
): Finding[] {
  const severity = stage === 'load' ? 'error' : 'warning';
  const refused = result.faults.map((fault): Finding => {
    const message = stage === 'load' ? fault.message : `${fault.message} (${LATER})`;
    return { ...fault, severity, message };
  });
  const advice = lintTemplate(result, templates).map((finding) => ({
    ...finding,
    message: finding.code === 'template/printf' ? finding.message : `${finding.message} (${LATER})`,
  }));
  return [...refused, ...advice].sort((a, b) => a.span.from - b.span.from);
}

/**
 * Hints about the templates of a file that nothing uses.
 * @param isUsed whether any text of the workspace calls a template, or the program does so by default.
 */
export function unusedTemplates({ defined }: TemplateFacts, isUsed: (name: string) => boolean): Finding[] {
  return defined
    .filter(({ name, keyword }) => keyword === 'define' && !isUsed(name))
    .map(({ name, nameSpan }) => ({
      code: 'template/unused-template',
      severity: 'hint',
      message: `no template or configuration of the workspace uses ${JSON.stringify(name)}`,
      span: nameSpan,
      tag: 'unnecessary',
    }));
}
