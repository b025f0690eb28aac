import type {
  CodeLens,
  CompletionList,
  Hover,
  Location,
  Position,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { LspClient } from '../support/lsp-client.mjs';
import { startServer } from './server';

const METRICS = `import { Counter } from 'prom-client';

export const requests = new Counter({
  name: 'api_requests_total',
  help: 'Requests of the API.',
  labelNames: ['method'],
});
requests.inc({ method: 'GET' });
`;
const RULES = `groups:
  - name: api
    rules:
      - alert: NoRequests
        expr: sum by (method) (rate(api_requests_total[5m])) == 0
        annotations:
          summary: Nobody asks {{ $labels.method }}.
`;
const PAGE = '# Queries\n\n```promql\napi_requests_total\n```\n';

const FILES = {
  'metrics.ts': ['typescript', METRICS],
  'rules.yml': ['yaml', RULES],
  'page.md': ['markdown', PAGE],
} as const;
type Name = keyof typeof FILES;

function uriOf(name: Name): string {
  return `file:///x/${name}`;
}

async function opened(capabilities: object = {}): Promise<LspClient> {
  const client = await startServer({ capabilities });
  for (const [name, [languageId, text]] of Object.entries(FILES))
    client.open(uriOf(name as Name), text, languageId);
  return client;
}

/** The first place of `text` in a file, `behind` characters on. */
function at(name: Name, text: string, behind = 1): { textDocument: { uri: string }; position: Position } {
  const document = TextDocument.create('', '', 0, FILES[name][1]);
  const offset = FILES[name][1].indexOf(text);
  expect(offset).toBeGreaterThanOrEqual(0);
  return { textDocument: { uri: uriOf(name) }, position: document.positionAt(offset + behind) };
}

describe('a metric of a program', () => {
  it('is defined for a rule, and found from there', async () => {
    const client = await opened();
    const definition = await client.request<Location[]>(
      'textDocument/definition',
      at('rules.yml', 'api_requests'),
    );
    expect(definition).toEqual([
      {
        uri: uriOf('metrics.ts'),
        range: { start: { line: 3, character: 9 }, end: { line: 3, character: 27 } },
      },
    ]);
    const references = await client.request<Location[]>('textDocument/references', {
      ...at('metrics.ts', 'api_requests'),
      context: { includeDeclaration: false },
    });
    expect(references.map(({ uri }) => uri)).toEqual([uriOf('rules.yml'), uriOf('page.md')]);
  });

  it.each(['metrics.ts', 'rules.yml', 'page.md'] as const)('is explained in %s', async (name) => {
    const client = await opened();
    const { contents } = await client.request<Hover>('textDocument/hover', at(name, 'api_requests'));
    const { value } = contents as { value: string };
    for (const part of [
      '**`api_requests_total`** · counter',
      'Requests of the API.',
      '[x/metrics.ts:4](file:///x/metrics.ts#L4)',
      'Used by: alert `NoRequests`; document `x/page.md`',
    ]) {
      expect(value).toContain(part);
    }
  });

  it('has a lens that counts what uses it', async () => {
    const client = await opened();
    const { textDocument, position } = at('metrics.ts', 'api_requests', 0);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => command)).toEqual([
      {
        title: '1 alert, 1 document',
        command: 'alertwright.showUses',
        arguments: [{ uri: textDocument.uri, position }],
      },
    ]);
  });

  it('is offered with what is known of it', async () => {
    const client = await opened();
    const uri = 'file:///x/new.promql';
    client.open(uri, 'rate(api_', 'promql');
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 9 },
    });
    const item = list.items.find(({ label }) => label === 'api_requests_total');
    expect(item).toMatchObject({ detail: 'counter' });
    expect(await client.request('completionItem/resolve', item)).toMatchObject({
      documentation: { value: expect.stringMatching(/Requests of the API\.\n\nLabels: `method`/) as string },
    });
  });

  it('is a symbol of the workspace', async () => {
    const client = await opened();
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'apireq' });
    expect(found).toMatchObject([{ name: 'api_requests_total', location: { uri: uriOf('metrics.ts') } }]);
  });
});

describe('rename', () => {
  const ANNOTATES = {
    workspace: {
      configuration: true,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    },
  };

  it('goes to all files at once', async () => {
    const client = await opened();
    const { changes = {} } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at('metrics.ts', 'api_requests'),
      newName: 'calls_total',
    });
    for (const [name, [, text]] of Object.entries(FILES)) {
      const document = TextDocument.create('', '', 0, text);
      expect(TextDocument.applyEdits(document, changes[uriOf(name as Name)] ?? [])).toBe(
        text.replaceAll('api_requests_total', 'calls_total'),
      );
    }
  });

  it('of a label does too', async () => {
    const client = await opened();
    const { changes = {} } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at('rules.yml', 'method) ('),
      newName: 'verb',
    });
    for (const name of ['metrics.ts', 'rules.yml'] as const) {
      const text = FILES[name][1];
      const document = TextDocument.create('', '', 0, text);
      expect(TextDocument.applyEdits(document, changes[uriOf(name)] ?? [])).toBe(
        text.replaceAll('method', 'verb'),
      );
    }
  });

  it('asks about illustrations, where the editor can', async () => {
    const client = await opened(ANNOTATES);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at('metrics.ts', 'api_requests'),
      newName: 'calls_total',
    });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf('metrics.ts'), version: 1 } },
      { textDocument: { uri: uriOf('rules.yml') } },
      { textDocument: { uri: uriOf('page.md') }, edits: [{ annotationId: expect.any(String) as string }] },
    ]);
    expect(Object.values(edit.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
  });

  it('says why not', async () => {
    const client = await opened();
    await expect(
      client.request('textDocument/rename', { ...at('metrics.ts', 'api_requests'), newName: 'api.calls' }),
    ).rejects.toThrow('"api.calls" is no metric name');
  });
});
