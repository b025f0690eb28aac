import { describe, expect, it } from 'vitest';
import { isRuleTest } from './recognise';

describe('isRuleTest', () => {
  it.each([
    'tests:\n- input_series:\n',
    'tests:\n  - interval: 1m\n    alert_rule_test: []\n',
    '"tests":\n  - "promql_expr_test":\n',
    'rule_files:\n  - a.yml\n\ntests:\n',
    'rule_files: [a.yml]\nevaluation_interval: 1m\n',
  ])('%j', (text) => {
    expect(isRuleTest(text)).toBe(true);
  });

  it.each([
    'groups:\n  - name: a\n    rules: []\n',
    'global:\n  evaluation_interval: 1m\nrule_files:\n  - a.yml\nscrape_configs: []\n',
    'tests:\n  - name: a\n    run: b\n',
    '# tests: of input_series:\n',
    'ci:\n  tests:\n    - input_series: a\n',
  ])('not %j', (text) => {
    expect(isRuleTest(text)).toBe(false);
  });
});
