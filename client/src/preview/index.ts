import type { ExtensionContext } from 'vscode';
import { Uri, commands, window } from 'vscode';
import type { Server } from '../server';
import type { Previewed } from './panel';
import { PreviewPanel } from './panel';

/** The preview of what a receiver or a template sends. */
export function registerPreview(
  context: ExtensionContext,
  server: Server,
): ExtensionContext['subscriptions'] {
  const panel = new PreviewPanel(context, server);
  return [
    panel,
    commands.registerCommand('alertwright.previewNotification', (argument: unknown) => {
      const previewed = isPlace(argument) ? argument : placeOfCursor();
      if (previewed) panel.show(previewed);
      else
        void window.showInformationMessage(
          'Open an Alertmanager configuration or a .tmpl file to preview from.',
        );
    }),
  ];
}

/** A code lens gives the place; a menu gives only the file. */
function isPlace(argument: unknown): argument is Previewed {
  return (
    typeof argument === 'object' && argument !== null && !(argument instanceof Uri) && 'position' in argument
  );
}

function placeOfCursor(): Previewed | undefined {
  const editor = window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), position: editor.selection.active };
}
