import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, expectFindings, findings, openFile, openMarked, ruleWith, withSetting } from './support';

describe('findings', () => {
  it('mark the exact characters in a rule file', async () => {
    await expectFindings(await openFile('rules/broken.rules.yml'), [
      'promql/argument-type 7:18 http_requests_total',
      'rules/unknown-field 11:9 form',
    ]);
  });

  it('are errors with a link to their page', async () => {
    const { document } = await openMarked(ruleWith('rate(up)'), 'yaml');
    await eventually(
      () => findings(document),
      (found) => found.length > 0,
    );
    const [finding] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof finding.code === 'object' && finding.code.target.scheme === 'https', 'link');
  });

  it('go when the fault is mended, and come with the next', async () => {
    const { document, spans } = await openMarked(ruleWith('rate(«up»)'), 'yaml');
    await expectFindings(document, ['promql/argument-type 5:20 up']);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, spans[0]!, 'up[5m]');
    await vscode.workspace.applyEdit(edit);
    await expectFindings(document, []);
    await vscode.commands.executeCommand('undo');
    await expectFindings(document, ['promql/argument-type 5:20 up']);
  });

  it('offer what mends them', async () => {
    const { document, spans } = await openMarked(`${ruleWith('up')}        «form»: 5m\n`, 'yaml');
    const actions = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          spans[0]!,
        ),
      (found) => found.length > 0,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, 'a preferred fix');
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^ {8}for: 5m$/m);
  });

  it('are found in every document of a manifest', async () => {
    await expectFindings(await openFile('k8s/prometheus-rule.yaml'), [
      'promql/argument-type 15:22 orders_total',
    ]);
  });

  it('are found in .promql documents', async () => {
    const { document } = await openMarked('sum(rate(up))', 'promql');
    await expectFindings(document, ['promql/argument-type 1:10 up']);
  });

  it('are none in YAML that is not ours', async () => {
    const other = await openFile('other/pipeline.yml');
    // By the time that findings come for a file that was opened later, they would have come for this one.
    const { document } = await openMarked(ruleWith('up =='), 'yaml');
    const later = await eventually(
      () => findings(document),
      (found) => found.length > 0,
    );
    assert.notDeepEqual(later, []);
    assert.deepEqual(findings(other), []);
  });
});

describe('settings are followed without a restart', () => {
  it('feature flags', async () => {
    const { document } = await openMarked(ruleWith('limitk(5, up)'), 'yaml');
    await expectFindings(document, ['promql/not-enabled 5:15 limitk(5, up)']);
    await withSetting('prometheus.enableFeatures', ['promql-experimental-functions'], () =>
      expectFindings(document, []),
    );
    await expectFindings(document, ['promql/not-enabled 5:15 limitk(5, up)']);
  });

  it('the scheme of names', async () => {
    const rules = `${ruleWith('up')}        labels:\n          a.b: c\n`;
    const { document } = await openMarked(rules, 'yaml');
    await expectFindings(document, []);
    await withSetting('prometheus.nameValidation', 'legacy', () =>
      expectFindings(document, ['rules/invalid-label-name 7:11 a.b']),
    );
  });
});
