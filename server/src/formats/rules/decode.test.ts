import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import type { Finding } from '../../text/finding';
import { decodeFile, decodeGroup, decodeRule, type Decoded, type RulesContext } from './decode';
import type { RuleFileModel } from './model';

type Settings = Partial<Omit<RulesContext, 'text'>>;

function context(text: string, settings: Settings = {}): RulesContext {
  const dialect = { version: [3, 14], features: new Set<string>() } as const;
  return { text, dialect, nameValidation: 'utf8', ...settings };
}

function decode(text: string, settings?: Settings): Decoded<RuleFileModel> {
  return decodeFile(parseYaml(text)[0]?.root, context(text, settings));
}

const show = ({ code, message, span }: Finding, text: string): string => {
  return `${code} ${JSON.stringify(text.slice(span.from, span.to))}: ${message}`;
};

function findings(text: string, settings?: Settings): string[] {
  return decode(text, settings).findings.map((finding) => show(finding, text));
}

/** A file with one group and this rule in it, written from the column of its keys on. */
function rule(text: string): string {
  return `groups:\n- name: a\n  rules:\n  - ${text.replaceAll('\n', '\n    ')}\n`;
}

/** A file with one group and these rules in it. */
function group(rules: string): string {
  return `groups:\n- name: a\n  rules:\n  ${rules.trimEnd().replaceAll('\n', '\n  ')}\n`;
}

/** What the text becomes by the first fix of the first finding that has one. */
function fixed(text: string, settings?: Settings): string {
  const fix = decode(text, settings).findings.flatMap(({ fixes }) => fixes ?? [])[0];
  if (!fix) return 'no fix';
  return fix.edits.reduceRight((result, { span, newText }) => {
    return result.slice(0, span.from) + newText + result.slice(span.to);
  }, text);
}

