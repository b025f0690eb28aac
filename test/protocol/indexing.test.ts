import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionList, Location } from 'vscode-languageserver-types';
import type { LspClient } from '../support/lsp-client.mjs';
import { rules, startServer } from './server';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alertwright-indexing-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

const uri = (path: string): string => pathToFileURL(join(root, path)).href;

async function serverOn(settings: object = {}, cacheFolder?: string): Promise<LspClient> {
  return startServer({
    settings,
    rootUri: pathToFileURL(root).href,
    initializationOptions: { cacheFolder },
  });
}

/** A program that defines a counter. */
const counter = (name: string): string =>
  `import { Counter } from 'prom-client';\nnew Counter({ name: '${name}', help: 'Help.' });\n`;

/** The names of the files that define the metric of the expression in a rule. */
async function definers(server: LspClient, expression: string): Promise<string[]> {
  const file = uri('asking.rules.yml');
  server.open(file, rules(expression));
  const found = await server.request<Location[]>('textDocument/definition', {
    textDocument: { uri: file },
    position: { line: 4, character: 11 },
  });
  server.close(file);
  return found.map((location) => location.uri.slice(uri('').length + 1)).sort();
}

/** The metrics of the shop that completion knows. */
async function suggested(server: LspClient): Promise<string[]> {
  // Answered when the index is complete.
  await definers(server, 'up');
  const file = uri('asking.rules.yml');
  server.open(file, rules('shop_'));
  const { items } = await server.request<CompletionList>('textDocument/completion', {
    textDocument: { uri: file },
    position: { line: 4, character: 15 },
  });
  server.close(file);
  return items.map(({ label }) => label).filter((label) => label.startsWith('shop_') && label !== 'shop_');
}

describe('the index', () => {
  it('finds metrics in programs of the workspace', async () => {
    write('src/metrics.ts', counter('shop_orders_total'));
    write('src/app/metrics.py', "from prometheus_client import Counter\nCounter('jobs', 'Jobs.')\n");
    const server = await serverOn();
    expect(await definers(server, 'shop_orders_total')).toEqual(['src/metrics.ts']);
    expect(await definers(server, 'jobs_total')).toEqual(['src/app/metrics.py']);
  });

  it('leaves out what git ignores, what the editor hides, and other people’s files', async () => {
    write('.gitignore', '/made/\n*.gen.ts\n');
    for (const path of [
      'made/a.ts',
      'src/b.gen.ts',
      'node_modules/c/c.ts',
      'src/hidden/d.ts',
      'src/.gitignore',
    ]) {
      write(path, counter('shop_orders_total'));
    }
    write('src/here.ts', counter('shop_orders_total'));
    const server = await serverOn({ files: { exclude: { '**/hidden': true, '**/here.ts': false } } });
    expect(await definers(server, 'shop_orders_total')).toEqual(['src/here.ts']);
  });

  it('follows names through imports, and changes of what is imported', async () => {
    write('src/names.ts', "export const ORDERS = 'shop_orders_total';\n");
    const program =
      "import { Counter } from 'prom-client';\nimport { ORDERS } from './names';\nnew Counter({ name: ORDERS, help: 'Help.' });\n";
    write('src/metrics.ts', program);
    const server = await serverOn();
    expect(await definers(server, 'shop_orders_total')).toHaveLength(1);
    write('src/names.ts', "export const ORDERS = 'shop_sales_total';\n");
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('src/names.ts'), type: 2 }] });
    await expect.poll(() => definers(server, 'shop_sales_total'), { timeout: 10_000 }).toHaveLength(1);
    expect(await definers(server, 'shop_orders_total')).toEqual([]);
  });

  it('follows what is typed into the imported file', async () => {
    const names = write('src/names.ts', "export const ORDERS = 'shop_orders_total';\n");
    const metrics = write(
      'src/metrics.ts',
      "import { Counter } from 'prom-client';\nimport { ORDERS } from './names';\nnew Counter({ name: ORDERS, help: 'Help.' });\n",
    );
    const server = await serverOn();
    server.open(metrics, readFileSync(new URL(metrics), 'utf8'), 'typescript');
    server.open(names, readFileSync(new URL(names), 'utf8'), 'typescript');
    server.change(names, { text: "export const ORDERS = 'shop_sales_total';\n" });
    await expect.poll(() => definers(server, 'shop_sales_total'), { timeout: 10_000 }).toHaveLength(1);
  });

  it('is kept in the editor’s folder, and made anew where that is of no use', async () => {
    const cache = join(root, 'cache', 'here');
    write('src/metrics.ts', counter('shop_orders_total'));
    const first = await serverOn({}, cache);
    expect(await definers(first, 'shop_orders_total')).toEqual(['src/metrics.ts']);
    await expect
      .poll(() => existsSync(cache) && readdirSync(cache), { timeout: 10_000 })
      .toEqual(['facts.json']);

    const kept = join(cache, 'facts.json');
    const text = readFileSync(kept, 'utf8');
    expect(text).toContain('shop_orders_total');
    // What is stored is believed as long as the file is the same …
    writeFileSync(kept, text.replaceAll('shop_orders_total', 'shop_stored_total'));
    expect(await suggested(await serverOn({}, cache))).toEqual(['shop_stored_total']);
    // … and no longer.
    write('src/metrics.ts', `${counter('shop_orders_total')}\n`);
    expect(await definers(await serverOn({}, cache), 'shop_orders_total')).toEqual(['src/metrics.ts']);
    for (const broken of ['', '{', '{"version":"0","facts":{"a":[1]}}', '[]', 'null']) {
      writeFileSync(kept, broken);
      expect(await definers(await serverOn({}, cache), 'shop_orders_total')).toEqual(['src/metrics.ts']);
    }
  });
});
