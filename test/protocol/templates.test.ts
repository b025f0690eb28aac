import type {
  CodeLens,
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { PreviewNotificationResult } from '../../server/src/protocol';
import type { LspClient } from '../support/lsp-client.mjs';
import { startServer } from './server';

const URI = 'file:///x/chat.tmpl';

const TEMPLATE = `{{ define "chat.title" }}[{{ .Status | toUpper }}] {{ .GroupLabels.alertname }}{{ end }}
{{ define "chat.text" }}
{{ range $index, $alert := .Alerts }}
{{ $index }}: {{ $alert.Annotations.summary }}
{{ end }}
{{ template "chat.title" . }}
{{ end }}
`;

async function opened(client: LspClient, marked = TEMPLATE) {
  const text = marked.replace('‸', '');
  const document = TextDocument.create(URI, 'alertmanager-template', 1, text);
  client.open(URI, text, 'alertmanager-template');
  const diagnostics = await client.diagnostics(URI);
  const position = document.positionAt(Math.max(0, marked.indexOf('‸')));
  const shown = diagnostics.map(({ code, range, severity }) => [severity, code, document.getText(range)]);
  return { document, shown, at: { textDocument: { uri: URI }, position } };
}

describe('a file of templates', () => {
  it.each([
    ['what Alertmanager refuses', 'toUpper', 'toUper', [1, 'template/unknown-function', 'toUper']],
    [
      'what fails when it is sent',
      '.GroupLabels',
      '.GrupLabels',
      [2, 'template/unknown-field', 'GrupLabels'],
    ],
    [
      'calls of what nobody defines',
      '"chat.title" .',
      '"chat.titel" .',
      [2, 'template/undefined-template', '"chat.titel"'],
    ],
    ['what nobody calls', 'x', 'x', [4, 'template/unused-template', '"chat.text"']],
  ])('shows %s', async (_, part, change, expected) => {
    const { shown } = await opened(await startServer(), TEMPLATE.replace(part, change));
    expect(shown).toContainEqual(expected);
  });

  it('of another program is left alone', async () => {
    const helm = '{{ define "chart.name" }}{{ .Values.name | nindent 2 }}{{ end }}';
    expect((await opened(await startServer(), helm)).shown).toEqual([]);
  });

  it('has completion, hover, outline, folds and lenses', async () => {
    const client = await startServer();
    const { at } = await opened(client, TEMPLATE.replace('.Status', '.‸Status'));
    const { items } = await client.request<CompletionList>('textDocument/completion', at);
    expect(items.map(({ label }) => label)).toContain('CommonAnnotations');
    const hover = await client.request<Hover>('textDocument/hover', at);
    expect(JSON.stringify(hover.contents)).toContain('firing');
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', at);
    expect(symbols.map(({ name }) => name)).toEqual(['chat.title', 'chat.text']);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', at);
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toContainEqual([
      1,
      expect.any(Number),
    ]);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', at);
    expect(lenses.map(({ command }) => command?.title)).toEqual([
      'Preview notification',
      'Preview notification',
    ]);
  });

  it('has variables that are found and renamed', async () => {
    const client = await startServer();
    const { at, document } = await opened(client, TEMPLATE.replace('$alert.', '$al‸ert.'));
    const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at);
    expect(found.map(({ range }) => document.getText(range))).toEqual(['$alert', '$alert']);
    expect(await client.request('textDocument/definition', at)).toMatchObject([
      { range: { start: { line: 2 } } },
    ]);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'one' });
    expect(TextDocument.applyEdits(document, edit.changes?.[URI] ?? [])).toBe(
      TEMPLATE.replaceAll('$alert', '$one'),
    );
  });

  it('is shown as it is sent', async () => {
    const client = await startServer();
    const { at } = await opened(client, TEMPLATE.replace('chat.title', 'chat‸.title'));
    const labels = { alertname: 'Down' };
    const alerts = [{ status: 'firing', labels, annotations: { summary: 'a' } }];
    const sample = { alerts, groupBy: ['alertname'], externalUrl: 'http://am' };
    const result = await client.request<PreviewNotificationResult>('alertwright/previewNotification', {
      ...at,
      sample,
    });
    expect(result).toMatchObject({
      title: 'chat.title',
      messages: [{ kind: 'template', fields: [{ text: '[FIRING] Down' }] }],
    });
  });
});
