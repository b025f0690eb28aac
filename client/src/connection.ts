import type { LogOutputChannel } from 'vscode';
import { workspace } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';

export type Documents = readonly ({ language: string } | { pattern: string })[];

export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

export interface ConnectionOptions {
  /** The path of the server's bundle. */
  readonly module: string;
  readonly documents: Documents;
  readonly output: LogOutputChannel;
  readonly onState: (state: ServerState) => void;
}

/**
 * A client, not yet started, of a server in a process of its own.
 * A module apart, since the library behind it takes time to load that other YAML files should not cost.
 */
export function createClient({ module, documents, output, onState }: ConnectionOptions): LanguageClient {
  const client = new LanguageClient(
    'alertwright',
    'Alertwright',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [...documents],
      outputChannel: output,
      traceOutputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: {
        // Findings in an old version of a file, as a comparison shows it, are nothing that can be mended.
        handleDiagnostics: (uri, diagnostics, next) => {
          next(uri, workspace.fs.isWritableFileSystem(uri.scheme) === false ? [] : diagnostics);
        },
      },
    },
  );
  client.onDidChangeState(({ newState }) => {
    onState(STATES[newState]);
  });
  return client;
}

/** A client that has stopped without being told to has given up on a server that crashes. */
const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'failed',
  [State.StartFailed]: 'failed',
};
