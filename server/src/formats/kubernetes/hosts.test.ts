import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { findEmbedded } from './hosts';

const GROUPS = 'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n';
const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** The text of each rule file that is found, in short. */
function found(text: string): string[] {
  return findEmbedded(parseYaml(text, { recover: true }), text).map((rules) =>
    'node' in rules
      ? `in place: ${text.slice(rules.node.span.from, rules.node.span.from + 7)}`
      : `text: ${rules.region.text.slice(0, 7)}`,
  );
}

describe('findEmbedded', () => {
  it.each([
    ['a PrometheusRule', `kind: PrometheusRule\nspec:\n${indent(GROUPS, 2)}`, ['in place: groups:']],
    ['one that is only begun', 'kind: PrometheusRule\nspec:\n  groups:\n  - na\n', ['in place: groups:']],
    [
      'a list of them',
      `kind: List\nitems:\n- kind: PrometheusRule\n  spec:\n${indent(GROUPS, 4)}`,
      ['in place: groups:'],
    ],
    [
      'several documents',
      `kind: X\n---\nkind: PrometheusRule\nspec:\n${indent(GROUPS, 2)}---\nkind: PrometheusRule\nspec:\n${indent(GROUPS, 2)}`,
      ['in place: groups:', 'in place: groups:'],
    ],
    [
      'a ConfigMap',
      `kind: ConfigMap\ndata:\n  a.yml: |\n${indent(GROUPS, 4)}  b.yml: 'no rules'\n`,
      ['text: groups:'],
    ],
    ['Helm values', `additionalPrometheusRulesMap:\n  mine:\n${indent(GROUPS, 4)}`, ['in place: groups:']],
    ['groups of something else', 'groups:\n- name: a\n  users: [b]\n', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('bounds the work on deep files', () => {
    expect(found('['.repeat(5000))).toEqual([]);
  });
});
