import { InsertTextFormat } from 'vscode-languageserver';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  SemanticTokens,
  SignatureHelp,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { LspClient } from '../support/lsp-client.mjs';
import { startServer } from './server';

const URI = 'file:///x/a.yml';

/** A file with an alert whose summary is written as `scalar`, opened; `‸` in it is the place. */
async function opened(client: LspClient, scalar: string) {
  const head = 'groups:\n- name: a\n  rules:\n  - record: job:up:sum\n    expr: sum by (job) (up)\n';
  const marked = `${head}  - alert: A\n    expr: up == 0\n    annotations:\n      summary: ${scalar}\n`;
  const text = marked.replace('‸', '');
  client.open(URI, text);
  const document = TextDocument.create(URI, 'yaml', 1, text);
  const position = document.positionAt(marked.indexOf('‸'));
  const at = { textDocument: { uri: URI }, position };
  await client.diagnostics(URI);
  return { document, at };
}

/** The text after the completion with this label is taken. */
async function completed(scalar: string, label: string): Promise<string> {
  const client = await startServer();
  const { document, at } = await opened(client, scalar);
  const { items } = await client.request<CompletionList>('textDocument/completion', at);
  const edit = items.find((item: CompletionItem) => item.label === label)?.textEdit;
  if (!edit || !('range' in edit)) return 'not offered';
  const [last = ''] = TextDocument.applyEdits(document, [edit]).split('summary: ').slice(-1);
  return last.trimEnd();
}

describe('a query in a template', () => {
  it.each([
    [`'{{ query "job:u‸" }}'`, `'{{ query "job:up:sum" }}'`],
    [`"{{ query \\"job:u‸\\" }}"`, `"{{ query \\"job:up:sum\\" }}"`],
  ])('has completion in %s', async (scalar, expected) => {
    expect(await completed(scalar, 'job:up:sum')).toBe(expected);
  });

  it('has hover, signature help and definition', async () => {
    const client = await startServer();
    const { at } = await opened(client, `'{{ query "rate(job:‸up:sum[5m])" }}'`);
    const hover = await client.request<Hover>('textDocument/hover', at);
    expect(JSON.stringify(hover.contents)).toContain('job:up:sum');
    expect(hover.range).toMatchObject({ start: { line: 8 }, end: { line: 8 } });
    const help = await client.request<SignatureHelp>('textDocument/signatureHelp', at);
    expect(help.signatures[0]?.label).toContain('rate(');
    expect(await client.request('textDocument/definition', at)).toMatchObject([
      { uri: URI, range: { start: { line: 3, character: 12 } } },
    ]);
  });

  it('is renamed with the recording rule', async () => {
    const client = await startServer();
    const { at, document } = await opened(client, `"{{ query \\"job:‸up:sum\\" }}"`);
    const { changes } = await client.request<{ changes: Record<string, never> }>('textDocument/rename', {
      ...at,
      newName: 'job:up:count',
    });
    const renamed = TextDocument.applyEdits(document, changes[URI]!);
    expect(renamed).toContain('record: job:up:count');
    expect(renamed).toContain('query \\"job:up:count\\"');
  });

  it('is coloured as PromQL', async () => {
    const client = await startServer();
    const { at } = await opened(client, `'‸{{ query "rate(up[5m])" }}'`);
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', at);
    const lengths = data.filter((_, i) => i % 5 === 2);
    expect(lengths).toContain('rate'.length);
    expect(lengths).not.toContain('"rate(up[5m])"'.length);
  });
});

describe('a snippet of a template', () => {
  it.each([
    ['in single quotes', `'it''s ‸'`, '{{ if ${1:.} }}$2{{ end }}$0'],
    ['in double quotes', `"\\"it\\" ‸"`, '{{ if ${1:.} }}$2{{ end }}$0'],
    ['in a query in double quotes', `"{{ query \\"up{jo‸}\\" }}"`, 'job=\\\\\\\\\\\\"${1}\\\\\\\\\\\\"'],
  ])('keeps its places %s', async (_, scalar, expected) => {
    const client = await startServer();
    const { at } = await opened(client, scalar);
    const { items } = await client.request<CompletionList>('textDocument/completion', at);
    const snippets = items.filter(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet);
    expect(snippets.map(({ textEdit }) => textEdit?.newText)).toContain(expected);
  });
});
