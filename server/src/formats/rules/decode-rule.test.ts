import { describe, expect, it } from 'vitest';
import { decode, findings, fixed, rule } from './testing';

describe('decodeFile: rules', () => {
  it.each([
    [
      'expr: up',
      'missing-kind "expr": a rule needs "alert" for an alerting rule or "record" for a recording rule',
    ],
    ['alert:\nexpr: up', 'missing-kind "alert": "alert" must not be empty'],
    ['record: ""\nexpr: up', 'missing-kind "record": "record" must not be empty'],
    [
      'record: a\nalert: b\nexpr: up',
      'two-kinds "alert": a rule has either "alert" or "record", not both; write two rules',
    ],
    ['alert: a', 'missing-expr "alert": a rule needs an "expr" with a PromQL expression'],
    ['alert: a\nexpr:', 'missing-expr "expr": "expr" must not be empty'],
    ['alert: a\nexpr: |\nfor: 5m', 'missing-expr "expr": "expr" must not be empty'],
    [
      'record: a\nexpr: up\nfor: 5m',
      'alert-only-field "for": "for" is for alerting rules; a recording rule has none',
    ],
    [
      'record: a\nexpr: up\nannotations: {a: }',
      'alert-only-field "annotations": "annotations" is for alerting rules; a recording rule has none',
    ],
    [
      'alert: a\nexpr: up\nfor: 5',
      'invalid-duration "5": the duration "5" has no unit; write 5s for seconds or 5m for minutes',
    ],
    [
      'alert: a\nexpr: up\nfor: ""',
      'invalid-duration "\\"\\"": a duration is due here; write for instance 30s, 5m or 1h30m',
    ],
    [
      'record: a{b="c"}\nexpr: up',
      'invalid-metric-name "a{b=\\"c\\"}": the name of a metric has no braces; an expression belongs into "expr", labels into "labels"',
    ],
    [
      'alert: a\nexpr: up\nlabels: {"": a}',
      'invalid-label-name "\\"\\"": the name of a label must not be empty',
    ],
    [
      'record: a\nexpr: up\nlabels: {__name__: a}',
      'invalid-label-name "__name__": a rule can\'t set "__name__"; the name of what it records is its "record"',
    ],
    [
      'alert: a\nexpr: up\nannotations: {"": a}',
      'invalid-annotation-name "\\"\\"": the name of an annotation must not be empty',
    ],
    [
      'alert: a\nexpr: up\nlabels: {a: !!binary /w==}',
      'invalid-label-value "/w==": a label value must be valid UTF-8',
    ],
    [
      'record: !!binary /w==\nexpr: up',
      'invalid-metric-name "/w==": the name of a metric must be valid UTF-8',
    ],
  ])('refuses %j', (text, expected) => {
    expect(findings(rule(text))).toEqual([`rules/${expected}`]);
  });

  it.each([
    ['"5"', '"\\"5\\"": "limit" takes a whole number without quotes'],
    ['many', '"many": "limit" takes a whole number, not "many"'],
    ['[5]', '"[5]": "limit" takes a whole number, not a list'],
    ['.nan', '".nan": "limit" takes a whole number, not ".nan"'],
    ['9223372036854775808', /whole number/],
  ])('refuses the limit %s', (limit, expected) => {
    const [first = '', ...others] = findings(`groups:\n- name: a\n  limit: ${limit}`);
    expect(others).toEqual([]);
    if (typeof expected === 'string') expect(first).toBe(`rules/invalid-limit ${expected}`);
    else expect(first).toMatch(expected);
  });

  it('checks names by the legacy scheme if asked to', () => {
    const legacy = { nameValidation: 'legacy' } as const;
    const text = rule('alert: a\nexpr: up\nlabels: {a-b: c, a: "ü"}\nannotations: {c.d: e}');
    expect(findings(text, legacy).map((finding) => finding.split(':')[0])).toEqual([
      'rules/invalid-label-name "a-b"',
      'rules/invalid-annotation-name "c.d"',
    ]);
    expect(findings(rule('record: a.b\nexpr: up'), legacy)).toHaveLength(1);
    expect(findings(rule('record: a:b\nexpr: up'), legacy)).toEqual([]);
  });

  it('knows the legacy scheme alone before Prometheus 3.0', () => {
    const dialect = { version: [2, 55], features: new Set<string>() } as const;
    expect(findings(rule('record: a.b\nexpr: up'), { dialect })).toHaveLength(1);
  });

  it('takes braces in names before Prometheus 3.2', () => {
    const dialect = { version: [3, 1], features: new Set<string>() } as const;
    expect(findings(rule('record: a{b="c"}\nexpr: up'), { dialect })).toEqual([]);
  });

  it('reports one cause once, however many aliases lead to it', () => {
    const text = rule('&x {alert: a, expr: up, for: 5x}') + '  - *x\n  - {<<: *x, alert: b}\n';
    expect(findings(text)).toHaveLength(1);
  });

  it('decodes what several aliases lead to once', () => {
    const text = rule('&x {alert: a, expr: up}') + '  - *x\n  - {<<: *x, alert: b}\n';
    const [first, second, third] = decode(text).model.groups[0]?.rules ?? [];
    expect(second).toBe(first);
    expect(third?.expr).toBe(first?.expr);
    expect(third?.expr).toBeDefined();
  });

  it.each([
    ['a misspelt alert', 'alret: a\nexpr: up'],
    ['a misspelt expr', 'alert: a\nexrp: up'],
    ['a wrong type', 'alert: [a]\nexpr: up'],
    ['an expr of the wrong type', 'record: a\nexpr: [up]'],
    ['both kinds', 'record: a\nalert: b\nexpr: up\nfor: 5m'],
  ])('has one finding for %s', (_, text) => {
    expect(findings(rule(text))).toHaveLength(1);
  });
});

describe('decodeFile: fixes', () => {
  it.each([
    [rule('alret: a\nexpr: up'), rule('alert: a\nexpr: up')],
    [rule('alert: a\nexpr: up\nfor: 5 min'), rule('alert: a\nexpr: up\nfor: 5m')],
    [rule('alert: a\nexpr: up\nfor: |\n  5m'), rule('alert: a\nexpr: up\nfor: 5m')],
    [rule('record: a\nexpr: up\nfor: 5m # c\nlabels: {a: b}'), rule('record: a\nexpr: up\nlabels: {a: b}')],
    [rule('record: a\nannotations:\n  a: |\n    b\n  c: d\nexpr: up'), rule('record: a\nexpr: up')],
    [rule('record: a\nannotations:\n  c: d\n  a: |\n    b\nexpr: up'), rule('record: a\nexpr: up')],
    [rule('for: 5m\nrecord: a\nexpr: up'), 'no fix'],
    [rule('{record: a, expr: up, for: 5m}'), 'no fix'],
    ['groups:\n- name: a\n  limit: "5"', 'groups:\n- name: a\n  limit: 5'],
  ])('mends %j', (text, expected) => {
    expect(fixed(text)).toBe(expected);
  });

  it('mends names for the legacy scheme', () => {
    const legacy = { nameValidation: 'legacy' } as const;
    expect(fixed(rule('record: a.b-c\nexpr: up'), legacy)).toBe(rule('record: a_b_c\nexpr: up'));
  });
});
