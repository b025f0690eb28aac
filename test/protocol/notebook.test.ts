import type { CompletionList, Hover } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { startServer } from './server';

/** Cells of a notebook come as documents of their own, under addresses that are no files. */
describe('a notebook’s cells in promql', () => {
  const cell = (number: number): string => `vscode-notebook-cell:/x/board.ipynb#W${number}sZmlsZQ%3D%3D`;

  it('have diagnostics, completion and hover', async () => {
    const client = await startServer();
    client.open(cell(1), 'rate(up[5m])', 'promql');
    client.open(cell(2), 'sum(rte(up))', 'promql');
    expect(await client.diagnostics(cell(1))).toEqual([]);
    expect(await client.diagnostics(cell(2))).toMatchObject([
      { code: 'promql/unknown-function', range: { start: { line: 0, character: 4 } } },
    ]);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: cell(1) },
      position: { line: 0, character: 2 },
    });
    expect(JSON.stringify(hover.contents)).toContain('per-second');
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: cell(2) },
      position: { line: 0, character: 7 },
    });
    expect(items.map(({ label }) => label)).toContain('rate');
  });

  it('follow edits', async () => {
    const client = await startServer();
    client.open(cell(1), 'sum(up', 'promql');
    expect(await client.diagnostics(cell(1))).toHaveLength(1);
    const end = { line: 0, character: 6 };
    client.change(cell(1), { range: { start: end, end }, text: ')' });
    expect(await client.diagnostics(cell(1))).toEqual([]);
  });

  it('in other languages are not ours', async () => {
    const client = await startServer();
    client.open(cell(3), 'print(1)', 'python');
    expect(await client.diagnostics(cell(3))).toEqual([]);
  });
});
