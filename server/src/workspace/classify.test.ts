import { describe, expect, it } from 'vitest';
import { classify } from './classify';
import { defaultSettings } from './settings';

const RULES = 'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n';
const cases: readonly [why: string, path: string, text: string, kind: string | undefined][] = [
  ['a rule file by name and content', 'ops/api.rules.yml', RULES, 'rules'],
  ['by content alone', 'ops/whatever.yaml', RULES, 'rules'],
  ['in a folder of rules', '/srv/rules/api.yml', RULES, 'rules'],
  ['an empty file of a rule file’s name', 'alerts.yml', '', 'rules'],
  ['one being begun', 'alerts.yml', '# my rules\ngro', 'rules'],
  ['one with a misspelt beginning', 'alerts.yml', 'group:\n- name: a\n', 'rules'],
  ['one with rules but no groups', 'alerts.yml', '- alert: A\n  expr: up\n', 'rules'],
  ['rules under a misspelt key', 'x.yml', RULES.replace('groups', 'gruops'), 'rules'],
  ['a list of groups', 'x.yml', '- name: a\n  rules:\n  - alert: A\n    expr: up\n', 'rules'],
  ['rules under another key', 'values.yaml', RULES.replace('groups', 'prometheusRules'), undefined],
  ['one rule alone', 'fragments/a.yml', 'alert: A\nexpr: up\n', undefined],
  ['groups without their key', 'x.yml', RULES.replace('groups:\n', ''), 'rules'],
  ['a user called loki', '/home/loki/work/rules/a.yml', RULES, 'rules'],
  ['groups of something else', 'ci.yml', 'groups:\n- name: a\n  users: [b]\n', undefined],
  [
    'rules of something else in a folder of rules',
    'rules/eslint.yml',
    'extends: airbnb\nrules:\n  semi: error\n',
    undefined,
  ],
  [
    'unit tests of rules',
    'rules/api.test.yml',
    'rule_files: [a.yml]\ntests:\n- alert_rule_test:\n  - alertname: A\n',
    undefined,
  ],
  [
    'a PrometheusRule',
    'k8s/x.yaml',
    'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - alert: A\n',
    'embedded',
  ],
  ['a Deployment', 'k8s/x.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', undefined],
  [
    'Helm values',
    'values.yaml',
    'additionalPrometheusRules:\n- name: a\n  groups:\n  - name: b\n    rules:\n    - alert: A\n',
    'embedded',
  ],
  [
    'Grafana’s own alerting',
    'provisioning/alerting/rules.yml',
    'apiVersion: 1\ngroups:\n- orgId: 1\n  folder: f\n  rules:\n  - uid: x\n',
    undefined,
  ],
  ['Loki’s rules', 'loki/rules/a.yml', RULES.replace('up', 'rate({app="x"} |= "error" [5m])'), undefined],
  ['a query', 'q/errors.promql', '', 'promql'],
  ['no YAML', 'notes.txt', RULES, undefined],
  ['a Jinja template of rules', 'alerts.yml.j2', RULES, 'rules'],
];

describe('classify', () => {
  it.each(cases)('%s', (_, path, text, kind) => {
    expect(classify({ path, text }, defaultSettings())).toBe(kind);
  });

  it.each(['dockercompose', 'helm', 'yaml'])(
    'takes YAML under the language %s whatever its name',
    (languageId) => {
      expect(classify({ path: 'Untitled-1', text: RULES, languageId }, defaultSettings())).toBe('rules');
    },
  );
});
