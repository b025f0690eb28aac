import { describe, expect, it } from 'vitest';
import type { LspClient } from '../support/lsp-client.mjs';
import { rules, startServer } from './server';

const URI = 'file:///x/a.yml';

async function expectAlive(client: LspClient): Promise<void> {
  client.open('file:///x/alive.yml', rules('rte(up)'));
  expect(await client.diagnostics('file:///x/alive.yml')).toHaveLength(1);
  expect(await client.stop()).toBe(0);
}

describe('the server survives', () => {
  it.each([
    ['no JSON', '{"jsonrpc": "2.0", "method"'],
    ['an empty message', ''],
    ['JSON that is no message', '[1, 2, 3]'],
    ['a message without a method', '{"jsonrpc": "2.0", "id": 7}'],
    ['a notification that nobody knows', '{"jsonrpc": "2.0", "method": "x/y", "params": {}}'],
    ['a change of nothing', '{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": null}'],
    ['an opening of nothing', '{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}}'],
    [
      'settings of another shape',
      '{"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": null}',
    ],
  ])('%s', async (_, content) => {
    const client = await startServer();
    await client.sendRaw(content);
    await expectAlive(client);
  });

  it('edits of documents that are not open', async () => {
    const client = await startServer();
    client.change('file:///x/closed.yml', { text: 'a' });
    client.close('file:///x/closed.yml');
    await expectAlive(client);
  });

  it.each([
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/definition',
    'textDocument/signatureHelp',
  ])('%s in places and documents that are not there', async (method) => {
    const client = await startServer();
    client.open(URI, rules('up'));
    for (const uri of [URI, 'file:///x/closed.yml', 'no uri at all']) {
      for (const position of [
        { line: 4, character: 11 },
        { line: 99, character: 0 },
        { line: 0, character: 99_999 },
        { line: -1, character: -1 },
        { line: 1e10, character: 1e10 },
      ]) {
        await client.request(method, { textDocument: { uri }, position }).catch(() => undefined);
      }
    }
    await client.request(method, null).catch(() => undefined);
    await expectAlive(client);
  });

  it('text made to exhaust it', async () => {
    const client = await startServer();
    for (const text of [
      rules('('.repeat(10_000)),
      `groups: ${'['.repeat(10_000)}`,
      rules(`"${'a'.repeat(1_000_000)}`),
    ]) {
      const uri = `file:///x/${text.length}.rules.yml`;
      client.open(uri, text);
      expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
    }
    await expectAlive(client);
  });
});

it('answers unknown requests with an error', async () => {
  const client = await startServer();
  await expect(client.request('alertwright/nonsense', {})).rejects.toMatchObject({ code: -32601 });
});
