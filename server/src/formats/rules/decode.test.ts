import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeGroup, decodeRule } from './decode';
import { context, decode, findings, rule } from './testing';

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
    ['groups: ""', '"\\"\\"": "groups" takes a list, each item behind "- ", not ""'],
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
