import type { LanguageStatusItem } from 'vscode';
import { Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import type { FileStatus } from '../../server/src/protocol';
import type { ServerState } from './connection';
import type { Server } from './server';

const KINDS: Readonly<Record<NonNullable<FileStatus['kind']>, string>> = {
  rules: 'Prometheus rules',
  alertmanager: 'Alertmanager configuration',
  embedded: 'Rules or configuration in a manifest',
  promql: 'PromQL',
  template: 'Alertmanager templates',
  code: 'Metrics or PromQL in a program',
  dashboard: 'Grafana dashboard',
  markdown: 'PromQL in Markdown',
  metrics: 'Page of metrics',
  ruletest: 'Tests of Prometheus rules',
};

const TEMPLATES: Readonly<Record<NonNullable<FileStatus['templated']>, string>> = {
  helm: 'What Helm fills in is taken as unknown',
  jinja: 'What Jinja fills in is taken as unknown',
};

/** Shows beside the language, for the active editor, what its document was recognised as. */
export function showFileStatus(server: Server): Disposable {
  const item = languages.createLanguageStatusItem('alertwright.file', []);
  item.name = 'Alertwright';
  const files = new Map<string, FileStatus>();
  let state: ServerState = 'stopped';

  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const status = document && files.get(document.uri.toString());
    // An item that selects no document is not shown.
    item.selector = status?.kind && document ? { language: document.languageId } : [];
    if (status) describe(item, status, state);
  };

  return Disposable.from(
    item,
    server.onDidRecogniseFile((status) => {
      files.set(status.uri, status);
      update();
    }),
    server.onDidChangeState((newState) => {
      state = newState;
      update();
    }),
    workspace.onDidCloseTextDocument((document) => files.delete(document.uri.toString())),
    window.onDidChangeActiveTextEditor(update),
  );
}

function describe(item: LanguageStatusItem, status: FileStatus, state: ServerState): void {
  item.busy = state === 'starting';
  if (state === 'failed') {
    item.severity = LanguageStatusSeverity.Error;
    item.text = 'Alertwright has stopped';
    item.detail = '';
    item.command = { command: 'alertwright.restartServer', title: 'Restart' };
  } else {
    item.severity = LanguageStatusSeverity.Information;
    item.text = status.kind ? KINDS[status.kind] : '';
    item.detail = status.templated ? TEMPLATES[status.templated] : '';
    item.command = { command: 'alertwright.showOutput', title: 'Show Output' };
  }
}
