import type { CompletionItem } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { withEditRange } from './completion-defaults';

function item(label: string, newText: string, from: number, to = 5): CompletionItem {
  const range = { start: { line: 1, character: from }, end: { line: 1, character: to } };
  return { label, textEdit: { range, newText } };
}

const listOf = (...items: CompletionItem[]) => ({ isIncomplete: true, items });

describe('withEditRange', () => {
  it('says once what all items replace, and texts only where they are not the label', () => {
    expect(withEditRange(listOf(item('up', 'up', 3), item('rate', 'rate($1)', 3)))).toEqual({
      isIncomplete: true,
      itemDefaults: {
        editRange: { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } },
      },
      items: [{ label: 'up' }, { label: 'rate', textEditText: 'rate($1)' }],
    });
  });

  it.each([
    ['another start', listOf(item('a', 'a', 3), item('b', 'b', 4))],
    ['another end', listOf(item('a', 'a', 3), item('b', 'b', 3, 6))],
    ['no edit', listOf(item('a', 'a', 3), { label: 'b' })],
    ['no items', listOf()],
  ])('leaves a list alone with %s', (_, list) => {
    expect(withEditRange(list)).toBe(list);
  });
});
