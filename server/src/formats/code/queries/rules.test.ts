import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../languages/yaml/edits';
import { markedSpans, queriesIn, queriesInMarked, type Dialect } from './testing';

/** `marked` has `‹…›` around all texts that are to be found, and nothing else. */
function expectFound(marked: string, dialect?: Dialect): ReturnType<typeof queriesInMarked> {
  const found = queriesInMarked(marked, dialect);
  expect(found.marked).toBe(marked);
  return found;
}

describe('rules as objects', () => {
  it.each([
    ['alert', "const r = { alert: 'A', expr: '‹up == 0›' };", ['alert A']],
    ['record', "const r = { record: 'job:up:sum', expr: '‹sum(up)›' };", ['record job:up:sum']],
    [
      'all fields',
      "f({ alert: 'A', expr: '‹up == 0›', for: '5m', labels: { severity: '‹page›' }, annotations: { summary: '‹{{ $labels.job }}›' } });",
      ['alert A'],
    ],
    [
      'labels of a recording rule',
      "f({ record: 'a:b', expr: '‹up›', labels: { x: '{{ y }}' } });",
      ['record a:b'],
    ],
    ['template', 'f({ alert: "A", expr: `‹up{job="${job}"} == 0› ` });'.replace('› `', '›`'), ['alert A']],
    ['tagged', "f({ alert: 'A', expr: promql`‹up == 0›` });", ['alert A']],
    ['constants', "const expr = '‹up›', name = 'A';\nf({ alert: name, expr });", ['alert A']],
    [
      'name from a class of constants',
      "const N = { a: 'A' } as const;\nf({ alert: N.a, expr: '‹up›' });",
      ['alert A'],
    ],
    ['computed name', 'f({ alert: `${x}Down`, expr: "‹up›" });', []],
    ['name of a parameter', "const rule = (name: string) => ({ alert: name, expr: '‹up›', for: '5m' });", []],
    ['with fields of its own', "f({ alert: 'A', expr: '‹up›', team: 'b' });", ['alert A']],
    [
      'cdk8s',
      "new PrometheusRule(this, 'r', { spec: { groups: [{ name: 'g', rules: [{ alert: 'A', expr: PrometheusRuleSpecGroupsRulesExpr.fromString('‹up == 0›'), for: '5m' }] }] } });",
      ['alert A'],
    ],
    [
      'Pulumi',
      "new k8s.apiextensions.CustomResource('r', { kind: 'PrometheusRule', spec: { groups: [{ name: 'g', rules: [{ record: 'a:b', expr: '‹up›' }, { alert: 'B', expr: '‹a:b›' }] }] } });",
      ['record a:b', 'alert B'],
    ],
  ])('%s', (_, marked, rules) => {
    const found = expectFound(marked);
    expect(found.rules.map(({ kind, name }) => `${kind} ${name.text}`)).toEqual(rules);
    expect(found.findings).toEqual([]);
  });

  it.each([
    ['dictionary', 'r = {"alert": "A", "expr": "‹up == 0›", "for": "5m"}\n', ['alert A']],
    [
      'cdk8s',
      'R(alert="A", expr=Expr.from_string("‹up == 0›"), for_="5m", labels={"severity": "‹page›"})\n',
      ['alert A'],
    ],
    ['dict()', 'r = dict(record="a:b", expr="‹sum(up)›")\n', ['record a:b']],
  ])('in Python: %s', (_, marked, rules) => {
    const found = expectFound(marked, 'py');
    expect(found.rules.map(({ kind, name }) => `${kind} ${name.text}`)).toEqual(rules);
    expect(found.findings).toEqual([]);
  });

  it.each([
    ['no name', "f({ expr: 'up', for: '5m' });"],
    ['no expression', "f({ alert: 'A', for: '5m' });"],
    ['an expression that is no text', "f({ alert: 'A', expr: parse(x) });"],
    ['a name that is no text', "f({ alert: true, expr: 'up', for: '5m' });"],
    ['a name that is an object', "f({ alert: { name: 'x' }, expr: 'up', for: '5m' });"],
    ['nothing else and a name that is computed', "f({ alert: name, expr: 'up' });"],
    ['a record of something else', "f({ record: 'user', expr: 'a + b', type: 'x' });"],
    ['an interface', 'interface Rule { alert: string; expr: string }'],
  ])('not: %s', (_, text) => {
    expect(expectFound(text).rules).toEqual([]);
  });

  it('say what others want to know', () => {
    const text =
      "f({ alert: 'A', expr: 'up == 0', labels: { severity: 'page', team: t }, annotations: { summary: 'x' } });";
    const { rules, texts } = queriesIn(text);
    expect(rules).toEqual([
      {
        kind: 'alert',
        name: { text: 'A', span: { from: 11, to: 14 } },
        labels: [
          { name: 'severity', value: 'page' },
          { name: 'team', value: '' },
        ],
        annotations: ['summary'],
        expr: 0,
      },
    ]);
    expect(texts.map(({ by, region }) => [region.language, by])).toEqual([
      ['promql', { kind: 'alert', name: 'A' }],
      ['gotemplate', { kind: 'alert', name: 'A' }],
      ['gotemplate', { kind: 'alert', name: 'A' }],
    ]);
  });

  it('point at their expressions though others stand before', () => {
    const { rules, texts } = queriesIn(
      "promql`first`; f({ expr: 'up', alert: 'A' }, { record: 'b', expr: 'down' });",
    );
    expect(rules.map(({ expr = -1 }) => texts[expr]?.region.text)).toEqual(['up', 'down']);
  });
});

