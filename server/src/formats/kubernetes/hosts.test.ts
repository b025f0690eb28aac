import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { findEmbedded } from './hosts';

const GROUPS = 'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n';
const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

const CONFIG = 'route:\n  receiver: a\nreceivers:\n- name: a\n';
const OBJECT = 'apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\n';

/** What is found, each with where it stands or the beginning of its text. */
function found(text: string): string[] {
  return findEmbedded(parseYaml(text, { recover: true }), text).map((part) => {
    const of = part.of === 'operator' ? `${part.of} ${part.api}` : part.of;
    return 'node' in part
      ? `${of} at ${part.at.join('.')}: ${text.slice(part.node.span.from, part.node.span.from + 6)}`
      : `${of}: ${part.region.text.slice(0, 6)}`;
  });
}

describe('findEmbedded', () => {
  it.each([
    ['a PrometheusRule', `kind: PrometheusRule\nspec:\n${indent(GROUPS, 2)}`, ['rules at spec: groups']],
    ['one that is only begun', 'kind: PrometheusRule\nspec:\n  groups:\n  - na\n', ['rules at spec: groups']],
    [
      'a list of them',
      `kind: List\nitems:\n- kind: PrometheusRule\n  spec:\n${indent(GROUPS, 4)}`,
      ['rules at items.-.spec: groups'],
    ],
    [
      'several documents',
      `kind: X\n---\nkind: PrometheusRule\nspec:\n${indent(GROUPS, 2)}---\nkind: PrometheusRule\nspec:\n${indent(GROUPS, 2)}`,
      ['rules at spec: groups', 'rules at spec: groups'],
    ],
    [
      'a ConfigMap',
      `kind: ConfigMap\ndata:\n  a.yml: |\n${indent(GROUPS, 4)}  b.yml: 'no rules'\n`,
      ['rules: groups'],
    ],
    [
      'Helm values',
      `additionalPrometheusRulesMap:\n  mine:\n${indent(GROUPS, 4)}`,
      ['rules at additionalPrometheusRulesMap.mine: groups'],
    ],
    ['groups of something else', 'groups:\n- name: a\n  users: [b]\n', []],
    [
      'a Secret',
      `kind: Secret\nstringData:\n  alertmanager.yaml: |\n${indent(CONFIG, 4)}`,
      ['alertmanager: route:'],
    ],
    ['a Secret in base64', 'kind: Secret\ndata:\n  alertmanager.yaml: cm91dGU6CiAgcmVjZWl2ZXI6IGEK\n', []],
    [
      'rules and a configuration in one ConfigMap',
      `kind: ConfigMap\ndata:\n  a.yml: |\n${indent(CONFIG, 4)}  b.yml: |-\n${indent(GROUPS, 4)}`,
      ['alertmanager: route:', 'rules: groups'],
    ],
    [
      'values of a stack',
      `alertmanager:\n  config:\n${indent(CONFIG, 4)}`,
      ['alertmanager at alertmanager.config: route:'],
    ],
    [
      'values that say little',
      'alertmanager:\n  config:\n    global: {}\n',
      ['alertmanager at alertmanager.config: global'],
    ],
    ['another configuration', 'grafana:\n  config:\n    global: {}\n', []],
    [
      'values of the chart of Alertmanager',
      `config:\n  enabled: true\n${indent(CONFIG, 2)}`,
      ['alertmanager at config: enable'],
    ],
    [
      'a release with values',
      `kind: HelmRelease\nspec:\n  values:\n    alertmanager:\n      config:\n${indent(CONFIG, 8)}`,
      ['alertmanager at spec.values.alertmanager.config: route:'],
    ],
    [
      'an object of the operator',
      `${OBJECT}spec:\n${indent(CONFIG, 2)}`,
      ['operator v1alpha1 at spec: route:'],
    ],
    ['one that is only begun', `${OBJECT}spec:\n  rou\n`, ['operator v1alpha1 at spec: rou\n']],
    [
      'the newer version',
      'apiVersion: monitoring.coreos.com/v1beta1\nkind: AlertmanagerConfig\nspec: {}\n',
      ['operator v1beta1 at spec: {}\n'],
    ],
    [
      'an object of the same name',
      'apiVersion: example.com/v1\nkind: AlertmanagerConfig\nspec: { route: {} }\n',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('reaches to what follows, so that more can be written at the end', () => {
    const text = `a:\n${indent(CONFIG, 2)}  \nb:\n${indent(CONFIG, 2)}  \n---\n${OBJECT}spec:\n  \nstatus: {}\n`;
    const extents = findEmbedded(parseYaml(text), text).map((part) =>
      'extent' in part ? text.slice(part.extent.from, part.extent.to).trimStart() : '',
    );
    expect(extents.map((extent) => extent.slice(0, 5))).toEqual(['route', 'route', ':\n  \n']);
    expect(extents[0]).toMatch(/- name: a\n {2}\n$/);
  });

  it('bounds the work on deep files', () => {
    expect(found('['.repeat(5000))).toEqual([]);
  });
});
