import { fork } from 'node:child_process';
import { once } from 'node:events';
import { IPCMessageReader, IPCMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';
import { describe, expect, it } from 'vitest';
import { built } from '../support/build';
import { rules, spawnServer, startServer } from './server';

describe('initialize', () => {
  it('promises incremental sync and UTF-16', async () => {
    const { capabilities, serverInfo } = (await startServer()).initializeResult;
    expect(capabilities.textDocumentSync).toMatchObject({ openClose: true, change: 2 });
    expect(capabilities.positionEncoding ?? 'utf-16').toBe('utf-16');
    expect(serverInfo?.name).toBe('alertwright');
  });

  it('needs nothing but the required parameters', async () => {
    const client = await spawnServer();
    const answer = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    expect(answer).toMatchObject({ capabilities: { hoverProvider: true } });
    client.notify('initialized', {});
    client.open('file:///a.yml', rules('rte(up)'));
    expect(await client.diagnostics('file:///a.yml')).toHaveLength(1);
  });
});

describe('the end', () => {
  it('after shutdown is status 0', async () => {
    expect(await (await startServer()).stop()).toBe(0);
  });

  it('without shutdown is status 1', async () => {
    const client = await startServer();
    client.notify('exit');
    expect(await client.exited()).toBe(1);
  });

  it('comes when the client goes away', async () => {
    const client = await startServer();
    client.process.stdin.end();
    expect(await client.exited()).not.toBeNull();
  });

  it('leaves nothing on standard error', async () => {
    const client = await startServer();
    client.open('file:///a.yml', rules('rte(up)'));
    await client.diagnostics('file:///a.yml');
    await client.stop();
    expect(client.stderr).toBe('');
  });
});

it('speaks over Node’s IPC too, as editors start it', async () => {
  const child = fork(await built('server'), ['--node-ipc']);
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  expect(await connection.sendRequest('initialize', params)).toMatchObject({
    serverInfo: { name: 'alertwright' },
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await once(child, 'exit')).toEqual([0, null]);
  connection.dispose();
});
