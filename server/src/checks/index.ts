import type { RuleFileModel, RuleModel } from '../formats/rules/model';
import { promqlOf } from '../formats/rules/promql-of';
import type { Finding } from '../text/finding';
import { hostFixes, hostSpan } from '../text/region';
import { brokenQuery } from './broken-query';
import type { RuleCheck } from './check';
import { adviseOnExpr } from './promql';
import { labelNotInResult } from './label-not-in-result';
import { templateAdvice } from './template-advice';

/** Every check, in the order of the documentation. */
export const RULE_CHECKS: readonly RuleCheck[] = [labelNotInResult, brokenQuery];

/** What the checks advise on the rules of a file or a piece of one; spans as in the model. */
export function adviseOn({ groups }: RuleFileModel): Finding[] {
  return groups.flatMap(({ rules }) =>
    rules.flatMap((rule) => [...checked(rule), ...templateAdvice(rule), ...exprAdvice(rule)]),
  );
}

/** On a rule's expression and on the queries in its templates. */
function exprAdvice(rule: RuleModel): Finding[] {
  return promqlOf(rule).flatMap((source) => {
    const { expr } = source.result();
    return (expr ? adviseOnExpr(expr) : []).map((finding) => {
      const region = source.region();
      return {
        ...finding,
        span: hostSpan(region.map, finding.span),
        fixes: hostFixes(region, finding.fixes),
      };
    });
  });
}

function checked(rule: RuleModel): Finding[] {
  return RULE_CHECKS.flatMap((check) =>
    Array.from(check.run(rule), (advice) => ({ code: check.code, severity: check.severity, ...advice })),
  );
}
