// Serves the VS Code that install-vscode.mjs installs, to this machine only and with nothing of the user's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVscode } from './install-vscode.mjs';

const START_SECONDS = 120;

/**
 * Starts VS Code on a free port, with fresh settings and no extensions.
 * `address(folder, paths)` is the page that opens a folder; `paths` may name an `extensionDevelopmentPath`, an
 * `extensionTestsPath` and a file to open, as `openFile` (`/a/b.yml:3:1`). `stop()` ends the server and removes what it
 * wrote.
 */
export async function serveVscode({ env = {} } = {}) {
  const vscode = await installVscode();
  const data = await mkdtemp(join(tmpdir(), 'alertwright-vscode-'));
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--server-data-dir', join(data, 'server'), '--extensions-dir', join(data, 'extensions')],
      ...['--telemetry-level', 'off'],
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-workspace-trust',
      '--enable-smoke-test-driver',
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const closed = new Promise((resolve) => void server.once('close', resolve));
  // Extension hosts outlive a server that goes without them, so all of its processes end together.
  const kill = () => {
    if (server.exitCode === null && server.signalCode === null) process.kill(-server.pid, 'SIGKILL');
  };
  const stop = async () => {
    kill();
    await closed;
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', () => {
    kill();
    rmSync(data, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  try {
    await untilListening(server);
  } catch (error) {
    await stop();
    throw error;
  }

  const authority = `127.0.0.1:${port}`;
  const address = (folder, paths = {}) => {
    const uris = Object.entries(paths).map(([name, path]) => [name, `vscode-remote://${authority}${path}`]);
    const payload = [...uris, ['gotoLineMode', 'true'], ['skipWelcome', 'true']];
    return `http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
  };
  return { address, stop };
}

/** Resolves when the server says that its page can be opened. */
function untilListening(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => reject(new Error(`VS Code did not start: ${why}\n${said}`));
    const timer = setTimeout(() => fail(`silent for ${START_SECONDS} s`), START_SECONDS * 1000);
    const read = (data) => {
      said += data;
      if (!said.includes('Extension host agent listening')) return;
      clearTimeout(timer);
      resolve();
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', (error) => fail(error.message));
    server.on('close', (code) => fail(`exit status ${code}`));
  });
}

/** A port of 127.0.0.1 that nobody listens on now. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