describe('what Prometheus would refuse of a rule', () => {
  /** `‹…›` around the place of the finding. */
  it.each([
    ["f({ alert: 'A', expr: 'up', for: ‹'5 minutes'› });", 'rules/invalid-duration'],
    ["f({ alert: 'A', expr: 'up', for: ‹5› });", 'rules/invalid-duration'],
    ["f({ alert: 'A', expr: 'up', for: ‹''› });", 'rules/invalid-duration'],
    ["f({ alert: 'A', expr: 'up', keep_firing_for: ‹'1x'› });", 'rules/invalid-duration'],
    ["f({ alert: 'A', expr: 'up', keepFiringFor: ‹'1x'› });", 'rules/invalid-duration'],
    ["f({ alert: 'A', ‹record›: 'b', expr: 'up' });", 'rules/two-kinds'],
    ["f({ ‹alert›: '', expr: 'up' });", 'rules/missing-kind'],
    ["f({ record: 'b', expr: 'up', ‹for›: '5m' });", 'rules/alert-only-field'],
    ["f({ record: 'b', expr: 'up', ‹annotations›: { a: 'b' } });", 'rules/alert-only-field'],
    ["f({ record: ‹'up{}'›, expr: 'up' });", 'rules/invalid-metric-name'],
    ["f({ alert: 'A', expr: 'up', labels: { ‹__name__›: 'b' } });", 'rules/invalid-label-name'],
    ["f({ alert: 'A', expr: 'up', labels: ‹['a']› });", 'rules/wrong-type'],
    ["f({ alert: 'A', expr: 'up', annotations: ‹'a'› });", 'rules/wrong-type'],
    ["f({ alert: 'A', expr: 'up', labels: { a: ‹['b']› } });", 'rules/wrong-type'],
  ])('%s', (marked, code) => {
    const { text, spans } = markedSpans(marked);
    const { findings } = queriesIn(text);
    expect(findings.map((finding) => [finding.code, finding.severity, finding.span])).toEqual([
      [code, 'error', spans[0]],
    ]);
  });

  it.each([
    ["f({ alert: 'A', expr: 'up', for: wait, labels, annotations: { a } });"],
    ['f({ alert: "A", expr: "up", for: `${minutes}m` });'],
    ["f({ alert: 'A', expr: 'up', for: 0 });"],
    ["f({ record: 'b', expr: 'up', for: '0s', annotations: {} });"],
    ["f({ alert: 'A', expr: 'up', labels: { a: 1 } });"],
    ["f({ alert: a, record: b, expr: 'up' });"],
  ])('nothing: %s', (text) => {
    expect(queriesIn(text).findings).toEqual([]);
  });

  it('is mended', () => {
    const text = "f({ alert: 'A', expr: 'up', for: '5 minutes' });";
    const fix = queriesIn(text).findings[0]!.fixes![0]!;
    expect(applyEdits(text, fix.edits)).toBe("f({ alert: 'A', expr: 'up', for: '5m' });");
  });
});
