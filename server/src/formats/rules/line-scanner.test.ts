import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, isCuttable, recut } from '../pieces/segment';
import { edit } from '../pieces/testing';
import { RULE_JOINTS } from './line-scanner';

const segmentsOf = (text: string) => cut(RULE_JOINTS, text);

/** The segments as `role:first line`, to read like a table of contents. */
const outline = (text: string) =>
  segmentsOf(text).map((s) => `${s.role}:${text.slice(s.from, s.to).split('\n')[0]?.trim() ?? ''}`);

const FILE = `# rules
groups:
  - name: a
    interval: 1m
    rules:
      - alert: A
        expr: |
          - up
          rules:
      # about B
      - record: b
        expr: up
    limit: 3
  - name: c
    rules:
    - alert: C
      expr: up
other: 1
---
groups:
`;

describe('cut', () => {
  it('cuts at groups, rules, keys behind rules and the end of the document', () => {
    expect(outline(FILE)).toEqual([
      'file:# rules',
      'head:- name: a',
      'item:- alert: A',
      'item:- record: b',
      'tail:limit: 3',
      'head:- name: c',
      'item:- alert: C',
      'file:other: 1',
      'ignored:---',
    ]);
  });

  it.each([
    ['dashes in the first column', 'groups:\n- name: a\n  rules:\n  - alert: A\n- name: b\n', 4],
    ['a dash on its own line', 'groups:\n-\n  name: a\n  rules:\n  -\n    alert: A\n', 3],
    ['rules first', 'groups:\n- rules:\n  - alert: A\n  name: a\n', 4],
    ['CRLF', 'groups:\r\n- name: a\r\n  rules:\r\n  - alert: A\r\n  - alert: B\r\n', 4],
    ['a start marker', '---\ngroups:\n- name: a\n', 2],
    ['a flow list is not cut', 'groups: [{name: a}]\n', 1],
    ['an anchored group is not cut', 'groups:\n- &x\n  rules:\n  - alert: A\n', 2],
    ['another file is not cut', 'route:\n  groups:\n  - a\n', 1],
    [
      'groups behind an indented first line are another document',
      '  a: 1\ngroups:\n- rules:\n  - alert: A\n',
      1,
    ],
    [
      'nor behind an indented first line that a marker stands in front of',
      '---\n  a: 1\ngroups:\n- rules:\n  - alert: A\n',
      1,
    ],
    ['a byte order mark', '\uFEFFgroups:\n- name: a\n', 2],
    ['a dash in front of the groups', 'groups:\n  - name: a\n- name: b\n', 2],
    ['a dash in front of the rules', 'groups:\n- rules:\n    - alert: A\n  - alert: B\n', 3],
    ['a half typed key in front of a rule', 'groups:\n- rules:\n  - alert: A\nx\n  - alert: B\n', 4],
    ['nothing', '', 1],
  ])('%s', (_, text, count) => {
    expect(segmentsOf(text)).toHaveLength(count);
  });
});

describe('recut', () => {
  it('is the same as a new cut, wherever the edit is', () => {
    const lines = [
      'groups:',
      '- name: a',
      '  rules:',
      '  - alert: A',
      '    expr: up',
      '  limit: 1',
      '---',
      '#',
      '',
      '  ',
    ];
    const source = fc
      .array(fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...lines.map((l) => `  ${l}`))), {
        maxLength: 25,
      })
      .map((l) => l.join('\n'));
    const text = fc.oneof(source, fc.constant(FILE), fc.constant(FILE.replace(/\n/g, '\r\n')));
    const insertion = fc.oneof(fc.constantFrom(...lines, '\n', ' ', '- ', 'x'), source);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(40), insertion, (before, ...one) => {
        const { change, text: after } = edit(before, one);
        fc.pre(isCuttable(before) && isCuttable(after));
        const segments = segmentsOf(before);
        recut(RULE_JOINTS, segments, change, after);
        expect(segments).toEqual(segmentsOf(after));
      }),
      { numRuns: 3000 },
    );
  });

  it('looks at the touched rule and its neighbour only', () => {
    const at = FILE.indexOf('expr: up', FILE.indexOf('record'));
    const after = `${FILE.slice(0, at)}#${FILE.slice(at)}`;
    const segments = segmentsOf(FILE);
    const {
      at: first,
      removed,
      made,
    } = recut(RULE_JOINTS, segments, { from: at, oldTo: at, newTo: at + 1 }, after);
    expect([first, removed.length, made.length, segments.length]).toEqual([2, 2, 2, 9]);
  });
});
