import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { EventEmitter, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FileStatus } from '../../server/src/protocol';
import { FileStatusNotification } from '../../server/src/protocol';
import type { Documents, ServerState } from './connection';
import type { Requests } from './requests';

/** Files that the server looks at whatever their language. */
const FILES = '{**/*.{yml,yaml,rules,promql,tmpl,prom,metrics,openmetrics},**/metrics.txt}';

/** The language server and our connection to it. It starts when first asked to. */
export class Server {
  /** What the server gets to see, and among which it finds what is ours. */
  readonly documents: Documents;

  private client: LanguageClient | undefined;
  private starting: Promise<void> | undefined;
  private readonly stateChanged = new EventEmitter<ServerState>();
  private readonly fileRecognised = new EventEmitter<FileStatus>();

  readonly onDidChangeState = this.stateChanged.event;
  /** What an open document was recognised as. */
  readonly onDidRecogniseFile = this.fileRecognised.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly output: LogOutputChannel,
  ) {
    const { activationEvents } = context.extension.packageJSON as { activationEvents: string[] };
    const languages = activationEvents.map((event) => event.replace(/^onLanguage:/, ''));
    this.documents = [...languages.map((language) => ({ language })), { pattern: FILES }];
    context.subscriptions.push(this.stateChanged, this.fileRecognised);
  }

  /** Resolves when the server runs, or has failed to start and the user was told. */
  start(): Promise<void> {
    this.starting ??= this.startClient();
    return this.starting;
  }

  async stop(): Promise<void> {
    await this.starting;
    const { client } = this;
    this.client = undefined;
    this.starting = undefined;
    await client?.dispose();
    this.stateChanged.fire('stopped');
  }

  async restart(): Promise<void> {
    await this.stop().catch((error: unknown) => {
      this.output.warn('The language server did not stop properly:', error);
    });
    await this.start();
  }

  /** The answer to a request of the protocol, or nothing where the server does not run; starts it if need be. */
  async ask<Name extends keyof Requests>(
    request: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['answer'] | undefined> {
    await this.start();
    if (!this.client?.isRunning()) return undefined;
    return this.client.sendRequest<Requests[Name]['answer']>(request, params);
  }

  private async startClient(): Promise<void> {
    const { createClient } = await import('./connection');
    const client = createClient({
      module: this.context.asAbsolutePath('dist/server.js'),
      documents: this.documents,
      cacheFolder: this.context.storageUri?.fsPath,
      output: this.output,
      onState: (state) => {
        if (client === this.client) this.stateChanged.fire(state);
      },
    });
    this.client = client;
    client.onNotification(FileStatusNotification, (status: FileStatus) => {
      this.fileRecognised.fire(status);
    });
    try {
      await client.start();
    } catch (error) {
      this.output.error('The language server did not start:', error);
      void this.tellFailure();
    }
  }

  private async tellFailure(): Promise<void> {
    const restart = 'Restart';
    const show = 'Show Output';
    const message = 'The Alertwright language server did not start, so its features are off.';
    const choice = await window.showErrorMessage(message, restart, show);
    if (choice === restart) await this.restart();
    if (choice === show) this.output.show();
  }
}
