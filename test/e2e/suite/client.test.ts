import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { expectFindings, openMarked, ruleWith } from './support';

describe('the extension', () => {
  // The first test of the first file: nothing has been opened yet.
  it('is not active before a document may be its own', () => {
    assert.equal(vscode.extensions.getExtension('alertwright.alertwright')?.isActive, false);
  });

  it('opens .promql files as PromQL', async () => {
    const { document } = await openMarked('up', 'promql');
    assert.equal(document.languageId, 'promql');
  });

  it('contributes its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of [
      'formatExpression',
      'previewNotification',
      'restartServer',
      'showOutput',
      'showRoute',
    ]) {
      assert.ok(commands.includes(`alertwright.${name}`), name);
    }
  });

  it('works on after its server was restarted', async () => {
    const { document } = await openMarked(ruleWith('rate(up)'), 'yaml');
    await vscode.commands.executeCommand('alertwright.restartServer');
    await expectFindings(document, ['promql/argument-type 5:20 up']);
  });
});
