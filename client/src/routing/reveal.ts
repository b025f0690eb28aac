import { Range, Uri, ViewColumn, window } from 'vscode';
import type { ProtocolRange } from '../../../server/src/protocol';

/** Shows a place of a file in the editor that has it, or in the first column, so that no panel is covered. */
export async function reveal(uri: string, { start }: ProtocolRange, preserveFocus = false): Promise<void> {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  await window.showTextDocument(Uri.parse(uri), {
    viewColumn: editor?.viewColumn ?? ViewColumn.One,
    selection: new Range(start.line, start.character, start.line, start.character),
    preserveFocus,
  });
}
