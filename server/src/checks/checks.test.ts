import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECT } from '../languages/promql/parse';
import { readRules } from '../formats/rules/slice';
import { adviseOn } from '.';

/** The advice on one alert, as `code: the text that it marks`. */
function advice(expr: string, summary: string): string[] {
  const text = `groups:\n- name: a\n  rules:\n  - alert: A\n    expr: ${expr}\n    annotations:\n      summary: '${summary}'\n`;
  const settings = { dialect: DEFAULT_DIALECT, nameValidation: 'utf8' as const, advise: adviseOn };
  const { findings } = readRules(text, settings);
  return findings.map(({ code, severity, span }) => {
    expect(severity).not.toBe('error');
    return `${code}: ${text.slice(span.from, span.to)}`;
  });
}

describe('advice on rules', () => {
  it.each([
    ['a label that is grouped by', 'sum by (job) (up) > 0', '{{ $labels.job }}', []],
    ['a label that is not', 'sum by (job) (up) > 0', '{{ $labels.pod }}', ['rules/label-not-in-result: pod']],
    [
      'a label that is dropped',
      'sum without (pod) (up) > 0',
      '{{ .Labels.pod }}',
      ['rules/label-not-in-result: pod'],
    ],
    ['any label of a metric', 'up == 0', '{{ $labels.whatever }}', []],
    ['a label that a join brings', 'up * on (job) group_left (team) owner == 0', '{{ $labels.team }}', []],
    ['a label of nothing', 'vector(1)', '{{ $labels.job }}', ['rules/label-not-in-result: job']],
  ])('%s', (_, expr, summary, expected) => {
    expect(advice(expr, summary)).toEqual(expected);
  });

  it('tells of templates that fail when the alert fires', () => {
    expect(advice('up == 0', '{{ .Foo }}')).toHaveLength(1);
    expect(advice('up == 0', '{{ $value | humanize }}')).toEqual([]);
  });
});
