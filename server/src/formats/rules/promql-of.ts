import type { ExprModel, RuleModel } from './model';

/** True unless a template has no call of a function that takes PromQL, as most have none: those needn't be parsed. */
export function mayHoldPromql(template: string): boolean {
  return /query|Link/.test(template);
}

/** All PromQL of a rule: its expression, and the queries in its templates. */
export function promqlOf({ expr, labels, annotations }: RuleModel): Pick<ExprModel, 'region' | 'result'>[] {
  const queries = [...labels, ...annotations].flatMap(({ text, template }) =>
    template && mayHoldPromql(text) ? template.queries() : [],
  );
  return expr ? [expr, ...queries] : queries;
}
