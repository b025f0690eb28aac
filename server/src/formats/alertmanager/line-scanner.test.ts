import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, isCuttable, recut } from '../pieces/segment';
import { edit } from '../pieces/testing';
import { CONFIG_JOINTS, configSurroundings } from './line-scanner';

const segmentsOf = (text: string) => cut(CONFIG_JOINTS, text);

/** The segments as `role: first line`, to read like a table of contents. */
const outline = (text: string) =>
  segmentsOf(text).map((s) => `${s.role}: ${text.slice(s.from, s.to).split(/\r?\n/)[0]?.trim() ?? ''}`);

const FILE = `# about
global:
  resolve_timeout: 5m
route:
  # the root
  receiver: a
  routes:
    - matchers: [x="1"]
      routes:
        - receiver: b
      # deeper
    - receiver: b
  group_by: [alertname]
receivers:
- name: a
  webhook_configs:
  - url: http://x
# about b
- name: b
inhibit_rules:
    - equal: [a]
templates:
- t.tmpl
time_intervals:
  - name: t
mute_time_intervals:
  - name: m
---
route:
`;

describe('the cut of a configuration', () => {
  it('is at its own keys, list items, the root route and its children', () => {
    expect(outline(FILE)).toEqual([
      'file: # about',
      'head: receiver: a',
      'item: - matchers: [x="1"]',
      'item: - receiver: b',
      'tail: group_by: [alertname]',
      'file: receivers:',
      'item: - name: a',
      'item: - name: b',
      'file: inhibit_rules:',
      'item: - equal: [a]',
      'file: templates:',
      'item: - name: t',
      'file: mute_time_intervals:',
      'item: - name: m',
      'ignored: ---',
    ]);
  });

  it('makes files of the pieces', () => {
    const made = segmentsOf(FILE).map(({ last }) => configSurroundings(last));
    expect([...new Set(made)]).toEqual([
      '',
      'route:\n',
      'route:\n  routes:\n',
      'receivers:\n',
      'inhibit_rules:\n',
      'time_intervals:\n',
      'mute_time_intervals:\n',
    ]);
  });

  const ITEM = '  - name: a\n';
  it.each([
    ['nothing', '', ['file: ']],
    ['a start marker', `---\nreceivers:\n${ITEM}`, ['file: ---', 'item: - name: a']],
    ['a byte order mark', `\uFEFFreceivers:\n${ITEM}`, ['file: receivers:', 'item: - name: a']],
    ['a directive', `%YAML 1.1\n---\nreceivers:\n${ITEM}`, ['file: %YAML 1.1', 'item: - name: a']],
    [
      'CRLF',
      'receivers:\r\n- name: a\r\n- name: b\r\n',
      ['file: receivers:', 'item: - name: a', 'item: - name: b'],
    ],
    ['no line break at the end', 'receivers:\n- name: a', ['file: receivers:', 'item: - name: a']],
    ['a dash on its own line', 'receivers:\n  -\n    name: a\n', ['file: receivers:', 'item: -']],
    ['a comment behind the key', `receivers: # who\n${ITEM}`, ['file: receivers: # who', 'item: - name: a']],
    [
      'children in the column of the keys',
      'route:\n  routes:\n  - a: b\n  - c: d\n  receiver: a\n',
      ['file: route:', 'head: routes:', 'item: - a: b', 'item: - c: d', 'tail: receiver: a'],
    ],
    ['no children', 'route:\n  routes:\n  receiver: a\n', ['file: route:', 'head: routes:']],
    ['the key of a list as a value', `receivers: x\n${ITEM}`, ['file: receivers: x']],
    ['a list of another key', 'templates:\n  - receivers:\n', ['file: templates:']],
    ['the name of a list deeper down', 'global:\n  receivers:\n    - name: a\n', ['file: global:']],
    [
      'a block scalar in an item',
      'receivers:\n  - name: |\n      - x\n    y:\n',
      ['file: receivers:', 'item: - name: |'],
    ],
    ['a flow list', 'receivers: [{name: a}]\nroute: {receiver: a}\n', ['file: receivers: [{name: a}]']],
    ['a flow list on the next line', 'receivers:\n  [{name: a}]\n', ['file: receivers:']],
    ['an anchored list', 'receivers:\n  &r\n  - name: a\n', ['file: receivers:']],
    ['an anchored item', 'receivers:\n  - &r\n    name: a\n', ['file: receivers:', 'item: - &r']],
    ['a quoted first key', '"route":\n  receiver: a\nreceivers:\n- name: a\n', ['file: "route":']],
    ['a block scalar', `--- |\nreceivers:\n${ITEM}`, ['file: --- |']],
    ['a root that is indented', ` a:\nreceivers:\n${ITEM}`, ['file: a:']],
    ['a root that is indented behind the marker', `---\n a:\nreceivers:\n${ITEM}`, ['file: ---']],
    ['an empty document', `---\n---\nreceivers:\n${ITEM}`, ['file: ---', 'ignored: ---']],
    ['a list as the root', '- receivers:\nreceivers:\n- name: a\n', ['file: - receivers:']],
    [
      'a dash in front of the column',
      'receivers:\n  - name: a\n- name: b\n',
      ['file: receivers:', 'item: - name: a'],
    ],
    [
      'a dash in front of the children',
      'route:\n  routes:\n    - a: b\n  - c: d\n',
      ['file: route:', 'head: routes:', 'item: - a: b'],
    ],
    [
      'a key between the columns',
      'route:\n    receiver: a\n  routes:\n  - a: b\n',
      ['file: route:', 'head: receiver: a'],
    ],
    [
      'a tab in front of a line',
      'receivers:\n- name: a\n\tx: y\n- name: b\n',
      ['file: receivers:', 'item: - name: a', 'item: - name: b'],
    ],
    [
      'a bracket in the first column',
      'receivers:\n- name: [\n]\n- name: b\n',
      ['file: receivers:', 'item: - name: [', 'item: - name: b'],
    ],
    [
      'a key that is half typed',
      'receivers:\n- name: a\nglob\n- name: b\n',
      ['file: receivers:', 'item: - name: a', 'item: - name: b'],
    ],
    [
      'a half typed key of the root route',
      'route:\n  routes:\n  - a: b\n  rece\n  - c: d\n',
      ['file: route:', 'head: routes:', 'item: - a: b', 'item: - c: d'],
    ],
    ['a half typed first key', `glob\nreceivers:\n${ITEM}`, ['file: glob', 'item: - name: a']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('recut', () => {
  it('is the same as a new cut, wherever the edit is', () => {
    const lines = [
      'receivers:',
      '- name: a',
      'route:',
      'routes:',
      'x: y',
      '- x: y',
      '---',
      '#',
      '',
      '\t',
      'glob',
    ];
    const line = fc
      .tuple(fc.constantFrom('', '', '  ', '    '), fc.constantFrom(...lines))
      .map((l) => l.join(''));
    const source = fc.array(line, { maxLength: 25 }).map((l) => l.join('\n'));
    const text = fc.oneof(source, fc.constant(FILE), fc.constant(FILE.replace(/\n/g, '\r\n')));
    const insertion = fc.oneof(fc.constantFrom(...lines, '\n', ' ', '- ', 'x'), source);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(40), insertion, (before, ...one) => {
        const { change, text: after } = edit(before, one);
        fc.pre(isCuttable(before) && isCuttable(after));
        const segments = segmentsOf(before);
        recut(CONFIG_JOINTS, segments, change, after);
        expect(segments).toEqual(segmentsOf(after));
      }),
      { numRuns: 3000 },
    );
  });

  it('looks at the touched item and its neighbour only', () => {
    const at = FILE.indexOf('name: b');
    const after = `${FILE.slice(0, at)}#${FILE.slice(at)}`;
    const segments = segmentsOf(FILE);
    const count = segments.length;
    const change = { from: at, oldTo: at, newTo: at + 1 };
    const { removed, made } = recut(CONFIG_JOINTS, segments, change, after);
    expect([removed.length, made.length, segments.length]).toEqual([2, 2, count]);
  });
});
