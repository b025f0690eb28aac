import { describe, expect, it } from 'vitest';
import { classify } from './classify';
import { defaultSettings } from './settings';

const RULES = 'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n';
const CONFIG = 'route:\n  receiver: a\nreceivers:\n- name: a\n';
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));
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
    'a program that defines metrics',
    'src/metrics.ts',
    "import { Counter } from 'prom-client';\nnew Counter({ name: 'a', help: 'b' });",
    'code',
  ],
  ['another program', 'src/other.ts', 'export const a = 1;\n', undefined],
  ['a program in Python', 'app/metrics.py', 'from prometheus_client import Counter\n', 'code'],
  ['a dashboard', 'grafana/a.json', '{ "panels": [], "schemaVersion": 39, "templating": {} }', 'dashboard'],
  ['other JSON', 'package.json', '{ "name": "a" }', undefined],
  ['a page with a query', 'README.md', 'Run\n\n```promql\nup\n```\n', 'markdown'],
  ['another page', 'README.md', 'Run `up`.\n', undefined],
  [
    'unit tests of rules',
    'rules/api.test.yml',
    'rule_files: [a.yml]\ntests:\n- alert_rule_test:\n  - alertname: A\n',
    'ruletest',
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
    'values of a chart with a name like a configuration’s',
    'alertmanager-values.yaml',
    `replicaCount: 1\ntemplates: {}\nconfig:\n  enabled: true\n${indented(CONFIG, 2)}`,
    'embedded',
  ],
  [
    'values that have nothing of ours',
    'alertmanager-values.yaml',
    'image: x\nport: 9093\ntemplates: {}\n',
    undefined,
  ],
  ['values that say little', 'values.yaml', 'alertmanager:\n  config:\n    global: {}\n', 'embedded'],
  [
    'an object of the operator that is only begun',
    'x.yaml',
    'apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nspec:\n',
    'embedded',
  ],
  [
    'Grafana’s own alerting',
    'provisioning/alerting/rules.yml',
    'apiVersion: 1\ngroups:\n- orgId: 1\n  folder: f\n  rules:\n  - uid: x\n',
    undefined,
  ],
  ['Loki’s rules', 'loki/rules/a.yml', RULES.replace('up', 'rate({app="x"} |= "error" [5m])'), undefined],
  ['an Alertmanager configuration', 'x.yml', CONFIG, 'alertmanager'],
  [
    'one with an integration and no route',
    'x.yml',
    'receivers:\n- name: a\n  slack_configs: []\n',
    'alertmanager',
  ],
  ['one being begun, by its name', 'ops/alertmanager.yml', '', 'alertmanager'],
  ['one with a misspelt section', 'ops/alertmanager.yaml', 'reciever:\n- name: a\n', 'alertmanager'],
  [
    'something else of its name',
    'roles/alertmanager.yml',
    '- hosts: alertmanager\n  roles: [alertmanager]\n',
    undefined,
  ],
  [
    'an OpenTelemetry collector’s receivers',
    'otel.yml',
    'receivers:\n  otlp:\n    protocols: {}\nexporters:\n  debug:\nservice:\n  pipelines: {}\n',
    undefined,
  ],
  [
    'a configuration in a Secret',
    'k8s/x.yaml',
    `apiVersion: v1\nkind: Secret\nstringData:\n  alertmanager.yaml: |\n${indented(CONFIG, 4)}`,
    'embedded',
  ],
  [
    'the operator’s AlertmanagerConfig',
    'k8s/x.yaml',
    'apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nspec:\n  receivers: []\n',
    'embedded',
  ],
  [
    'Helm values with a configuration',
    'values.yaml',
    `alertmanager:\n  config:\n${indented(CONFIG, 4)}`,
    'embedded',
  ],
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
