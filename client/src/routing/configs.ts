import { Disposable, EventEmitter, languages, workspace } from 'vscode';
import type { RoutingConfig } from '../../../server/src/protocol';
import { RoutingConfigsRequest } from '../../../server/src/protocol';
import type { Server } from '../server';
import { Debounced } from '../timing';

const DEBOUNCE_MILLISECONDS = 200;

/** The Alertmanager configurations of the workspace. They follow edits as long as somebody uses them. */
export class RoutingConfigs implements Disposable {
  private users = 0;
  private known: readonly RoutingConfig[] = [];
  private readonly changed = new EventEmitter<readonly RoutingConfig[]>();
  private readonly refreshSoon = new Debounced(DEBOUNCE_MILLISECONDS, () => void this.refresh());
  private readonly disposable: Disposable;

  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {
    const soon = (): void => {
      if (this.users > 0) this.refreshSoon.soon();
    };
    const watcher = workspace.createFileSystemWatcher('**/*.{yml,yaml}');
    this.disposable = Disposable.from(
      this.changed,
      this.refreshSoon,
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      watcher.onDidDelete(soon),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && languages.match(server.documents, document) > 0) soon();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('alertwright')) soon();
      }),
      server.onDidRecogniseFile(soon),
      server.onDidChangeState((state) => {
        if (state === 'running') soon();
      }),
    );
  }

  get current(): readonly RoutingConfig[] {
    return this.known;
  }

  /** Keeps the configurations fresh until the result is disposed of. */
  use(): Disposable {
    this.users += 1;
    return new Disposable(() => {
      this.users -= 1;
    });
  }

  /** Asks for the configurations; tells the listeners where they differ from before. */
  async refresh(): Promise<readonly RoutingConfig[]> {
    const fresh = (await this.server.ask(RoutingConfigsRequest, {})) ?? [];
    const isNew = JSON.stringify(fresh) !== JSON.stringify(this.known);
    this.known = fresh;
    if (isNew) this.changed.fire(fresh);
    return fresh;
  }

  dispose(): void {
    this.disposable.dispose();
  }
}
