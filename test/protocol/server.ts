import { afterEach } from 'vitest';
import { built } from '../support/build';
import { LspClient } from '../support/lsp-client.mjs';
import type { StartOptions } from '../support/lsp-client.mjs';

const running = new Set<LspClient>();

afterEach(() => {
  for (const client of running) client.kill();
  running.clear();
});

/** Our server over stdio, initialized; it is ended after the test. */
export async function startServer(options: StartOptions = {}): Promise<LspClient> {
  const client = await LspClient.start(await serverArguments(), options);
  running.add(client);
  return client;
}

/** Our server over stdio, told nothing yet; it is ended after the test. */
export async function spawnServer(): Promise<LspClient> {
  const client = new LspClient(await serverArguments());
  running.add(client);
  return client;
}

async function serverArguments(): Promise<string[]> {
  return [await built('server'), '--stdio'];
}

/** A rule file of one recording rule. The expression stands on line 4 from column 10. */
export function rules(expr: string): string {
  return `groups:\n- name: g\n  rules:\n  - record: a:b\n    expr: ${expr}\n`;
}
