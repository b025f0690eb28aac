/** The fields of a test, one of which each has. */
const TEST = /^[ \t]*(?:-[ \t]+)*["']?(?:input_series|alert_rule_test|promql_expr_test)["']?[ \t]*:/m;

/**
 * True for a file of unit tests of rules, as `promtool test rules` takes it. Reads lines' beginnings only, so it answers
 * in half-written files too: a list of rule files is in other files, but none with tests or an interval beside it.
 */
export function isRuleTest(text: string): boolean {
  const hasTests = /^["']?tests["']?[ \t]*:/m.test(text);
  if (hasTests && TEST.test(text)) return true;
  return (
    (hasTests || /^evaluation_interval[ \t]*:/m.test(text)) && /^["']?rule_files["']?[ \t]*:/m.test(text)
  );
}
