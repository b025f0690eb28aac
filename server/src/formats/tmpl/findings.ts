import type { TemplateResult } from '../../languages/gotemplate/ast';
import { templateFindings } from '../../languages/gotemplate/findings';
import type { TemplateKnowledge } from '../../languages/gotemplate/template-knowledge';
import type { Finding } from '../../text/finding';

/**
 * What is wrong with a `.tmpl` file of Alertmanager: errors are what `amtool check-config` refuses, for it parses the
 * files of a configuration's `templates` (template/template.go `FromGlob`); what fails when a notification is sent is
 * a warning.
 * @param result of `parseTemplate` with the file's name without its folder as the template's name, as which Alertmanager
 * knows the text outside of its definitions.
 * @param templates what other files define, and what Alertmanager brings along; without it, calls of templates that
 * the file doesn't define are not judged.
 */
export function templateFileFindings(result: TemplateResult, templates?: TemplateKnowledge): Finding[] {
  return templateFindings(result, 'load', templates);
}
