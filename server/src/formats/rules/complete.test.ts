import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../text/answers';
import { completeStructure, type NamesInUse } from './complete';

const newest = [3, 14] as const;

function complete(
  marked: string,
  names?: NamesInUse,
  version: readonly [number, number] = newest,
): Suggestion[] {
  const offset = marked.indexOf('‸');
  return completeStructure(marked.replace('‸', ''), offset, { version }, names);
}

const labels = (...args: Parameters<typeof complete>): string[] =>
  complete(...args).map(({ label }) => label);

/** What the text becomes when the suggestion of that label is taken, with lines indented as the client does it. */
function take(marked: string, label: string, names?: NamesInUse): string {
  const text = marked.replace('‸', '');
  const suggestion = complete(marked, names).find((s) => s.label === label);
  if (!suggestion) return `no ${label}`;
  const { from, to } = suggestion.replace;
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1);
  const indent = /^ */.exec(line)?.[0] ?? '';
  const inserted = (suggestion.insertText ?? label).replaceAll('\n', `\n${indent}`);
  return text.slice(0, from) + inserted + text.slice(to);
}

const rule = (text: string): string => `groups:\n  - name: a\n    rules:\n      - ${text}`;

describe('completeStructure: keys', () => {
  it.each([
    ['an empty file', '‸', ['groups']],
    ['a group', 'groups:\n  - ‸', ['name', 'interval', 'query_offset', 'limit', 'labels', 'rules']],
    [
      'a group with some',
      'groups:\n  - name: a\n    rules:\n    ‸limit: 1',
      ['interval', 'query_offset', 'limit', 'labels'],
    ],
    [
      'an alerting rule',
      rule('alert: x\n        ‸'),
      ['expr', 'for', 'keep_firing_for', 'labels', 'annotations'],
    ],
    ['a recording rule', rule('record: x\n        ‸'), ['expr', 'labels']],
    [
      'a rule with for',
      rule('for: 5m\n        ‸'),
      ['alert', 'expr', 'keep_firing_for', 'labels', 'annotations'],
    ],
    [
      'a new rule',
      rule('‸'),
      ['alert: …', 'record: …', 'alert', 'record', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'],
    ],
    ['labels', rule('labels:\n          team: x\n          ‸'), ['severity', 'service', 'environment']],
    ['annotations', rule('annotations: { ‸ }'), ['summary', 'description', 'runbook_url', 'dashboard_url']],
    ['an expression', rule('expr: ‸'), []],
    ['a template', rule('annotations:\n          summary: ‸'), []],
  ])('offers what %s may still have', (_, marked, expected) => {
    expect(labels(marked).filter((label) => !label.startsWith('- '))).toEqual(expected);
  });

  it('offers no field that is newer than the target version', () => {
    expect(labels(rule('alert: x\n        ‸'), {}, [2, 41])).not.toContain('keep_firing_for');
    expect(labels('groups:\n  - ‸', {}, [2, 53])).toContain('query_offset');
    expect(labels('groups:\n  - ‸', {}, [2, 53])).not.toContain('labels');
  });

  it('offers names that are in use behind those that everybody uses', () => {
    const names = { labelNames: () => ['severity', 'squad'], annotationNames: () => ['ticket'] };
    expect(labels(rule('labels:\n          ‸'), names).slice(-2)).toEqual(['environment', 'squad']);
    expect(labels(rule('annotations:\n          ‸'), names)).toContain('ticket');
  });

  it.each([
    ['groups', 'gr‸', 'groups:\n  - name: ${1:example}\n    rules:\n      - $0'],
    ['name', 'groups:\n  - n‸', 'groups:\n  - name: ${1:example}'],
    ['rules', 'groups:\n  - name: a\n    ‸', 'groups:\n  - name: a\n    rules:\n      - $0'],
    ['rules', 'groups:\n  - ‸', 'groups:\n  - rules:\n      - $0'],
    ['labels', rule('alert: x\n        la‸'), rule('alert: x\n        labels:\n          ${1:severity}: $0')],
    ['labels', rule('la‸'), rule('labels:\n          ${1:severity}: $0')],
    ['for', rule('alert: x\n        f‸: 5m'), rule('alert: x\n        for: 5m')],
    ['for', rule('{alert: x, f‸'), rule('{alert: x, for: $0')],
    ['labels', rule('{alert: x, ‸}'), rule('{alert: x, labels: { $0 }}')],
    [
      'record: …',
      rule('re‸'),
      rule('record: ${1:level:metric:operation}\n        expr: ${0:sum by (job) (up)}'),
    ],
    [
      '- record: …',
      rule('alert: x\n      ‸'),
      rule('alert: x\n      - record: ${1:level:metric:operation}\n        expr: ${0:sum by (job) (up)}'),
    ],
    ['- name: …', 'groups:\n  ‸', 'groups:\n  - name: ${1:example}\n    rules:\n      - $0'],
    ['severity', rule('labels:\n          s‸'), rule('labels:\n          severity: ')],
  ])('writes %s with the right indentation', (label, marked, expected) => {
    expect(take(marked, label)).toBe(expected);
  });
});

describe('completeStructure: values', () => {
  const names = { labelValues: (label: string) => (label === 'severity' ? ['page', 'warning'] : ['a: b']) };

  it('offers severities in use, then the usual ones', () => {
    expect(labels(rule('labels:\n          severity: ‸'), names)).toEqual([
      'page',
      'warning',
      'critical',
      'info',
    ]);
  });

  it.each([
    ['10m', rule('for: ‸'), rule('for: 10m')],
    ['10m', rule('for:‸'), rule('for: 10m')],
    ['10m', rule('for: 5‸m # x'), rule('for: 10m # x')],
    ['1m', 'groups:\n  - interval: ‸', 'groups:\n  - interval: 1m'],
    ['critical', rule('labels: {severity: "‸"}'), rule('labels: {severity: "critical"}')],
    ['a: b', rule('labels:\n          team: ‸'), rule('labels:\n          team: "a: b"')],
  ])('writes %s', (label, marked, expected) => {
    expect(take(marked, label, names)).toBe(expected);
  });

  it('says durations in words', () => {
    const suggestion = complete(rule('for: ‸')).find(({ label }) => label === '1d');
    expect(suggestion?.detail).toBe('1 day');
  });
});
