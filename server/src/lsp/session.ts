import { isDeepStrictEqual } from 'node:util';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  FileChangeType,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { HOST_EXTENSIONS } from '../workspace/hosts';
import { readSettings } from '../workspace/settings';
import { Workspace } from '../workspace/workspace';
import { VERSION } from '../cli/version';
import { DiskFactStore } from './fact-store';
import { asksForFormatting, FORMATTED } from './capabilities';
import { diskReader, isSearched } from './files';
import { Indexer } from './indexing';
import { Publisher } from './publisher';
import { registerRequests } from './requests';
import { warmUp } from './warm-up';

/** Extensions of files whose changes on disk the client reports. */
const WATCHED = [...['yml', 'yaml', 'rules', 'promql', 'tmpl', 'tpl'], ...HOST_EXTENSIONS];

/** How long nobody types, after the first document was read, before the server gets ready for requests. Milliseconds. */
const WARM_UP = 200;

/** Speaks LSP with the client that has initialized, until it ends the connection. */
export function serve(connection: Connection, { capabilities: client, ...params }: InitializeParams): void {
  const store = factStore(params.initializationOptions);
  const workspace = new Workspace(diskReader, store);
  const publisher = new Publisher(connection, workspace);
  const indexing = new Indexer(workspace);
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  /** Resolves when the files of the workspace are known. */
  let indexed: Promise<void>;
  workspace.settings = readSettings(params.initializationOptions);

  const begin = async (): Promise<void> => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'alertwright' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/*.{${WATCHED.join()}}` }],
      });
    }
    if (asksForFormatting(client)) {
      const registration = { documentSelector: FORMATTED };
      await connection.client.register(DocumentFormattingRequest.type, registration);
      await connection.client.register(DocumentRangeFormattingRequest.type, registration);
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        indexing.forget(removed.map(({ uri }) => uri));
        void indexing.start(added.map(({ uri }) => uri));
      });
    }
    await pullSettings();
    await store?.load();
    await indexing.start(folders);
    publisher.refreshAdvice();
    await store?.save();
  };

  /** Takes the settings that the client has, if it can be asked; true when they are others than before. */
  const pullSettings = async (): Promise<boolean> => {
    if (!client.workspace?.configuration) return false;
    const sections = [{ section: 'alertwright' }, { section: 'files.exclude' }];
    const [ours, excluded] = (await connection.workspace.getConfiguration(sections)) as unknown[];
    const excludes = indexing.exclude(excluded);
    return applySettings(ours) || excludes;
  };

  const applySettings = (sent: unknown): boolean => {
    const settings = readSettings(sent);
    if (isDeepStrictEqual(settings, workspace.settings)) return false;
    workspace.settings = settings;
    for (const document of workspace.documents.values()) {
      publisher.touch(document);
      publisher.status(document);
    }
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    return true;
  };

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const changed = client.workspace?.configuration
      ? await pullSettings()
      : applySettings((settings as { alertwright?: unknown } | null)?.alertwright);
    if (changed) indexed = indexing.again(folders);
  });

  let warming: NodeJS.Timeout | undefined;
  const warmUpWhenIdle = (): void => {
    clearTimeout(warming);
    warming = setTimeout(() => {
      isWarm = true;
      warmUp().catch((error: unknown) => {
        connection.console.error(`Getting ready failed: ${String(error)}`);
      });
    }, WARM_UP);
  };
  let isWarm = false;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const document = workspace.open(uri, languageId, version, text);
    publisher.touch(document);
    publisher.status(document);
    if (document.analysis && !isWarm) warmUpWhenIdle();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = workspace.edit(uri, contentChanges, version);
    if (document) publisher.touch(document);
    if (warming && !isWarm) warmUpWhenIdle();
  });
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    publisher.forget(uri);
    await workspace.close(uri);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) workspace.forgetFile(uri);
      else if (isSearched(uri, folders)) await workspace.readFile(uri);
      for (const document of await workspace.followImports(uri)) publisher.touch(document);
    }
  });
  connection.onShutdown(() => {
    clearTimeout(warming);
    indexing.stop();
    publisher.dispose();
  });

  const { itemDefaults = [] } = client.textDocument?.completion?.completionList ?? {};
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  const annotates = documentChanges === true && changeAnnotationSupport !== undefined;
  registerRequests(connection, workspace, itemDefaults, annotates, () => indexed);
  indexed = begin().catch((error: unknown) => {
    connection.console.error(`The workspace could not be read: ${String(error)}`);
  });
}

/** The store in the folder that the client gives us for what may be deleted, if it gives one. */
function factStore(options: unknown): DiskFactStore | undefined {
  const { cacheFolder } = (options ?? {}) as { cacheFolder?: unknown };
  return typeof cacheFolder === 'string' ? new DiskFactStore(cacheFolder, VERSION) : undefined;
}
