import type { Diagnostic } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { rules, startServer } from './server';

const URI = 'file:///x/a.yml';

function errors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 1);
}

describe('diagnostics', () => {
  it('say what, where and why', async () => {
    const client = await startServer();
    client.open(URI, rules('rte(up[5m])'));
    expect(await client.diagnostics(URI)).toEqual([
      expect.objectContaining({
        range: { start: { line: 4, character: 10 }, end: { line: 4, character: 13 } },
        severity: 1,
        code: 'promql/unknown-function',
        codeDescription: { href: expect.stringContaining('promql/unknown-function') as string },
        source: 'alertwright',
        message: expect.stringContaining('rte') as string,
      }),
    ]);
  });

  it('carry the version of the document', async () => {
    const client = await startServer();
    client.open(URI, rules('up'));
    expect(await client.nextDiagnostics(URI)).toMatchObject({ version: 1, diagnostics: [] });
    for (let i = 0; i < 5; i++) {
      const end = { line: 4, character: 12 + i };
      const version = client.change(URI, { range: { start: end, end }, text: 'x' });
      expect((await client.nextDiagnostics(URI, version)).version).toBe(version);
    }
  });

  it.each([
    ['an astral character', 'up{a="😀"} + rte(up)'],
    ['many', 'up{a="😀😀😀"} + rte(up)'],
    ['a combining mark', 'up{a="e\u0301"} + rte(up)'],
  ])('count UTF-16 behind %s', async (_, expr) => {
    const client = await startServer();
    client.open(URI, rules(expr));
    const [error] = errors(await client.diagnostics(URI));
    const character = 10 + expr.indexOf('rte');
    expect(error?.range).toEqual({
      start: { line: 4, character },
      end: { line: 4, character: character + 3 },
    });
  });

  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('count lines that end with %s', async (_, ending) => {
    const client = await startServer();
    client.open(URI, rules('rte(up)').replaceAll('\n', ending));
    expect((await client.diagnostics(URI))[0]?.range.start).toEqual({ line: 4, character: 10 });
  });

  it('come for documents that are in no file', async () => {
    const client = await startServer();
    client.open('untitled:Untitled-1', rules('rte(up)'), 'yaml');
    expect(await client.diagnostics('untitled:Untitled-1')).toHaveLength(1);
    client.open('untitled:Untitled-2', 'rte(up)', 'promql');
    expect(await client.diagnostics('untitled:Untitled-2')).toHaveLength(1);
  });

  it.each(['yaml', 'dockercompose', 'helm', 'prometheus', 'ansible', 'plaintext'])(
    'come whatever language the editor says: %s',
    async (languageId) => {
      const client = await startServer();
      client.open(URI, rules('rte(up)'), languageId);
      expect(await client.diagnostics(URI)).toHaveLength(1);
    },
  );

  it.each([
    ['other YAML', 'file:///x/compose.yml', 'services:\n  a: {image: b}\n'],
    ['broken other YAML', 'file:///x/a.yml', 'a: [\n'],
    ['no YAML', 'file:///x/a.ts', 'const groups = 1;\n'],
    ['unit tests of rules', 'file:///x/a.test.yml', 'rule_files: [a.yml]\ntests:\n- interval: 1m\n'],
  ])('are none for %s', async (_, uri, text) => {
    const client = await startServer();
    client.open(uri, text);
    // Answered in order: had there been findings, they'd have come before those of the second document.
    client.open(URI === uri ? 'file:///x/b.yml' : URI, rules('rte(up)'));
    await client.diagnostics(URI === uri ? 'file:///x/b.yml' : URI);
    const sent = client.notifications.map(
      ({ params }) => params as { uri?: string; diagnostics?: unknown[] },
    );
    expect(sent.filter((params) => params.uri === uri && (params.diagnostics?.length ?? 0) > 0)).toEqual([]);
  });

  it('go when the document is closed', async () => {
    const client = await startServer();
    client.open(URI, rules('rte(up)'));
    await client.diagnostics(URI);
    const cleared = client.nextDiagnostics(URI);
    client.close(URI);
    expect((await cleared).diagnostics).toEqual([]);
  });
});

describe('settings', () => {
  const EXPERIMENTAL = rules('sort_by_label(up, "a")');
  const enabled = { alertwright: { prometheus: { enableFeatures: ['promql-experimental-functions'] } } };

  it('are asked for at the start', async () => {
    const client = await startServer({ settings: enabled });
    client.open(URI, EXPERIMENTAL);
    await expect.poll(() => client.diagnostics(URI)).toEqual([]);
  });

  it('are followed when they change', async () => {
    const client = await startServer();
    client.open(URI, EXPERIMENTAL);
    expect(await client.diagnostics(URI)).toHaveLength(1);
    const again = client.nextDiagnostics(URI);
    client.settings = enabled;
    client.notify('workspace/didChangeConfiguration', { settings: enabled });
    expect((await again).diagnostics).toEqual([]);
  });
});
