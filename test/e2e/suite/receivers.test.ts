import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, expectErrors, openFile } from './support';

describe('an alertmanager.yml', () => {
  let document: vscode.TextDocument;
  let sound: string;

  beforeEach(async () => {
    document = await openFile('alertmanager/alertmanager.yml');
    sound = document.getText();
  });

  // What was typed may be on the disk: VS Code in the browser saves by itself.
  afterEach(async () => {
    await replace(document, [[document.getText(), sound]]);
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows each fault of its receivers, and has quick fixes that mend them', async () => {
    await expectErrors(document, []);
    await replace(document, [
      ['receiver: mail', 'receiver: mial'],
      ['receiver: pager\n      continue', 'receiver: on-call\n      continue'],
      ["channel: '#alerts'", "chanel: '#alerts'"],
      ['        title:', '        api_url: https://hooks.slack.com/services/x\n        title:'],
      ['html:', "require_tls: 'false'\n        html:"],
    ]);
    await expectErrors(document, [
      'alertmanager/undefined-receiver 8:17 on-call',
      'alertmanager/undefined-receiver 11:17 mial',
      'alertmanager/unknown-field 19:9 chanel',
      'alertmanager/exclusive-fields 20:9 api_url',
      "alertmanager/wrong-type 31:22 'false'",
    ]);

    await fix(document, 'mial', 'Rename to mail');
    await fix(document, 'chanel', 'Rename to channel');
    await fix(document, 'api_url:', 'Remove api_url');
    await fix(document, "'false'", 'Remove the quotes');
    await expectErrors(document, ['alertmanager/undefined-receiver 8:17 on-call']);
    await fix(document, 'on-call', 'Create the receiver on-call');
    await expectErrors(document, []);
    assert.equal(
      document.getText(),
      sound
        .replace('receiver: pager', 'receiver: on-call')
        .replace('html:', 'require_tls: false\n        html:')
        .concat('  - name: on-call\n'),
    );
  });

  it('tells what a receiver lacks, until it is written', async () => {
    await replace(document, [['        from: alertmanager@example.com\n', '']]);
    await expectErrors(document, ['alertmanager/missing-global 27:9 to']);
    await replace(document, [['smarthost:', 'from: a@example.com\n        smarthost:']]);
    await expectErrors(document, []);
  });
});

/** Replaces the first occurrence of each text in one edit. */
async function replace(
  document: vscode.TextDocument,
  changes: readonly (readonly [before: string, after: string])[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [before, after] of changes) edit.replace(document.uri, rangeOf(document, before), after);
  assert.ok(await vscode.workspace.applyEdit(edit), 'edit applied');
}

/** Applies the quick fix of that title at the first occurrence of `text`. */
async function fix(document: vscode.TextDocument, text: string, title: string): Promise<void> {
  const range = rangeOf(document, text);
  const actions = await eventually(
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      ),
    (found) => found.some((action) => action.title === title),
  );
  const action = actions.find((found) => found.title === title);
  assert.ok(action?.edit, `${title} among ${actions.map((found) => found.title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'fix applied');
}

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const from = document.getText().indexOf(text);
  assert.ok(from >= 0, text);
  return new vscode.Range(document.positionAt(from), document.positionAt(from + text.length));
}
