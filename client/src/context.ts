import type { Disposable } from 'vscode';
import { commands, window, workspace } from 'vscode';
import type { FileStatus } from '../../server/src/protocol';
import type { Server } from './server';

/**
 * Tells the manifest's `when` clauses what was recognised: `alertwright.fileKind`, of the active editor's document, and
 * `alertwright.hasFiles`, whether anything was.
 */
export function setContextKeys(server: Server): Disposable[] {
  const kinds = new Map<string, FileStatus['kind']>();
  const set = (key: string, value: unknown): void => {
    void commands.executeCommand('setContext', `alertwright.${key}`, value);
  };
  const update = (): void => {
    const active = window.activeTextEditor?.document.uri.toString();
    set('fileKind', active === undefined ? undefined : kinds.get(active));
  };
  return [
    server.onDidRecogniseFile(({ uri, kind }) => {
      kinds.set(uri, kind);
      if (kind) set('hasFiles', true);
      update();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => kinds.delete(uri.toString())),
    window.onDidChangeActiveTextEditor(update),
  ];
}
