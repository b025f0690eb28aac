import { mayHoldPromql } from '../formats/rules/promql-of';
import { hostFixes, hostSpan } from '../text/region';
import type { RuleCheck } from './check';

/** PromQL in a template that Prometheus can't parse: it loads, since only the template itself is read then. */
export const brokenQuery: RuleCheck = {
  code: 'rules/broken-query',
  severity: 'warning',
  title: 'Template runs a query that is wrong',
  explanation:
    'Prometheus parses the PromQL in a template, such as `{{ query "sum(up" }}`, only when the template is expanded: ' +
    'the file loads, and when the alert fires its label or annotation holds an error instead of the text. ' +
    'With `graphLink` and `tableLink` the link leads to a page with that error. ' +
    'What `printf` puts in is taken to be right.',
  *run({ kind, labels, annotations }) {
    if (kind !== 'alert') return;
    for (const { text, template } of [...labels, ...annotations]) {
      if (!template || !mayHoldPromql(text) || template.region().holes?.length) continue;
      for (const query of template.queries()) {
        const region = query.region();
        for (const fault of query.result().faults) {
          yield {
            message: `this query fails when the alert fires: ${fault.message}`,
            span: hostSpan(region.map, fault.span),
            fixes: hostFixes(region, fault.fixes),
          };
        }
      }
    }
  },
};
