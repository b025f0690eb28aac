import type { Expr } from '../../languages/promql/ast';
import type { Finding } from '../../text/finding';
import type { PromqlCheck } from './check';
import { quantileWithoutLe } from './quantile-without-le';

/** Every check on expressions, in the order of the documentation. */
export const PROMQL_CHECKS: readonly PromqlCheck[] = [quantileWithoutLe];

/** What the checks advise on an expression; spans as in it. */
export function adviseOnExpr(expr: Expr): Finding[] {
  return PROMQL_CHECKS.flatMap((check) =>
    Array.from(check.run(expr), (advice) => ({ code: check.code, severity: check.severity, ...advice })),
  );
}
