import type { CompletionItem, CompletionList, Range, TextEdit } from 'vscode-languageserver-types';

/** The list with the range that all its items replace said once: half as long for a client that knows `editRange`. */
export function withEditRange(list: CompletionList): CompletionList {
  const shared = editOf(list.items[0])?.range;
  if (!shared) return list;
  const items: CompletionItem[] = [];
  for (const item of list.items) {
    const edit = editOf(item);
    if (!edit || !isSame(edit.range, shared)) return list;
    const textEditText = edit.newText === item.label ? undefined : edit.newText;
    items.push({ ...item, textEdit: undefined, textEditText });
  }
  return { ...list, itemDefaults: { editRange: shared }, items };
}

function editOf(item: CompletionItem | undefined): TextEdit | undefined {
  return item?.textEdit && 'range' in item.textEdit ? item.textEdit : undefined;
}

function isSame(a: Range, b: Range): boolean {
  return (
    a === b ||
    (a.start.line === b.start.line &&
      a.start.character === b.start.character &&
      a.end.line === b.end.line &&
      a.end.character === b.end.character)
  );
}
