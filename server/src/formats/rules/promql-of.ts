import type { ExprModel, RuleModel } from './model';

/** What calls of functions that take PromQL have in their text; most templates have none and needn't be parsed. */
const MAY_HOLD_PROMQL = /query|Link/;

/** All PromQL of a rule: its expression, and the queries in its templates. */
export function promqlOf({ expr, labels, annotations }: RuleModel): Pick<ExprModel, 'region' | 'result'>[] {
  const queries = [...labels, ...annotations].flatMap(({ text, template }) =>
    template && MAY_HOLD_PROMQL.test(text) ? template.queries() : [],
  );
  return expr ? [expr, ...queries] : queries;
}
