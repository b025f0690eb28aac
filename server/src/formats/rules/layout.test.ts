import { describe, expect, it } from 'vitest';
import { spotsAt } from '../structure/spots-at';
import { rulesLayout, type RuleSpot } from './layout';

/** The spots at `‸`, each as `kind container {present}` or the like, with what is replaced in quotes. */
function at(marked: string): string[] {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const show = (spot: RuleSpot): string => {
    const word = JSON.stringify(text.slice(spot.replace.from, spot.replace.to));
    if (spot.kind === 'item' || spot.kind === 'item-value') return `${spot.kind} of ${spot.of} ${word}`;
    const present = [...spot.present].sort().join(' ');
    if (spot.kind === 'value') return `value of ${spot.container}.${spot.field} {${present}} ${word}`;
    const flags = `${spot.deeper ? ` +${spot.deeper}` : ''}${spot.hasColon ? ' colon' : ''}${spot.flow ? ' flow' : ''}`;
    return `key of ${spot.container} {${present}} ${word}${flags}`;
  };
  return spotsAt(text, offset, rulesLayout).map(show);
}

const file = (rules: string): string => `groups:\n  - name: a\n    rules:\n${rules}`;

describe('spotsAt', () => {
  it.each([
    ['an empty file', '‸', ['key of file {} ""']],
    ['a begun word', 'gr‸', ['key of file {} "gr"']],
    ['a file with groups', 'groups:\n  - name: a\n‸', ['key of file {groups} ""', 'item of groups ""']],
    ['the first item of groups', 'groups:\n  ‸', ['item of groups ""']],
    [
      'the first item in the column of groups',
      'groups:\n‸',
      ['key of file {groups} ""', 'item of groups ""'],
    ],
    ['a lone dash', 'groups:\n  -‸', ['item of groups "-"']],
    ['behind a dash', 'groups:\n  - ‸', ['key of group {} "" +2']],
    ['a wide dash', 'groups:\n  -   na‸', ['key of group {} "na" +4']],
    ['a key of a group', 'groups:\n  - name: a\n    ‸\n    rules:', ['key of group {name rules} ""']],
    ['the first rule', 'groups:\n  - name: a\n    rules:\n      ‸', ['item of rules ""']],
    [
      'the first rule in the column of rules',
      'groups:\n  - name: a\n    rules:\n    ‸',
      ['key of group {name rules} ""', 'item of rules ""'],
    ],
    ['behind a rule’s dash', file('      - ‸\n      - alert: x'), ['key of rule {} "" +2']],
    ['a begun first key', file('      - al‸'), ['key of rule {} "al" +2']],
    ['a begun key', file('      - alert: x\n        f‸\n        expr: up'), ['key of rule {alert expr} "f"']],
    ['a key before its colon', file('      - alert: x\n        f‸: 5m'), ['key of rule {alert} "f" colon']],
    ['the next rule', file('      - alert: x\n        expr: up\n      ‸'), ['item of rules ""']],
    ['between dash and keys', file('      - alert: x\n       ‸'), ['key of rule {alert} "" +1']],
    ['a label', file('      - alert: x\n        labels:\n          se‸'), ['key of labels {} "se"']],
    [
      'a group label',
      'groups:\n  - name: a\n    labels:\n      team: b\n      ‸',
      ['key of group-labels {team} ""'],
    ],
    [
      'behind a block scalar',
      file('      - expr: |\n          a: b\n          - c\n        ‸'),
      ['key of rule {expr} ""'],
    ],
    [
      'below comments',
      file('      # x: y\n      - alert: x\n        # z\n        ‸'),
      ['key of rule {alert} ""'],
    ],
    [
      'the list of the column of its key',
      'groups:\n- name: a\n  rules:\n  - alert: x\n    expr: up\n  ‸',
      ['key of group {name rules} ""', 'item of rules ""'],
    ],
    ['behind an anchored rule', file('      - &x\n        ‸'), ['key of rule {} ""']],
    ['behind an anchored key', file('      - &x alert: y\n        ‸'), ['key of rule {alert} ""']],
    ['behind an anchored mapping', file('      - labels: &x\n          ‸'), ['key of labels {} ""']],
  ])('finds a key or item: %s', (_, marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it.each([
    ['empty', file('      - alert: x\n        for: ‸'), ['value of rule.for {alert} ""']],
    ['begun', file('      - alert: x\n        for: 5‸'), ['value of rule.for {alert} "5"']],
    ['in the middle', file('      - alert: x\n        for: 5‸0m # c'), ['value of rule.for {alert} "50m"']],
    ['quoted', file('      - labels:\n          severity: "cr‸it"'), ['value of labels.severity {} "crit"']],
    ['without a space', file('      - for:‸'), ['value of rule.for {} ""']],
    ['of a quoted key', file('      - "for": ‸'), ['value of rule.for {} ""']],
    ['of a group', 'groups:\n  - interval: ‸\n    name: x', ['value of group.interval {name} ""']],
  ])('finds a value: %s', (_, marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it.each([
    ['a label', file('      - labels: { ‸ }'), ['key of labels {} "" flow']],
    ['a second label', file('      - labels: {team: a, se‸}'), ['key of labels {team} "se" flow']],
    ['a label before others', file('      - labels: {‸, team: a}'), ['key of labels {team} "" flow']],
    ['a value', file('      - labels: {severity: cr‸}'), ['value of labels.severity {severity} "cr"']],
    [
      'a quoted value',
      file('      - labels: {severity: "cr‸"}'),
      ['value of labels.severity {severity} "cr"'],
    ],
    ['a rule', file('      - {alert: x, f‸'), ['key of rule {alert} "f" flow']],
    ['nested', 'groups: [{name: x, rules: [{‸', ['key of rule {} "" flow']],
    ['behind', file('      - labels: {team: a} ‸'), []],
  ])('finds its way in braces: %s', (_, marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it.each([
    ['a comment', file('      - alert: x # ‸')],
    ['a block scalar', file('      - expr: |\n          foo‸')],
    ['an empty block scalar', file('      - expr: |\n          ‸')],
    ['a plain scalar of several lines', file('      - expr: a\n          ‸')],
    ['an unknown container', file('      - foo:\n          ‸')],
    ['a nested list', 'groups:\n  - - ‸'],
  ])('finds nothing in %s', (_, marked) => {
    expect(at(marked)).toEqual([]);
  });
});
