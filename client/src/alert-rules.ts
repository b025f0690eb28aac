import { Uri, window, workspace } from 'vscode';
import type { AlertRuleInfo } from '../../server/src/protocol';
import { AlertRulesRequest } from '../../server/src/protocol';
import type { Server } from './server';

/** Lets the user choose an alerting rule of the workspace. */
export async function pickAlertRule(server: Server): Promise<AlertRuleInfo | undefined> {
  const items = server.ask(AlertRulesRequest, {}).then((rules = []) =>
    rules.map((rule) => ({
      label: rule.name,
      description: Object.entries(rule.labels)
        .filter(([name]) => name !== 'alertname')
        .map(([name, value]) => `${name}="${value}"`)
        .join(', '),
      detail: workspace.asRelativePath(Uri.parse(rule.uri)),
      rule,
    })),
  );
  const chosen = await window.showQuickPick(items, {
    title: 'Alerting rules of the workspace',
    placeHolder: 'Type a name, a label or a file',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.rule;
}

/** The alerting rule that the cursor of the active editor is in. */
export async function alertRuleAtCursor(server: Server): Promise<AlertRuleInfo | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { line } = editor.selection.active;
  const uri = editor.document.uri.toString();
  const rules = (await server.ask(AlertRulesRequest, {})) ?? [];
  return rules.find(
    (rule) =>
      Uri.parse(rule.uri).toString() === uri && rule.range.start.line <= line && line <= rule.range.end.line,
  );
}
