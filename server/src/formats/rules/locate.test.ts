import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeFile } from './decode';
import { locate, placeSpan, type Place } from './locate';

function at(marked: string): Place | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const dialect = { version: [3, 14], features: new Set<string>() } as const;
  const { model } = decodeFile(parseYaml(text)[0]?.root, { text, dialect, nameValidation: 'utf8' });
  return locate(model, offset);
}

/** The kind of place at `‸`, its field or entry, and its text. */
function show(marked: string): string {
  const place = at(marked);
  if (!place) return 'nothing';
  const { from, to } = placeSpan(place);
  const name =
    'field' in place
      ? `${place.level}.${place.field.name}`
      : 'entry' in place
        ? `${place.of} ${place.entry.name.text}`
        : '';
  const rule = place.rule ? ` of ${place.rule.name?.text ?? '?'}` : '';
  return `${place.kind} ${name}${rule} ${JSON.stringify(marked.replace('‸', '').slice(from, to))}`.replace(
    / {2}/,
    ' ',
  );
}

const file = (rule: string): string =>
  `groups:\n  - name: g\n    labels: { l: m }\n    rules:\n      - ${rule}\n`;

describe('locate', () => {
  it.each([
    ['gro‸ups:\n  - name: g', 'key file.groups "groups"'],
    ['groups:\n  - na‸me: g', 'key group.name "name"'],
    ['groups:\n  - name: g‸', 'value group.name "g"'],
    ['groups:\n  - name: g\n    labels: { l‸: m }', 'entry-name label l "l"'],
    ['groups:\n  - name: g\n    labels: { l: m‸ }', 'entry-value label l "m"'],
    [file('alert‸: a'), 'key rule.alert of a "alert"'],
    [file('alert: ‸a'), 'value rule.alert of a "a"'],
    [file('alert: a\n        expr: "up =‸= 0"'), 'expr of a "\\"up == 0\\""'],
    [
      file('alert: a\n        expr: |\n          up\n          ‸== 0\n'),
      'expr of a "|\\n          up\\n          == 0"',
    ],
    [file('alert: a\n        for: 5‸m'), 'value rule.for of a "5m"'],
    [file('alert: a\n        annotations: { sum‸: x }'), 'entry-name annotation sum of a "sum"'],
    [file('alert: a\n        annotations: { sum: x‸ }'), 'template annotation sum of a "x"'],
    [file('record: a\n        labels: { x: y‸ }'), 'entry-value label x of a "y"'],
    [file('alert: a\n        zzz‸: y'), 'key rule.zzz of a "zzz"'],
    ['groups:\n  - name: g\n‸', 'nothing'],
    ['‸', 'nothing'],
  ])('%j', (marked, expected) => {
    expect(show(marked)).toBe(expected);
  });

  it.each([
    ['plain', 'alert: a\n        expr: ‸'],
    ['plain with more spaces', 'alert: a\n        expr:   ‸\n        for: 5m'],
    ['plain in front of a comment', 'alert: a\n        expr: ‸ # soon'],
    ['double-quoted', 'alert: a\n        expr: "‸"'],
    ['single-quoted', "alert: a\n        expr: '‸'"],
    ['literal', 'alert: a\n        expr: |\n          ‸'],
    ['folded, with more behind', 'alert: a\n        expr: >-\n          ‸\n        for: 5m'],
  ])('finds an expression that is not written yet: %s', (_, rule) => {
    const place = at(file(rule));
    const offset = file(rule).indexOf('‸');
    expect(place?.kind).toBe('expr');
    if (place?.kind !== 'expr') return;
    expect(place.expr.text).toBe('');
    expect(place.expr.region().map.toHost(0)).toBe(offset);
    expect(place.expr.region().encode([{ span: { from: 0, to: 0 }, newText: 'up' }])).toEqual([
      { span: { from: offset, to: offset }, newText: 'up' },
    ]);
  });

  it('finds a template that is not written yet', () => {
    expect(at(file('alert: a\n        annotations:\n          summary: ‸'))?.kind).toBe('template');
    expect(at(file('alert: a\n        annotations:\n          summary: "‸"'))?.kind).toBe('template');
  });

  it('leaves a value alone that has no space in front of it', () => {
    expect(at(file('alert: a\n        expr:‸'))?.kind).toBe('value');
  });
});
