import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openFile } from './support';

describe('an Alertmanager configuration in the workspace', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('puts over an alerting rule where its alerts go', async () => {
    const [lens] = await lenses('rules/alerts.rules.yml', 'alertwright.showRoute');
    assert.equal(lens?.command?.title, '→ mail');
    assert.equal(lens.range.start.line, 3);
  });

  it('opens the panel of routes from there', async () => {
    const [lens] = await lenses('rules/alerts.rules.yml', 'alertwright.showRoute');
    await press(lens);
    await expectPanel('alertwright.routing', 'Where Does This Alert Go?');
  });

  it('offers a preview at each receiver that notifies', async () => {
    const found = await lenses('alertmanager/alertmanager.yml', 'alertwright.previewNotification');
    assert.equal(found.length, 3);
    await press(found[0]);
    await expectPanel('alertwright.preview', 'Preview: chat');
  });

  it('offers a preview at each template', async () => {
    const found = await lenses('alertmanager/templates/title.tmpl', 'alertwright.previewNotification');
    assert.equal(found.length, 1);
    await press(found[0]);
    await expectPanel('alertwright.preview', 'Preview: e2e.title');
  });

  it('previews what the cursor is in without a lens', async () => {
    const document = await openFile('alertmanager/alertmanager.yml');
    const position = document.positionAt(document.getText().indexOf('team@example.com'));
    vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('alertwright.previewNotification');
    await expectPanel('alertwright.preview', 'Preview: mail');
  });
});

/** The code lenses of a file that call a command. */
async function lenses(path: string, command: string): Promise<vscode.CodeLens[]> {
  const { uri } = await openFile(path);
  const all = await eventually(
    () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100),
    (found) => found.some((lens) => lens.command?.command === command),
  );
  return all.filter((lens) => lens.command?.command === command);
}

async function press(lens: vscode.CodeLens | undefined): Promise<void> {
  assert.ok(lens?.command, 'the lens');
  await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments as unknown[]));
}

/** Waits for a panel's tab. */
async function expectPanel(viewType: string, title: string): Promise<void> {
  const labels = await eventually(
    () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType))
        .map(({ label }) => label),
    (found) => found.includes(title),
  );
  assert.deepEqual(labels, [title]);
}
