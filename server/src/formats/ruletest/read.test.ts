import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../languages/yaml/edits';
import { readRuleTest } from './read';

const FILE = `rule_files:
  - rules/*.yml
  - "api.yml"
evaluation_interval: 1m
tests:
  - name: traffic
    interval: 1m
    input_series:
      - series: 'http_requests_total{job="api", path="/it''s"}'
        values: 0+10x10
      - series: up
        values: 1x10
    alert_rule_test:
      - eval_time: 5m
        alertname: "High\\u0054raffic"
        exp_alerts:
          - exp_labels:
              severity: page
              'job': api
            exp_annotations:
              summary: it's up
    promql_expr_test:
      - expr: |
          sum(
            rate(http_requests_total[5m])
          )
        eval_time: 5m
        exp_samples:
          - labels: '{}'
            value: 10
          - labels: 'up{job="api"}'
            value: 1
  - alert_rule_test:
      - alertname: Quiet
`;

function placesOf(text: string, spans: readonly { readonly from: number; readonly to: number }[]): string[] {
  return spans.map(({ from, to }) => text.slice(from, to));
}

describe('readRuleTest', () => {
  it('finds expressions and series', () => {
    expect(readRuleTest(FILE).texts.map(({ region, severity, by }) => [region.text, severity, by])).toEqual(
      (
        [
          ['http_requests_total{job="api", path="/it\'s"}', 'none'],
          ['up', 'none'],
          ['sum(\n  rate(http_requests_total[5m])\n)\n', 'error'],
          ['{}', 'none'],
          ['up{job="api"}', 'none'],
        ] as const
      ).map(([text, severity]) => [text, severity, { kind: 'test', name: 'traffic' }]),
    );
  });

  it('finds alerts and their labels, at their places without quotes', () => {
    const { names = [] } = readRuleTest(FILE);
    const ofTraffic = { by: { kind: 'test', name: 'traffic' } };
    expect(names).toMatchObject([
      { kind: 'alert', name: 'HighTraffic', ...ofTraffic },
      { kind: 'label', name: 'severity', alert: 'HighTraffic', ...ofTraffic },
      { kind: 'label', name: 'job', alert: 'HighTraffic', ...ofTraffic },
      { kind: 'alert', name: 'Quiet', by: { kind: 'test', name: 'Quiet' } },
    ]);
    const spans = names.map(({ span }) => span);
    expect(placesOf(FILE, spans)).toEqual(['High\\u0054raffic', 'severity', 'job', 'Quiet']);
  });

  it('finds the rule files', () => {
    const { files = [] } = readRuleTest(FILE);
    expect(files.map(({ text }) => text)).toEqual(['rules/*.yml', 'api.yml']);
    expect(
      placesOf(
        FILE,
        files.map(({ span }) => span),
      ),
    ).toEqual(['rules/*.yml', '"api.yml"']);
  });

  it.each([
    ['plain', 'expr: sum(up)', 'sum(up)', 'expr: sum(down)'],
    ['single quotes', `expr: 'sum(up)'`, 'sum(up)', `expr: 'sum(down)'`],
    ['double quotes', 'expr: "sum(\\u0075p)"', 'sum(up)', 'expr: "sum(down)"'],
    ['a block', 'expr: >-\n        sum(up)', 'sum(up)', 'expr: >-\n        sum(down)'],
  ])('writes edits in %s', (_, field, expr, edited) => {
    const page = (line: string) => `tests:\n  - promql_expr_test:\n    - ${line}\n`;
    const text = page(field);
    const [hosted] = readRuleTest(text).texts;
    expect(hosted?.region.text).toBe(expr);
    const edits = hosted?.region.encode([{ span: { from: 4, to: 6 }, newText: 'down' }]);
    expect(Array.isArray(edits) && applyEdits(text, edits)).toBe(page(edited));
  });

  it('reads what is behind an anchor once', () => {
    const text = `tests:
  - input_series: &input
      - series: up
    alert_rule_test:
      - alertname: &name A
  - input_series: *input
    alert_rule_test:
      - alertname: *name
`;
    const { texts, names } = readRuleTest(text);
    expect([texts.length, names?.length]).toEqual([1, 1]);
  });

  it('has a place for an expression that is not written yet', () => {
    const text = 'tests:\n  - promql_expr_test:\n      - expr:\n        eval_time: 1m\n';
    const [hosted] = readRuleTest(text).texts;
    expect(hosted).toMatchObject({ severity: 'none', region: { text: '' } });
    const edits = hosted?.region.encode([{ span: { from: 0, to: 0 }, newText: 'up' }]);
    expect(Array.isArray(edits) && applyEdits(text, edits)).toBe(text.replace('expr:', 'expr: up'));
  });

  it.each([
    ['nothing', ''],
    ['a list', '- tests'],
    ['other kinds of values', 'rule_files: a\ntests: {a: b}\n'],
    [
      'other kinds deeper',
      'tests: [1, {input_series: x}, {promql_expr_test: [{expr: [a]}, {expr: null}, 3]}]\n',
    ],
  ])('finds nothing in %s', (_, text) => {
    expect(readRuleTest(text)).toMatchObject({ texts: [], names: [], files: [] });
  });

  it('reads on behind a fault', () => {
    const text =
      'tests:\n  - input_series:\n      - series: "up\n    alert_rule_test:\n      - alertname: A\n';
    expect(readRuleTest(text).names?.map(({ name }) => name)).toEqual(['A']);
  });
});
