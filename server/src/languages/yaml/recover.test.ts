import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { YamlNode } from './nodes';
import { parseYaml } from './parse';
import { faultsOf, scalars, show, unmarked } from './testing';

/** A rule file in which the second of three rules is being written. */
function file(rule: string): string {
  return `groups:
  - name: g
    rules:
      - alert: First
        expr: up == 0
        annotations:
          summary: "{{ $value }}"
${rule}
      - alert: Last
        expr: 'up > 1'
        labels:
          severity: "page"
`;
}

const last = { alert: 'Last', expr: "'up > 1", labels: { severity: '"page' } };

function rulesOf(text: string): unknown {
  const [document] = parseYaml(text, { recover: true });
  const { groups } = show(document?.root) as { groups: { rules: unknown[] }[] };
  const rules = groups[0]?.rules ?? [];
  expect(rules.at(-1)).toEqual(last);
  return rules.slice(1, -1);
}

describe('recovery: a rule being written', () => {
  it.each([
    ['      - al', [], ['al']],
    ['      - «alert»\n        expr: up', ['missing-colon'], [{ alert: null, expr: 'up' }]],
    ['      - alert: A\n        «exp»', ['missing-colon'], [{ alert: 'A', exp: null }]],
    [
      '      - alert: A\n        «exp» # what\n        for: 5m',
      ['missing-colon'],
      [{ alert: 'A', exp: null, for: '5m' }],
    ],
    ['      - alert: A\n        labels:\n          sev', [], [{ alert: 'A', labels: 'sev' }]],
    [
      '      - alert: A\n        labels:\n          «sev»\n          team: x',
      ['missing-colon'],
      [{ alert: 'A', labels: { sev: null, team: 'x' } }],
    ],
    [
      '      - alert: A\n        expr: «"unclosed»\n        for: 5m',
      ['unclosed-quote'],
      [{ alert: 'A', expr: '"unclosed', for: '5m' }],
    ],
    [
      "      - alert: A\n        expr: «'unclosed»\n        for: 5m",
      ['unclosed-quote'],
      [{ alert: 'A', expr: "'unclosed", for: '5m' }],
    ],
    [
      '      - alert: A\n        expr: foo{a="b"}«:» x\n        for: 5m',
      ['mapping-value-not-allowed'],
      [{ alert: 'A', expr: 'foo{a="b"}', for: '5m' }],
    ],
    [
      '      - alert: A\n        expr: up\n       «for»: 5m\n        labels: {a: b}',
      ['bad-indentation'],
      [{ alert: 'A', expr: 'up', for: '5m', labels: { a: 'b' } }],
    ],
    [
      '      - alert: A\n        expr: up\n          «for»: 5m\n        labels: {a: b}',
      ['mapping-value-not-allowed'],
      [{ alert: 'A', expr: 'up', for: '5m', labels: { a: 'b' } }],
    ],
    ['     «- alert»: A\n       expr: up', ['bad-indentation'], [{ alert: 'A', expr: 'up' }]],
    [
      '       «- alert»: A\n         expr: up\n         labels:\n           a: b',
      ['bad-indentation'],
      [{ alert: 'A', expr: 'up', labels: { a: 'b' } }],
    ],
    [
      '      - alert: A\n«\t»expr: up\n        for: 5m',
      ['tab-indentation'],
      [{ alert: 'A', expr: 'up', for: '5m' }],
    ],
    [
      '      - alert: A\n        labels:\n«\t\t»a: b',
      ['tab-indentation'],
      [{ alert: 'A', labels: { a: 'b' } }],
    ],
    [
      '      - alert: A\n        expr: «@»up\n        for: 5m',
      ['unexpected-character'],
      [{ alert: 'A', expr: 'up', for: '5m' }],
    ],
    [
      '      - alert: A\n        expr: "a=~\\"«\\d»+\\""\n        for: 5m',
      ['bad-escape'],
      [{ alert: 'A', expr: '"a=~"\\d+"', for: '5m' }],
    ],
    [
      '      - alert: A\n        labels: «{»a: b, c: d\n        for: 5m',
      ['unclosed-flow'],
      [{ alert: 'A', labels: { a: 'b', c: 'd' }, for: '5m' }],
    ],
    [
      '      - alert: A\n        labels: {\n          a: b\n          «c»: d\n        }\n        for: 5m',
      ['missing-comma'],
      [{ alert: 'A', labels: { a: 'b', c: 'd' }, for: '5m' }],
    ],
    [
      '      - alert: A\n        expr: [5m]«up»\n        for: 5m',
      ['unexpected-content'],
      [{ alert: 'A', expr: ['5m'], for: '5m' }],
    ],
    [
      '      - alert: A\n        labels: «-» a\n        for: 5m',
      ['sequence-entry-not-allowed'],
      [{ alert: 'A', labels: 'a', for: '5m' }],
    ],
    [
      '      - alert: A\n        labels: «*nope»\n        for: 5m',
      ['unknown-alias'],
      [{ alert: 'A', labels: '*nope', for: '5m' }],
    ],
    [
      '      - alert: A\n        expr: | «up»\n          == 0\n        for: 5m',
      ['block-scalar-header'],
      [{ alert: 'A', expr: '|== 0\n', for: '5m' }],
    ],
    [
      '      - alert: A\n        expr: |\n          up\n         «== 0»\n        for: 5m',
      ['bad-indentation'],
      [{ alert: 'A', expr: '|up\n', for: '5m' }],
    ],
    [
      "      - alert: A\n        summary: 'it'«s down'»\n        for: 5m",
      ['unexpected-content'],
      [{ alert: 'A', summary: "'it", for: '5m' }],
    ],
    [
      '      - alert: A\n        «exp»\n        «lab»\n        expr: a«:» b\n        «ann»',
      ['missing-colon', 'missing-colon', 'mapping-value-not-allowed', 'missing-colon'],
      [{ alert: 'A', exp: null, lab: null, expr: 'a', ann: null }],
    ],
    ['      - alert: A«\x07»\n        for: 5m', ['control-character'], [{ alert: 'A\ufffd', for: '5m' }]],
  ])('%j', (rule, codes, expected) => {
    const marks = file(rule);
    const text = unmarked(marks);
    expect(faultsOf(text, { recover: true })).toEqual({ codes, marked: marks });
    expect(rulesOf(text)).toEqual(expected);
  });

  it.each([
    ['groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: "', { alert: 'A', expr: '"' }],
    ['groups:\n  - name: g\n    rules:\n      - alert: A\n        ex', { alert: 'A', ex: null }],
    ['groups:\n  - name: g\n    rules:\n      - alert: A\n        labels: {', { alert: 'A', labels: {} }],
    [
      'groups:\n  - name: g\n    rules:\n      - alert: A\n        labels: {a: [',
      { alert: 'A', labels: { a: [] } },
    ],
  ])('keeps what the end of the text cuts off: %j', (text, rule) => {
    const [document] = parseYaml(text, { recover: true });
    expect(show(document?.root)).toEqual({ groups: [{ name: 'g', rules: [rule] }] });
  });

  it('gives the offsets of the text, and no colon where there is none', () => {
    const text = 'a: "b\nc: d\nex\ne: [f\ng: h';
    const [document] = parseYaml(text, { recover: true });
    const pairs = document?.root?.kind === 'mapping' ? document.root.pairs : [];
    const written = pairs.map(({ key, value, colon }) => [
      text.slice(key.span.from, key.span.to),
      text.slice(value.span.from, value.span.to),
      colon,
    ]);
    expect(written).toEqual([
      ['a', '"b', 1],
      ['c', 'd', 7],
      ['ex', '', undefined],
      ['e', '[f', 15],
      ['g', 'h', 21],
    ]);
  });

  it('gives the tree up to a fault that it can’t get past', () => {
    const [document] = parseYaml(`a: b\nc: ${'['.repeat(10_001)}`, { recover: true });
    expect(document?.faults.map(({ code }) => code)).toEqual(['yaml/too-deep']);
    expect(document?.root).toMatchObject({ pairs: [{ value: { value: 'b' } }, { key: { value: 'c' } }] });
  });
});

