import { describe, expect, it } from 'vitest';
import { loadGrammar, scopesAtMark } from './tokens';

const grammar = await loadGrammar('source.yaml');

const EMBEDDED = 'meta.embedded.inline.promql';
const METRIC = 'variable.other.metric.promql';
const LABEL = 'variable.parameter.label.promql';
const STRING = 'string.quoted.double.promql';

/** A rule file with `rule` as one rule, its lines indented as they must be, and a rule behind it. */
function ruleFile(rule: string): string {
  const lines = rule
    .split('\n')
    .map((line, i) => (line === '' ? '' : `${i === 0 ? '      - ' : '        '}${line}`));
  return [
    'groups:',
    '  - name: g',
    '    rules:',
    ...lines,
    '      - record: next',
    '        expr: next',
  ].join('\n');
}

describe('an expression in each style of scalar', () => {
  it.each([
    ['plain', 'alert: A\nexpr: ‸up', METRIC],
    ['plain, label', 'alert: A\nexpr: up{‸job="a"} # b', LABEL],
    ['plain, comment', 'alert: A\nexpr: up # ‸down', 'comment.line.number-sign.promql'],
    ['plain, continued', 'alert: A\nexpr: up\n  + ‸down', METRIC],
    ['plain, continued behind an empty line', 'alert: A\nexpr: up\n\n  + ‸down', METRIC],
    ['plain, on the next line', 'alert: A\nexpr:\n  ‸up', METRIC],
    ['plain, with an anchor', 'alert: A\nexpr: &x ‸up', METRIC],
    ['first key of the rule', 'expr: ‸up\nalert: A', METRIC],
    ['first key of the rule, continued', 'expr: up\n  + ‸down\nalert: A', METRIC],
    ['single-quoted', 'alert: A\nexpr: \'up{job="‸a"}\'', STRING],
    ['double-quoted', 'alert: A\nexpr: "‸up"', METRIC],
    ['double-quoted, escaped quotes', 'alert: A\nexpr: "up{job=\\"‸a\\"}"', STRING],
    ['double-quoted, behind escaped quotes', 'alert: A\nexpr: "up{job=\\"a\\"} + ‸down"', METRIC],
    ['literal', 'alert: A\nexpr: |\n  up\n    + ‸down', METRIC],
    ['literal, quotes are PromQL', 'alert: A\nexpr: |\n  "‸a"', STRING],
    ['literal, chomped', 'alert: A\nexpr: |-\n  ‸up', METRIC],
    ['literal, behind an empty line', 'alert: A\nexpr: |\n  up\n\n  + ‸down', METRIC],
    ['literal, indicators and comment', 'alert: A\nexpr: |2+ # note\n  ‸up', METRIC],
    ['folded', 'alert: A\nexpr: >\n  ‸up', METRIC],
    ['folded, indicators', 'alert: A\nexpr: >-2\n  ‸up', METRIC],
    ['first key, literal', 'expr: |\n  up\n  + ‸down\nalert: A', METRIC],
    ['first key, wide dash', '  expr: |\n    ‸up\n  alert: A', METRIC],
  ])('%s', (_, rule, scope) => {
    const scopes = scopesAtMark(grammar, ruleFile(rule));
    expect(scopes).toContain(EMBEDDED);
    expect(scopes.at(-1)).toBe(scope);
  });

  it.each([
    ['the key itself', 'alert: A\n‸expr: up'],
    ['the block indicator', 'alert: A\nexpr: ‸|\n  up'],
    ['the quote', 'alert: A\nexpr: ‸"up"'],
    ['the next key', 'alert: A\nexpr: up\n‸for: 5m'],
    ['the next key behind a block', 'alert: A\nexpr: |\n  up\n‸for: 5m'],
    ['the next key behind a quoted scalar', 'alert: A\nexpr: "up"\n‸for: 5m'],
    ['the next key behind an unclosed brace', 'alert: A\nexpr: up{\n‸for: 5m'],
    ['the next key of a rule that starts with expr', 'expr: |\n  up\n‸alert: A'],
    ['another value', 'alert: ‸A\nexpr: up'],
  ])('ends before %s', (_, rule) => {
    expect(scopesAtMark(grammar, ruleFile(rule))).not.toContain(EMBEDDED);
  });
});

describe('Go templates', () => {
  const VARIABLE = 'variable.other.gotemplate';
  it.each([
    ['double-quoted', 'alert: A\nexpr: up\nannotations:\n  summary: "down: {{ ‸$labels.job }}"', VARIABLE],
    ['plain', 'alert: A\nexpr: up\nannotations:\n  summary: Down {{ ‸$value }}', VARIABLE],
    ['literal', 'alert: A\nexpr: up\nannotations:\n  summary: |\n    Down {{ ‸$value }}', VARIABLE],
    [
      'a function',
      'alert: A\nexpr: up\nlabels:\n  a: "{{ $value | ‸humanize }}"',
      'support.function.gotemplate',
    ],
    [
      'inside an expression',
      'alert: A\nexpr: up{job="{{ ‸.Values.job }}"}',
      'variable.other.property.gotemplate',
    ],
  ])('%s', (_, rule, scope) => {
    expect(scopesAtMark(grammar, ruleFile(rule)).at(-1)).toBe(scope);
  });
});

describe('where rules are', () => {
  it.each([
    ['list at the margin of its key', 'groups:\n- name: g\n  rules:\n  - alert: A\n    expr: ‸up\n'],
    [
      'PrometheusRule',
      'kind: PrometheusRule\nspec:\n  groups:\n  - name: g\n    rules:\n    - expr: ‸up\n      alert: A\n',
    ],
    [
      'rule behind an action at the margin',
      'rules:\n{{- if .x }}\n  - alert: A\n    expr: ‸up\n{{- end }}\n',
    ],
    [
      'rule file in a block scalar',
      'data:\n  a.yml: |\n    groups:\n    - name: g\n      rules:\n      - alert: A\n        expr: ‸up\n',
    ],
    ['unit test of expressions', 'tests:\n  - promql_expr_test:\n      - expr: ‸up\n'],
  ])('%s', (_, text) => {
    expect(scopesAtMark(grammar, text).at(-1)).toBe(METRIC);
  });

  it.each([
    ['no rules', 'panel:\n  expr: ‸up\n'],
    ['behind the rules', 'groups:\n  - rules:\n      - expr: up\nother:\n  expr: ‸up\n'],
    ['a template outside of rules', 'name: "{{ ‸.Values.name }}"\n'],
  ])('nothing in %s', (_, text) => {
    const scopes = scopesAtMark(grammar, text).join(' ');
    expect(scopes).not.toMatch(/promql|gotemplate/);
  });
});
