import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeFile } from './decode';
import { groupText, type NewRule } from './write-rule';

const DIALECT = { version: [3, 14] as const, features: new Set<string>() };

/** What Prometheus reads of a file that has the rule. */
function read(rule: NewRule) {
  const text = `groups:\n${groupText('g: 1', [rule], 2)}`;
  const [document] = parseYaml(text);
  const { model, findings } = decodeFile(document?.root, {
    text,
    dialect: DIALECT,
    nameValidation: 'utf8',
  });
  const [group] = model.groups;
  const [found] = group?.rules ?? [];
  return { findings, group: group?.name?.text, rule: found };
}

describe('groupText', () => {
  it.each([
    'sum(rate(x_total{status=~"5.."}[5m])) / sum(rate(x_total[5m])) > 0.05',
    'job:x:rate5m > 1',
    '{__name__=~"x.*"} > 1',
    '"a" == 1 or x',
    'x # what',
    'x{a=": "}',
    '1 > bool 2',
    'sum(\n  x\n)',
    '  sum(\nx)',
    '- x',
    'on',
  ])('keeps the expression %j', (expr) => {
    const { group, rule } = read({ kind: 'alert', name: 'Yes', expr, for: '5m' });
    expect(group).toBe('g: 1');
    expect(rule?.name?.text).toBe('Yes');
    expect(rule?.expr?.text).toBe(expr);
  });

  it('writes labels and annotations', () => {
    const { findings, rule } = read({
      kind: 'alert',
      name: 'HighErrorRate',
      expr: 'x > 1',
      for: '5m',
      labels: { severity: 'critical' },
      annotations: { summary: '{{ $value | humanizePercentage }} of requests fail: "now"' },
    });
    expect(findings).toEqual([]);
    expect(rule?.labels.map(({ text }) => text)).toEqual(['critical']);
    expect(rule?.annotations.map(({ text }) => text)).toEqual([
      '{{ $value | humanizePercentage }} of requests fail: "now"',
    ]);
  });
});
