import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECT } from '../../languages/promql/parse';
import type { Finding } from '../../text/finding';
import { hostSpan } from '../../text/region';
import { TextBuffer } from '../../text/text-buffer';
import { edit, randomEdits, YAML_SIGNS } from '../pieces/testing';
import { IncrementalRules } from './incremental';
import { readRules, type ReadSettings } from './slice';

const SETTINGS: ReadSettings = { dialect: DEFAULT_DIALECT, nameValidation: 'utf8', advise: () => [] };

const FILE = `groups:
  - name: a
    interval: 1m
    rules:
      - alert: A
        expr: |
          up{job="x"}
            == 0
        labels: {severity: page}
      - record: job:up:sum
        expr: "sum by (job) (up)"
    limit: 3
  - name: b
    rules:
    - alert: B
      expr: rate(http_requests_total[5m]) > 1
      annotations:
        summary: 'Value {{ $value }}'
`;

const EDITS = randomEdits([
  ...YAML_SIGNS,
  '- alert: N\n',
  '      - alert: C\n        expr: up\n',
  '        for: 5m\n',
  '    rules:\n',
  'expr: sum(\n',
]);

const byPlace = (a: Finding, b: Finding) =>
  a.span.from - b.span.from || a.span.to - b.span.to || a.code.localeCompare(b.code);

/** Everything that the units say, in offsets of the document. */
function said(rules: IncrementalRules) {
  const findings = rules.units().flatMap(({ findings: found, map }) =>
    found.map(({ code, message, span }) => ({
      code,
      message,
      severity: 'error' as const,
      span: hostSpan(map, span),
    })),
  );
  const names = rules
    .units()
    .flatMap(({ facts, map }) =>
      facts.rules.map(({ kind, name }) => ({ kind, text: name.text, span: hostSpan(map, name.span) })),
    );
  const uses = rules
    .units()
    .flatMap(({ facts, map }) => facts.uses.map(({ name, span }) => ({ name, span: hostSpan(map, span) })));
  return { isCut: rules.isCut, findings: findings.sort(byPlace), names, uses, file: rules.fileFindings() };
}

describe('IncrementalRules', () => {
  it.each([
    ['\\n', FILE],
    ['\\r\\n', FILE.replaceAll('\n', '\r\n')],
  ])('says after edits what a new one says (%s)', (_, start) => {
    fc.assert(
      fc.property(EDITS, (list) => {
        const buffer = new TextBuffer(start);
        const rules = new IncrementalRules(buffer, SETTINGS);
        let text = start;
        for (const one of list) {
          const edited = edit(text, one);
          text = edited.text;
          buffer.replace(edited.change, one[2]);
          rules.update(edited.change);
        }
        rules.confirm();
        expect(said(rules)).toEqual(said(new IncrementalRules(text, SETTINGS)));
      }),
      { numRuns: 300 },
    );
  });

  it('says in pieces what a reading of the whole says', () => {
    fc.assert(
      fc.property(EDITS, (list) => {
        const text = list.reduce((current, one) => edit(current, one).text, FILE);
        const whole = readRules(text, SETTINGS);
        const pieces = said(new IncrementalRules(text, SETTINGS)).findings;
        // Faults of YAML are repaired by guess, and a piece may guess better. The verdict has to be the same.
        expect(pieces.length > 0).toBe(whole.findings.length > 0);
        if (whole.broken) return;
        const expected = whole.findings.map(({ code, message, span }) => ({
          code,
          message,
          severity: 'error' as const,
          span,
        }));
        expect(pieces).toEqual(expected.sort(byPlace));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['groups', 'groups:\n  - name: a\n    rules: []\n- name: b\n'],
    ['rules', 'groups:\n- name: a\n  rules:\n    - {alert: A, expr: up}\n  - {alert: B, expr: up}\n'],
    ['the document', 'groups:\n- name: a\n...\n"'],
  ])('sees what YAML refuses behind %s', (_, text) => {
    expect(said(new IncrementalRules(text, SETTINGS)).findings).toHaveLength(1);
    expect(readRules(text, SETTINGS).findings).toHaveLength(1);
  });

  it('reports the units that an edit replaced, and no others', () => {
    const buffer = new TextBuffer(FILE);
    const rules = new IncrementalRules(buffer, SETTINGS);
    const at = FILE.indexOf('up)"');
    const change = { from: at, oldTo: at, newTo: at + 1 };
    buffer.replace(change, 'x');
    const { removed, added } = rules.update(change);
    const named = (units: typeof added) =>
      units.flatMap(({ facts }) => facts.rules.map(({ name }) => name.text));
    // The rule in front of it is read again too, because the edit could have joined the two.
    expect(named(removed)).toEqual(['A', 'job:up:sum']);
    expect(named(added)).toEqual(['A', 'job:up:sum']);
  });

  it('gives a slice whose offsets go back to the document', () => {
    const rules = new IncrementalRules(FILE, SETTINGS);
    const at = FILE.indexOf('rate(');
    const slice = rules.sliceAt(at);
    expect(slice.text.length).toBeLessThan(FILE.length / 2);
    expect(slice.text.startsWith('rate(', slice.map.toFragment(at))).toBe(true);
    expect(slice.model.groups[0]?.rules[0]?.name?.text).toBe('B');
    expect(
      slice.encode([
        { span: { from: slice.map.toFragment(at), to: slice.map.toFragment(at) + 4 }, newText: 'irate' },
      ]),
    ).toEqual([{ span: { from: at, to: at + 4 }, newText: 'irate' }]);
  });
});
