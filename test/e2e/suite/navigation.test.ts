import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describe as place, eventually, openFile } from './support';

describe('finding one’s way', () => {
  it('symbols are the groups and their rules', async () => {
    const document = await openFile('rules/alerts.rules.yml');
    const [group] = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (symbols) => symbols?.length > 0,
    );
    assert.equal(group?.name, 'alerts');
    assert.deepEqual(
      group.children.map(({ name }) => name),
      ['NoTraffic', 'Silence'],
    );
  });

  it('definition of a recording rule is where it is recorded', async () => {
    const document = await openFile('rules/alerts.rules.yml');
    assert.deepEqual(await definitionAt(document, 'requests:rate5m'), [
      'recording.rules.yml 4:17 job:http_requests:rate5m',
    ]);
  });

  it('definition of an alert that ALERTS selects is the alert', async () => {
    const document = await openFile('rules/alerts.rules.yml');
    assert.deepEqual(await definitionAt(document, 'NoTraffic"'), ['alerts.rules.yml 4:16 NoTraffic']);
  });

  it('renaming a recording rule renames it in all expressions', async () => {
    const document = await openFile('rules/recording.rules.yml');
    const position = document.positionAt(document.getText().indexOf('http_requests:rate5m'));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      'job:requests:rate5m',
    );
    const files = edit
      .entries()
      .map(([uri, edits]) => `${basename(uri)} ${edits.length}`)
      .sort();
    assert.deepEqual(files, ['alerts.rules.yml 1', 'recording.rules.yml 1']);
  });
});

async function definitionAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const found = await eventually(
    () =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      ),
    (locations) => locations.length > 0,
  );
  return Promise.all(
    found.map(async (location) => {
      const [uri, range] =
        'uri' in location
          ? [location.uri, location.range]
          : [location.targetUri, location.targetSelectionRange ?? location.targetRange];
      return `${basename(uri)} ${place(await vscode.workspace.openTextDocument(uri), range)}`;
    }),
  );
}

function basename(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
