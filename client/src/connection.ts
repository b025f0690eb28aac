import type { LogOutputChannel } from 'vscode';
import { workspace } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';

export type Documents = readonly ({ language: string } | { pattern: string })[];

export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

export interface ConnectionOptions {
  /** The path of the server's bundle. */
  readonly module: string;
  readonly documents: Documents;
  /** Where the server may keep what it can do without. */
  readonly cacheFolder: string | undefined;
  readonly output: LogOutputChannel;
  readonly onState: (state: ServerState) => void;
}

/**
 * A client, not yet started, of a server in a process of its own.
 * A module apart, since the library behind it takes time to load that other YAML files should not cost.
 */
export function createClient({
  module,
  documents,
  cacheFolder,
  output,
  onState,
}: ConnectionOptions): LanguageClient {
  const client = new LanguageClient(
    'alertwright',
    'Alertwright',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [...documents],
      initializationOptions: { cacheFolder },
      outputChannel: output,
      traceOutputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: {
        // Findings in an old version of a file, as a comparison shows it, are nothing that can be mended.
        handleDiagnostics: (uri, diagnostics, next) => {
          next(uri, workspace.fs.isWritableFileSystem(uri.scheme) === false ? [] : diagnostics);
        },
        provideDocumentSemanticTokens: (document, token, next) =>
          HAS_OWN_COLOURS.has(document.languageId) ? undefined : next(document, token),
        provideDocumentRangeSemanticTokens: (document, range, token, next) =>
          HAS_OWN_COLOURS.has(document.languageId) ? undefined : next(document, range, token),
      },
    },
  );
  client.onDidChangeState(({ newState }) => {
    onState(STATES[newState]);
  });
  return client;
}

/**
 * Languages whose own extensions colour by meaning. VS Code takes the colours of one extension alone, so ours would take
 * theirs away; PromQL in these is coloured by its grammar.
 */
const HAS_OWN_COLOURS = new Set([
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'vue',
  'svelte',
  'python',
  'go',
]);

/** A client that has stopped without being told to has given up on a server that crashes. */
const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'failed',
  [State.StartFailed]: 'failed',
};