describe('decodeFile: what Prometheus accepts', () => {
  it.each([
    ['an empty file', ''],
    ['a null', 'null'],
    ['null groups', 'groups:'],
    ['a null group', 'groups: [~]'],
    ['null rules', 'groups:\n- name: a\n  rules:'],
    ['a null rule', rule('~')],
    ['null fields', rule('alert: a\nrecord: ~\nexpr: up\nfor:\nlabels: null\nannotations: ~')],
    ['null label values', rule('alert: a\nexpr: up\nlabels: {a: ~}\nannotations: {b: }')],
    ['a null key with anything', rule('alert: a\nexpr: up\n~: {a: 1, a: 2}')],
    ['numbers where text is due', rule('alert: 5\nexpr: 1\nlabels: {a: 5, b: true}')],
    ['zero and empty in a record', rule('record: a\nexpr: up\nfor: 0s\nkeep_firing_for: 0\nannotations: {}')],
    ['templates of a record', rule('record: a\nexpr: up\nlabels: {a: "{{ nope"}')],
    ['templates of a group', 'groups:\n- name: a\n  labels: {a: "{{ nope"}'],
    ['odd limits', 'groups:\n- {name: a, limit: -1}\n- {name: b, limit: 5.5}\n- {name: c, limit: 0x10}'],
    ['UTF-8 names', rule('record: größe x\nexpr: up\nlabels: {"maß.einheit": kg}')],
    ['aliases', rule('&x {record: a, expr: up}') + '  - *x\n  - {<<: *x, expr: down}\n'],
    ['a merged duration that is overridden', rule('{<<: {for: 5x}, for: 5m, alert: a, expr: up}')],
    ['the order of fields', rule('labels: {a: b}\nexpr: up\nalert: a')],
  ])('%s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('decodeFile: structure', () => {
  it.each([
    ['- name: a', '"-": a rule file is a mapping with the key "groups", not a list'],
    ['text', '"text": a rule file is a mapping with the key "groups", not "text"'],
    ['groups: {a: b}', '"{a: b}": "groups" takes a list, each item behind "- ", not a mapping'],
    ['groups: ""', '"\\"\\"": "groups" takes a list, each item behind "- ", not text'],
    ['groups: [a]', '"a": a group is a mapping with "name" and "rules", not "a"'],
    [
      'groups:\n- name: a\n  rules: [b]',
      '"b": a rule is a mapping with "alert" or "record", and "expr", not "b"',
    ],
    [rule('alert: [a]\nexpr: up'), '"[a]": "alert" takes text, not a list'],
    [rule('alert: a\nexpr:\n  up: b'), '"up": "expr" takes text, not a mapping'],
    [rule('alert: a\nexpr: up\nlabels: a'), '"a": "labels" takes a mapping of names to text, not "a"'],
    [
      rule('alert: a\nexpr: up\nlabels: {a: [b]}'),
      '"[b]": the value of the label "a" must be text, not a list',
    ],
    [rule('alert: a\nexpr: up\nfor: {a: b}'), '"{a: b}": "for" takes text, not a mapping'],
  ])('refuses wrong types: %j', (text, expected) => {
    expect(findings(text)).toEqual([`rules/wrong-type ${expected}`]);
  });

  it.each([
    ['groups: []\ngruops: []', '"gruops": unknown field "gruops"; a rule file has only groups'],
    ['gruops: []', '"gruops": unknown field "gruops"; did you mean "groups"?'],
    [
      'namespace: a',
      '"namespace": unknown field "namespace"; it is a field of Mimir and Cortex, and Prometheus refuses it',
    ],
    [
      'groups:\n- name: a\n  partial_response_strategy: warn',
      '"partial_response_strategy": unknown field "partial_response_strategy"; it is a field of Thanos, and Prometheus refuses it',
    ],
    [
      'groups:\n- name: a\n  expr: up',
      '"expr": unknown field "expr"; it belongs to a rule, not to a group; check the indentation',
    ],
    [rule('alert: a\nexpr: up\nfro: 5m'), '"fro": unknown field "fro"; did you mean "for"?'],
    [rule('alert: a\nexpr: up\nseverity: x'), '"severity": unknown field "severity"; put it under "labels"'],
    [
      rule('alert: a\nexpr: up\nsummary: x'),
      '"summary": unknown field "summary"; put it under "annotations"',
    ],
    [
      rule('alert: a\nexpr: up\nzzz: x'),
      '"zzz": unknown field "zzz"; a rule has only alert, record, expr, for, keep_firing_for, labels, annotations',
    ],
    [rule('{<<: {zzz: x}, record: a, expr: up}'), /^"zzz": unknown field "zzz"/],
  ])('refuses unknown fields: %j', (text, expected) => {
    const [first = '', ...others] = findings(text);
    expect(others).toEqual([]);
    expect(first.slice(0, 20)).toBe('rules/unknown-field ');
    if (typeof expected === 'string') expect(first.slice(20)).toBe(expected);
    else expect(first.slice(20)).toMatch(expected);
  });

  it('knows fields by the target version', () => {
    const dialect = { version: [2, 41], features: new Set<string>() } as const;
    const text = rule('alert: a\nexpr: up\nkeep_firing_for: 5m');
    expect(findings(text, { dialect })).toEqual([
      'rules/unknown-field "keep_firing_for": unknown field "keep_firing_for"; it is new in Prometheus 2.42, and the target version is 2.41',
    ]);
  });

  it.each([
    ['groups:\n- {}', '"{}": a group needs a "name"'],
    ['groups:\n- rules: []', '"rules": a group needs a "name"'],
    ['groups:\n- name:\n', '"name": the name of a group must not be empty'],
    ["groups:\n- name: ''", '"name": the name of a group must not be empty'],
  ])('refuses groups without a name: %j', (text, expected) => {
    expect(findings(text)).toEqual([`rules/missing-name ${expected}`]);
  });

  it.each([
    ['yaml/duplicate-key "expr"', rule('alert: a\nexpr: up\nexpr: down')],
    ['yaml/duplicate-key "a"', rule('alert: a\nexpr: up\nlabels: {a: b, a: c}')],
    ['yaml/duplicate-key "\'name\'"', "groups:\n- name: a\n  'name': b"],
    ['yaml/bad-merge "5"', rule('{<<: 5, alert: a, expr: up}')],
    ['yaml/wrong-type "[a]"', rule('alert: a\nexpr: up\n[a]: b')],
    ['yaml/bad-tagged-value "x"', rule('alert: !!int x\nexpr: up')],
    ['yaml/bad-tagged-value "x"', rule('record: a\nexpr: up\nalert: !!null x')],
  ])('passes on what go-yaml refuses: %s', (expected, text) => {
    expect(findings(text).map((finding) => finding.split(': ')[0])).toEqual([expected]);
  });
});

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

describe('decodeFile: model', () => {
  it('holds names, texts and kinds with their places', () => {
    const text = rule(
      'alert: "a b"\nexpr: up == 0\nfor: 5m\nlabels: {x: y, z: }\nannotations: {s: "{{ $value }}"}',
    );
    const { groups } = decode(text).model;
    const [alert] = groups[0]?.rules ?? [];
    expect(groups[0]?.name?.text).toBe('a');
    expect(alert?.kind).toBe('alert');
    expect(alert?.name).toEqual({
      text: 'a b',
      span: { from: text.indexOf('"a b"'), to: text.indexOf('"a b"') + 5 },
    });
    expect(alert?.expr?.text).toBe('up == 0');
    expect(alert?.for?.milliseconds).toBe(300_000);
    expect(alert?.labels.map(({ name, text: value }) => [name.text, value])).toEqual([
      ['x', 'y'],
      ['z', ''],
    ]);
    expect(alert?.annotations[0]?.template).toBeDefined();
    expect(alert?.fields.map(({ name }) => name)).toEqual(['alert', 'expr', 'for', 'labels', 'annotations']);
  });

  it('leaves out nulls', () => {
    expect(decode('groups: [~, {name: a, rules: [~, {record: a, expr: b}]}]').model.groups).toMatchObject([
      { name: { text: 'a' }, rules: [{ kind: 'record' }] },
    ]);
  });

  it('is made of a group or a rule alone', () => {
    const group = 'name: a\nrules: [{record: a, expr: b, for: 5m}]';
    const root = parseYaml(group)[0]?.root;
    const decoded = root && decodeGroup(root, context(group));
    expect(decoded?.model?.rules).toHaveLength(1);
    expect(decoded?.findings.map(({ code }) => code)).toEqual(['rules/alert-only-field']);
    const single = 'record: a';
    const item = parseYaml(single)[0]?.root;
    const decodedRule = item && decodeRule(item, context(single));
    expect(decodedRule?.findings.map(({ code }) => code)).toEqual(['rules/missing-expr']);
  });
});

describe('decodeFile: holes', () => {
  /** Decodes with the stretches in `«»` as holes, which stand there as spaces or as what is in the marks. */
  function withHoles(marked: string): string[] {
    const holes: { from: number; to: number }[] = [];
    let text = '';
    for (const part of marked.split(/(«[^»]*»)/)) {
      if (part.startsWith('«')) holes.push({ from: text.length, to: text.length + part.length - 2 });
      text += part.replace(/[«»]/g, '');
    }
    return findings(text, { holes });
  }

  it.each([
    ['a duration', rule('alert: a\nexpr: up\nfor: «xxxx»')],
    ['a part of a duration', rule('alert: a\nexpr: up\nfor: «xxxx»m')],
    ['a name', rule('alert: «xxxx»\nexpr: up')],
    ['an empty name', rule('alert: «    »\nexpr: up')],
    ['a record’s braces', rule('record: a«{{x}}»\nexpr: up')],
    ['a key', rule('alert: a\nexpr: up\n«xxxx»: 5m')],
    ['a label name', rule('alert: a\nexpr: up\nlabels: {«__name__»: x}')],
    ['a template', rule('alert: a\nexpr: up\nannotations: {a: "{{ «xxxx»"}')],
    ['labels', rule('alert: a\nexpr: up\nlabels: «xxxx»')],
    ['a limit', 'groups:\n- name: a\n  limit: «xxxx»'],
    ['a group’s name', 'groups:\n- name: «xxxx»'],
    ['fields behind the others', rule('alert: a\n«        »')],
    ['fields between the others', rule('alert: a\n«        »\nfor: 5m')],
    ['fields in front of the others', rule('«        »\nalert: a')],
    ['a whole rule', rule('«xxxx»')],
  ])('says nothing of %s that is templated', (_, marked) => {
    expect(withHoles(marked)).toEqual([]);
  });

  it('still sees what is wrong beside them', () => {
    expect(withHoles(rule('alert: «xxxx»\nfor: 5x'))).toHaveLength(2);
    expect(withHoles(rule('alert: a«xxxx»\nrecord: b\nexpr: up'))).toEqual([]);
  });
});

describe('decodeFile: where YAML can not be read', () => {
  function findingsWith(text: string): string[] {
    const [document] = parseYaml(text, { recover: true });
    const guesses = document?.faults.map(({ span }) => span);
    expect(guesses).not.toEqual([]);
    return decodeFile(document?.root, context(text, { guesses })).findings.map(({ code, span }) => {
      return `${code} ${JSON.stringify(text.slice(span.from, span.to))}`;
    });
  }

  it.each([
    ['a lost space', rule('record: a\nexpr:up')],
    ['a lost indentation', rule('alert: a\nexpr: up').replace('    expr', '   expr')],
    ['too much indentation', rule('alert: a\nlabels:\na: b\n  c: d\nexpr: up')],
    ['a character that starts nothing', rule('alert: a\nexpr: %up')],
    ['an open brace', rule('alert: a\nlabels: {a: b\nexpr: up')],
    ['an open quote', rule('alert: a\nexpr: "up =\nfor: 5m')],
    ['a list in front', '- a\n' + rule('alert: a\nexpr: up')],
  ])('concludes nothing from %s', (_, text) => {
    expect(findingsWith(text)).toEqual([]);
  });

  it('still checks the rules around', () => {
    const text = group(
      '- alert: a\n  expr: up ==\n- alert: b\n  expr:up\n- alert: c\n  expr: up\n- alert: d\n  fro: 5\n',
    );
    expect(findingsWith(text)).toContain('rules/unknown-field "fro"');
    expect(findingsWith(text)).toContain('rules/missing-expr "alert"');
    expect(findingsWith(text).filter((finding) => finding.startsWith('promql/'))).toHaveLength(1);
  });
});
