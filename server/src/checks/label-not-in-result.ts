import { labelReferences } from '../languages/gotemplate/references';
import { resultLabels } from '../languages/promql/result-labels';
import { mayHave } from '../languages/promql/label-sets';
import { hostSpan } from '../text/region';
import type { RuleCheck } from './check';

/** A template uses a label that the expression's result can't have, so it prints nothing. */
export const labelNotInResult: RuleCheck = {
  code: 'rules/label-not-in-result',
  severity: 'warning',
  title: 'Template uses a label that the result does not have',
  explanation:
    'Templates see the labels of the expression’s result. An aggregation keeps only the labels that it groups by, so ' +
    '`{{ $labels.pod }}` prints nothing behind `sum by (namespace) (…)`. Add the label to the `by` clause, or take it ' +
    'out of the text. Labels that the rule itself sets are not visible to its templates either.',
  *run({ kind, expr, labels, annotations }) {
    const tree = expr?.result().expr;
    if (kind !== 'alert' || !tree) return;
    const result = resultLabels(tree);
    for (const { text, template } of [...labels, ...annotations]) {
      if (!template || !text.includes('{{')) continue;
      for (const { label, span } of labelReferences(template.result())) {
        if (mayHave(result, label)) continue;
        const message = `the expression’s result has no label "${label}", so this prints nothing; keep the label in the expression (for instance in \`by (…)\`) or use another`;
        yield { message, span: hostSpan(template.region().map, span) };
      }
    }
  },
};