describe('recovery: any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b: c',
      'alert: A\n',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '\n\t',
      ': ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
    ],
    ...[
      '|\n',
      '>-\n',
      ' # c',
      '@',
      '%',
      '&a ',
      '*a',
      '!x ',
      '---\n',
      '...\n',
      '\\',
      '\r\n',
      '\u2028',
      '\x01',
      '😀',
    ],
    ...['? ', '<<: *a\n', '~', '`', '\ud83d'],
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('has the first fault that is found without recovery', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, firstDocumentOnly) => {
        const all = parseYaml(text, { recover: true, firstDocumentOnly }).flatMap(({ faults }) => faults);
        const [first] = parseYaml(text, { firstDocumentOnly }).flatMap(({ faults }) => faults);
        if (first === undefined) expect(all).toEqual([]);
        else expect(all).toContainEqual(first);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives documents that follow each other, and spans inside of them', () => {
    const check = (node: YamlNode, length: number): void => {
      expect(node.span.from).toBeGreaterThanOrEqual(0);
      expect(node.span.to).toBeGreaterThanOrEqual(node.span.from);
      expect(node.span.to).toBeLessThanOrEqual(length);
      const children =
        node.kind === 'sequence'
          ? node.items
          : node.kind === 'mapping'
            ? node.pairs.flatMap(({ key, value }) => [key, value])
            : [];
      for (const child of children) check(child, length);
    };
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { root, span, faults } of parseYaml(text, { recover: true })) {
          expect(span.from).toBe(at);
          at = span.to;
          if (root) check(root, text.length);
          for (const fault of faults) expect(fault.span.to).toBeLessThanOrEqual(text.length);
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing in a text without faults', () => {
    const text = file('      - alert: A\n        expr: |\n          up\n\n        for: 5m');
    expect(parseYaml(text, { recover: true })).toEqual(parseYaml(text));
    expect(scalars(text).length).toBeGreaterThan(10);
  });
});
