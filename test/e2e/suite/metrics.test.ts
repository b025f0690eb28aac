import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describe as place, eventually, expectFindings, openFile } from './support';

const FILES = [
  'service/metrics.ts',
  'service/queries.ts',
  'rules/api.rules.yml',
  'rules/api.test.yml',
  'dashboards/api.json',
];
const sound = new Map<string, string>();

describe('a workspace with a program', () => {
  before(async () => {
    for (const file of FILES) sound.set(file, (await openFile(file)).getText());
  });

  // What was changed may be on the disk: VS Code in the browser saves by itself.
  afterEach(async () => {
    for (const [file, text] of sound) {
      const document = await openFile(file);
      if (document.getText() !== text) await replace(document, document.getText(), text);
      await document.save();
    }
  });

  describe('metrics', () => {
    it('renaming one renames it in rules, tests, dashboards and queries, in one edit', async () => {
      const document = await openFile('service/metrics.ts');
      const edit = await eventually(
        () =>
          vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            positionOf(document, 'api_requests_total'),
            'shop_requests_total',
          ),
        (answer) => answer?.size > 0,
      );
      const files = edit
        .entries()
        .map(([uri, edits]) => `${basename(uri)} ${edits.length}`)
        .sort();
      assert.deepEqual(files, [
        'api.json 1',
        'api.rules.yml 2',
        'api.test.yml 1',
        'metrics.ts 1',
        'queries.ts 1',
      ]);
      await vscode.workspace.applyEdit(edit);
      const rules = await openFile('rules/api.rules.yml');
      assert.match(rules.getText(), /sum\(rate\(shop_requests_total\{status=~"5\.\."\}\[5m\]\)\) > 1/);
      const dashboard = await openFile('dashboards/api.json');
      assert.match(dashboard.getText(), /rate\(shop_requests_total\{method=~\\"\$method\\"\}/);
      const queries = await openFile('service/queries.ts');
      assert.match(queries.getText(), /shop_requests_total\{status=~"5\.\."\}\[\$\{window\}\]/);
    });

    it('definition of a metric in a rule is where the program makes it', async () => {
      const document = await openFile('rules/api.rules.yml');
      assert.deepEqual(await definitionAt(document, 'api_requests_total'), [
        'metrics.ts 4:10 api_requests_total',
      ]);
      assert.deepEqual(await definitionAt(document, 'api_request_duration_seconds_bucket'), [
        'metrics.ts 10:10 api_request_duration_seconds',
      ]);
    });

    it('a lens over its definition counts what uses it', async () => {
      const document = await openFile('service/metrics.ts');
      const lenses = await eventually(
        () =>
          vscode.commands.executeCommand<vscode.CodeLens[]>(
            'vscode.executeCodeLensProvider',
            document.uri,
            100,
          ),
        (found) => found?.some(({ command }) => command?.title.includes('alert')),
      );
      const titles = lenses.flatMap(({ command }) =>
        command?.title.includes('alert') ? [command.title] : [],
      );
      assert.deepEqual(titles, ['2 alerts, 1 dashboard, 1 rule test, 1 query', '1 alert']);
    });

    it('hover tells its help, labels and users', async () => {
      const document = await openFile('rules/api.rules.yml');
      const text = await eventually(
        () => hoverAt(document, 'api_requests_total'),
        (found) => found.includes('ApiSilent'),
      );
      for (const wanted of ['Requests to the API.', 'method', 'metrics.ts', 'ApiErrors']) {
        assert.ok(text.includes(wanted), `${wanted} in ${text}`);
      }
    });
  });

  describe('PromQL', () => {
    it('has findings at the exact characters, and fixes', async () => {
      const document = await openFile('service/queries.ts');
      const text = 'api_requests_total{status=~"5.."}[${window}]';
      await replace(document, text, 'api_request_total{status=~"5.."}');
      await expectFindings(document, [
        'metrics/unknown-metric 6:44 api_request_total',
        'promql/argument-type 6:44 api_request_total{status=~"5.."}',
      ]);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(5, 44, 5, 44),
      );
      const fix = actions.find(({ title }) => title === 'Replace by api_requests_total');
      assert.ok(fix?.edit, 'a fix');
      await vscode.workspace.applyEdit(fix.edit);
      await replace(document, 'api_requests_total{status=~"5.."}', text);
      await expectFindings(document, []);
    });

    it('is completed and explained', async () => {
      const document = await openFile('service/queries.ts');
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        positionOf(document, 'status=~'),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('status'), labels.join());
      assert.match(await hoverAt(document, 'rate('), /per-second/);
    });
  });
});

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + 1);
}

async function definitionAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await eventually(
    () =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, text),
      ),
    (locations) => locations?.length > 0,
  );
  return Promise.all(
    found.map(async (location) => {
      const { uri, range } =
        'targetUri' in location ? { uri: location.targetUri, range: location.targetRange } : location;
      return `${basename(uri)} ${place(await vscode.workspace.openTextDocument(uri), range)}`;
    }),
  );
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) =>
      contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')),
    )
    .join('\n');
}

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const from = document.getText().indexOf(text);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(from), document.positionAt(from + text.length));
  edit.replace(document.uri, range, by);
  await vscode.workspace.applyEdit(edit);
}

function basename(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
