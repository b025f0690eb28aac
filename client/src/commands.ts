import type { Disposable, LogOutputChannel } from 'vscode';
import { Range, commands, window } from 'vscode';
import { FormatExpressionRequest } from '../../server/src/protocol';
import type { Server } from './server';

export function registerCommands(server: Server, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('alertwright.restartServer', () => server.restart()),
    commands.registerCommand('alertwright.showOutput', () => {
      output.show();
    }),
    commands.registerCommand('alertwright.formatExpression', () => formatExpression(server)),
  ];
}

/** Formats the expression at the cursor, or says why it can't. */
async function formatExpression(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const { version } = document;
  const answer = await server.ask(FormatExpressionRequest, {
    textDocument: { uri: document.uri.toString() },
    position: selection.active,
  });
  const { edits = [], refused } = answer ?? { refused: 'The language server is not running.' };
  if (refused !== undefined) {
    void window.showInformationMessage(refused);
    return;
  }
  if (document.version !== version) return;
  await editor.edit((builder) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      builder.replace(new Range(start.line, start.character, end.line, end.character), newText);
    }
  });
}
