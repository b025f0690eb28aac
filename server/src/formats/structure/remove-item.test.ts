import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { removeItem } from './remove-item';

/** The text without the item at `index` of the list `a`; `kept` where nothing is removed. */
function without(text: string, index: number): string {
  const root = parseYaml(text)[0]?.root;
  const list = root?.kind === 'mapping' ? root.pairs[0]?.value : undefined;
  const edit = list?.kind === 'sequence' ? removeItem(text, list, index) : undefined;
  return edit ? text.slice(0, edit.span.from) + edit.newText + text.slice(edit.span.to) : 'kept';
}

describe('removeItem', () => {
  it.each([
    ['the first', 'a:\n  - x: 1\n    y: 2\n  - z: 3\nb: 1\n', 0, 'a:\n  - z: 3\nb: 1\n'],
    ['the last', 'a:\n  - x: 1\n  - y: |\n      t\n\nb: 1\n', 1, 'a:\n  - x: 1\n\nb: 1\n'],
    ['the last of the file', 'a:\n- x\n- y', 1, 'a:\n- x\n'],
    ['none but one', 'a:\n  - x: 1\n', 0, 'kept'],
    ['none of a flow list', 'a: [x, y]\n', 0, 'kept'],
  ])('removes %s', (_, text, index, expected) => {
    expect(without(text, index)).toBe(expected);
  });
});
