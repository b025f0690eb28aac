import { describe, expect, it } from 'vitest';
import { completeStruct, type StructNames } from './complete';
import { sampleStruct } from './testing';

const names: StructNames = {
  values: (_, type) => {
    const refers = type.kind === 'string' ? type.refers : undefined;
    return refers === 'receiver' ? [{ value: 'team a' }, { value: 'b' }] : refers ? [{ value: 'job' }] : [];
  },
  keys: () => [{ value: 'Subject' }, { value: 'X: y' }],
};

/** The labels offered at `‸`, the most important first. */
function offered(marked: string, version: readonly [number, number] = [1, 2]): string[] {
  return suggestions(marked, version).map(({ label }) => label);
}

/** What the first suggestion makes of the text. */
function accepted(marked: string, label?: string): string {
  const text = marked.replace('‸', '');
  const all = suggestions(marked, [1, 2]);
  const chosen = label === undefined ? all[0] : all.find((suggestion) => suggestion.label === label);
  if (!chosen) return '';
  const { replace, insertText = chosen.label } = chosen;
  return text.slice(0, replace.from) + insertText + text.slice(replace.to);
}

function suggestions(marked: string, version: readonly [number, number]) {
  const offset = marked.indexOf('‸');
  const completion = { root: sampleStruct, version, program: 'Sample', names };
  return completeStruct(marked.replace('‸', ''), offset, completion).sort((a, b) => a.rank - b.rank);
}

const top = ['title', 'size', 'secret', 'secret_file', 'tags', 'headers', 'one', 'children', 'loud'];

describe('completeStruct offers', () => {
  it.each([
    ['every field, required ones first and deprecated ones last', '‸', top],
    ['a word’s continuation', 'si‸', top],
    ['no field twice', 'title: a\nsize: big\n‸', top.slice(2)],
    ['nothing that a present field rules out', 'secret: a\n‸', ['title', 'size', ...top.slice(4)]],
    ['fields of a struct', 'one:\n  ‸', ['name', 'weight', 'parent', 'children']],
    ['fields of an item', 'children:\n  - name: a\n    ‸', ['weight', 'parent', 'children']],
    [
      'fields of items of items',
      'children:\n  - children:\n    - ‸',
      ['name', 'weight', 'parent', 'children'],
    ],
    ['an item', 'children:\n  ‸', ['- name: …']],
    ['names of a map', 'headers:\n  Subject: a\n  ‸', ['X: y']],
    ['values of the table', 'size: ‸', ['small', 'big']],
    ['values of a boolean', 'loud: ‸', ['true', 'false']],
    ['what a field refers to', 'one:\n  parent: ‸', ['team a', 'b']],
    ['values of items', 'tags:\n  - ‸', ['job']],
    ['items with their values', 'tags:\n  ‸', ['- job']],
    ['values between brackets', 'tags: [‸]', ['job']],
    ['fields between braces', 'one: { name: a, ‸ }', ['weight', 'parent', 'children']],
    ['nothing in a comment', 'title: a # ‸', []],
    ['nothing in a text of several lines', 'title: |\n  ‸', []],
    ['nothing under an unknown key', 'what:\n  ‸', []],
  ])('%s', (_, marked, expected) => {
    expect(offered(marked)).toEqual(expected);
  });

  it('what the version has', () => {
    expect(offered('size: ‸', [1, 0])).toEqual(['small']);
    expect(offered('one:\n  ‸', [1, 1])).not.toContain('weight');
    expect(offered('‸', [1, 0])).toContain('old');
  });
});

describe('completeStruct inserts', () => {
  it.each([
    ['a scalar', 'ti‸', 'title', 'title: $0'],
    ['a boolean', '‸', 'loud', 'loud: ${1|true,false|}'],
    ['a list', '‸', 'tags', 'tags: [$0]'],
    ['a struct with what it needs', '‸', 'one', 'one:\n  name: ${1}'],
    ['a list of structs', '‸', 'children', 'children:\n  - name: ${1}'],
    // The editor adds the indentation of the line.
    ['a list inside of an item', 'children:\n- ‸', 'children', 'children:\n- children:\n    - name: ${1}'],
    ['between braces', 'one: { ‸ }', 'children', 'one: { children: [$0] }'],
    ['a key whose colon is there', 'si‸: big', 'size', 'size: big'],
    ['a space behind the colon', 'size:‸', 'big', 'size: big'],
    ['quotes where they are needed', 'headers:\n  ‸', 'X: y', 'headers:\n  "X: y": '],
    ['no quotes inside of quotes', 'one:\n  parent: "‸"', 'team a', 'one:\n  parent: "team a"'],
    ['a dash for an item', 'tags:\n  ‸', '- job', 'tags:\n  - job'],
  ])('%s', (_, marked, label, expected) => {
    expect(accepted(marked, label)).toBe(expected);
  });
});
