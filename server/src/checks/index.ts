import type { RuleFileModel, RuleModel } from '../formats/rules/model';
import type { Finding } from '../text/finding';
import { brokenQuery } from './broken-query';
import type { RuleCheck } from './check';
import { labelNotInResult } from './label-not-in-result';
import { templateAdvice } from './template-advice';

/** Every check, in the order of the documentation. */
export const RULE_CHECKS: readonly RuleCheck[] = [labelNotInResult, brokenQuery];

/** What the checks advise on the rules of a file or a piece of one; spans as in the model. */
export function adviseOn({ groups }: RuleFileModel): Finding[] {
  return groups.flatMap(({ rules }) => rules.flatMap((rule) => [...checked(rule), ...templateAdvice(rule)]));
}

function checked(rule: RuleModel): Finding[] {
  return RULE_CHECKS.flatMap((check) =>
    Array.from(check.run(rule), (advice) => ({ code: check.code, severity: check.severity, ...advice })),
  );
}
