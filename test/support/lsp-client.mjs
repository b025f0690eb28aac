// A language client for tests and benchmarks: starts a server as a process and speaks LSP with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const PUBLISH = 'textDocument/publishDiagnostics';

export class LspClient {
  #connection;
  #exited;
  #versions = new Map();
  #published = new Map();
  #waiting = new Set();

  /** What the server answered to `initialize`; the server's notifications and errors, as they came. */
  initializeResult;
  notifications = [];
  stderr = '';

  /** Starts `args` in Node and initializes the server. */
  static async start(args, startOptions = {}) {
    const {
      rootUri = null,
      settings = {},
      capabilities = {},
      folders,
      initializationOptions,
      ...options
    } = startOptions;
    const client = new LspClient(args, settings, options);
    const workspaceFolders = folders ?? (rootUri === null ? null : [{ uri: rootUri, name: 'root' }]);
    client.initializeResult = await client.request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders,
      initializationOptions,
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: {} },
        textDocument: {
          publishDiagnostics: {
            versionSupport: true,
            relatedInformation: true,
            codeDescriptionSupport: true,
          },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
        ...capabilities,
      },
    });
    client.notify('initialized', {});
    return client;
  }

  /** A server that has been started and told nothing yet. */
  constructor(args, settings = {}, options = {}) {
    this.settings = settings;
    this.process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
    this.#exited = once(this.process, 'exit').then(([code]) => code);
    this.process.stderr.on('data', (data) => (this.stderr += data));
    this.process.stdin.on('error', () => {});
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.#connection.onNotification((method, params) => {
      this.notifications.push({ method, params });
      if (method === PUBLISH) this.#receive(params);
    });
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => this.#setting(section)),
    );
    this.#connection.onRequest((method) => (method === 'workspace/workspaceFolders' ? [] : null));
    // A server that ends early is seen by its exit status.
    this.#connection.onError(() => {});
    this.#connection.listen();
  }

  #setting(section) {
    return (
      (section ?? '')
        .split('.')
        .reduce((value, name) => (name === '' ? value : value?.[name]), this.settings) ?? null
    );
  }

  #receive(params) {
    this.#published.set(params.uri, params);
    for (const waiting of this.#waiting) waiting(params);
  }

  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  notify(method, params) {
    void this.#connection.sendNotification(method, params).catch(() => {});
  }

  /** Sends `content` as it is, whatever it is, once all before it is through. */
  async sendRaw(content) {
    await this.request('textDocument/hover', null).catch(() => {});
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  open(uri, text, languageId = 'yaml') {
    this.#versions.set(uri, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Sends edits as LSP's content changes; gives the new version. */
  change(uri, ...contentChanges) {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri) {
    this.#versions.delete(uri);
    this.#published.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics of the document as it is now: those of its newest version, which may still have to come. */
  diagnostics(uri) {
    const version = this.#versions.get(uri);
    const last = this.#published.get(uri);
    if (last?.version === version && last !== undefined) return Promise.resolve(last.diagnostics);
    return this.nextDiagnostics(uri, version).then(({ diagnostics }) => diagnostics);
  }

  /** What is published next for the document, from `version` on; servers that give no version are taken at any. */
  nextDiagnostics(uri, version = 0, timeout = 30_000) {
    return new Promise((resolve, reject) => {
      const done = (settle, value) => {
        clearTimeout(timer);
        this.#waiting.delete(listener);
        settle(value);
      };
      const listener = (params) => {
        if (params.uri === uri && (params.version ?? Infinity) >= version) done(resolve, params);
      };
      const fail = (why) =>
        done(reject, new Error(`${why}: no diagnostics of ${uri} ${version}\n${this.stderr}`));
      const timer = setTimeout(fail, timeout, `waited ${timeout} ms`);
      void this.#exited.then((code) => fail(`the server ended with ${code}`));
      this.#waiting.add(listener);
    });
  }

  /** Ends the server as the protocol has it; gives its exit status. */
  async stop() {
    await this.request('shutdown');
    this.notify('exit');
    return this.exited();
  }

  /** The exit status, once the server has ended. */
  exited() {
    return this.#exited;
  }

  /** Ends the server if it still runs. */
  kill() {
    this.#connection.dispose();
    this.process.kill('SIGKILL');
  }
}
