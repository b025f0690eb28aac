import { describe, expect, it } from 'vitest';
import { duplicateGroups, duplicateRules, ignoredDocument } from './duplicates';
import type { NamedSpan } from './model';

const named = (text: string, from: number): NamedSpan => ({ text, span: { from, to: from + text.length } });

describe('duplicateGroups', () => {
  it('reports every later group of a name, with the first', () => {
    const findings = duplicateGroups([named('a', 0), named('b', 10), named('a', 20), named('a', 30)]);
    expect(findings).toMatchObject([
      {
        code: 'rules/duplicate-group',
        severity: 'error',
        span: { from: 20 },
        related: [{ span: { from: 0 } }],
      },
      {
        code: 'rules/duplicate-group',
        severity: 'error',
        span: { from: 30 },
        related: [{ span: { from: 0 } }],
      },
    ]);
  });

  it('tells upper and lower case apart', () => {
    expect(duplicateGroups([named('a', 0), named('A', 10), named('__proto__', 20)])).toEqual([]);
  });
});

describe('duplicateRules', () => {
  const rule = (name: string, from: number, labels: Record<string, string> = {}) => ({
    name: named(name, from),
    labels: Object.entries(labels).map(([label, value]) => ({ name: label, value })),
  });

  it.each([
    ['the same name', [rule('a', 0), rule('a', 10)], [10]],
    ['three of a name', [rule('a', 0), rule('a', 10), rule('a', 20)], [10, 20]],
    ['labels in another order', [rule('a', 0, { x: '1', y: '2' }), rule('a', 10, { y: '2', x: '1' })], [10]],
    ['other labels', [rule('a', 0, { x: '1' }), rule('a', 10, { x: '2' })], []],
    ['other names', [rule('a', 0), rule('b', 10)], []],
  ])('compares name and labels: %s', (_, rules, expected) => {
    const findings = duplicateRules(rules);
    expect(findings.map(({ span }) => span.from)).toEqual(expected);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('lets the last of equal labels hold, as a rule’s label does over its group’s', () => {
    const labels = [
      { name: 'x', value: 'group' },
      { name: 'x', value: 'rule' },
    ];
    expect(duplicateRules([{ name: named('a', 0), labels }, rule('a', 10, { x: 'rule' })])).toHaveLength(1);
  });
});

describe('ignoredDocument', () => {
  it('warns at the mark of the document', () => {
    const finding = ignoredDocument({ from: 10, to: 13 });
    expect(finding).toMatchObject({
      code: 'rules/ignored-document',
      severity: 'warning',
      span: { from: 10 },
    });
  });
});
