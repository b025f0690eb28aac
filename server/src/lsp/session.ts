import { isDeepStrictEqual } from 'node:util';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { readSettings } from '../workspace/settings';
import { Workspace } from '../workspace/workspace';
import { CAPABILITIES } from './capabilities';
import { diskReader, findFiles, mayBeOurs } from './files';
import { Publisher } from './publisher';
import { registerRequests } from './requests';

/** Speaks LSP on the connection until the client ends it. */
export function serve(connection: Connection): void {
  const workspace = new Workspace(diskReader);
  const publisher = new Publisher(connection, workspace);
  const indexing = new Indexer(workspace);
  let client: InitializeParams['capabilities'] = {};
  let folders: readonly string[] = [];
  /** Resolves when the files of the workspace are known. */
  let indexed: Promise<void> = Promise.resolve();

  connection.onInitialize((params) => {
    client = params.capabilities;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    workspace.settings = readSettings(params.initializationOptions);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'alertwright' } };
  });

  const begin = async (): Promise<void> => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'alertwright' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{yml,yaml,rules,promql,tmpl,tpl}' }],
      });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        indexing.forget(removed.map(({ uri }) => uri));
        void indexing.start(added.map(({ uri }) => uri));
      });
    }
    await pullSettings();
    await indexing.start(folders);
    publisher.refreshAdvice();
  };

  connection.onInitialized(() => {
    indexed = begin().catch((error: unknown) => {
      connection.console.error(`The workspace could not be read: ${String(error)}`);
    });
  });

  const pullSettings = async (): Promise<void> => {
    if (client.workspace?.configuration)
      applySettings(await connection.workspace.getConfiguration('alertwright'));
  };

  const applySettings = (sent: unknown): void => {
    const settings = readSettings(sent);
    if (isDeepStrictEqual(settings, workspace.settings)) return;
    workspace.settings = settings;
    for (const document of workspace.documents.values()) {
      publisher.touch(document);
      publisher.status(document);
    }
    indexed = indexing.again(folders);
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  };

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (client.workspace?.configuration) await pullSettings();
    else applySettings((settings as { alertwright?: unknown } | null)?.alertwright);
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const document = workspace.open(uri, languageId, version, text);
    publisher.touch(document);
    publisher.status(document);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = workspace.edit(uri, contentChanges, version);
    if (document) publisher.touch(document);
  });
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    publisher.forget(uri);
    await workspace.close(uri);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) workspace.forgetFile(uri);
      else if (mayBeOurs(uri)) await workspace.readFile(uri);
    }
  });
  connection.onShutdown(() => {
    indexing.stop();
    publisher.dispose();
  });

  const knowsEditRange = (): boolean =>
    client.textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true;
  registerRequests(connection, workspace, knowsEditRange, () => indexed);
  connection.listen();
}

/** Takes in the files of the workspace's folders, one at a time, so that requests are answered in between. */
class Indexer {
  readonly #stop = new AbortController();

  constructor(private readonly workspace: Workspace) {}

  async start(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      for await (const uri of findFiles(folder, this.#stop.signal)) {
        await this.workspace.readFile(uri);
        await new Promise(setImmediate);
      }
    }
  }

  /** Reads all again under other settings, which decide what is ours. */
  async again(folders: readonly string[]): Promise<void> {
    for (const uri of [...this.workspace.closedFiles()]) this.workspace.forgetFile(uri);
    await this.start(folders);
  }

  forget(folders: readonly string[]): void {
    for (const uri of [...this.workspace.closedFiles()]) {
      if (folders.some((folder) => uri.startsWith(`${folder}/`))) this.workspace.forgetFile(uri);
    }
  }

  stop(): void {
    this.#stop.abort();
  }
}
