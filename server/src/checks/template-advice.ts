import { lintTemplate } from '../languages/gotemplate/lint';
import type { RuleModel, TemplateModel } from '../formats/rules/model';
import type { Finding } from '../text/finding';
import { hostFixes, hostSpan } from '../text/region';

/** What the templates of an alert's labels and annotations do wrong when it fires, though they load. */
export function templateAdvice({ kind, labels, annotations }: RuleModel): Finding[] {
  if (kind !== 'alert') return [];
  return [...labels, ...annotations].flatMap(({ text, template }) =>
    template && text.includes('{{') ? adviceOn(template) : [],
  );
}

function adviceOn(template: TemplateModel): Finding[] {
  return lintTemplate(template.result()).map((finding) => {
    const region = template.region();
    const { map } = region;
    const fixes = hostFixes(region, finding.fixes);
    const related = finding.related?.map((other) => ({ ...other, span: hostSpan(map, other.span) }));
    return { ...finding, span: hostSpan(map, finding.span), fixes, related };
  });
}
