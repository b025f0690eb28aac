import { EventEmitter } from 'vscode';

/** The routes of one configuration that the alert in the panel reaches. */
export interface Reached {
  readonly uri: string;
  readonly index: number;
  /** Each path as `0,2`; the root is the empty text. */
  readonly paths: ReadonlySet<string>;
}

/** What the panel found out, for the tree and the editors to show. */
export class ReachedRoutes {
  private now: Reached | undefined;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChange = this.changed.event;

  get current(): Reached | undefined {
    return this.now;
  }

  set(reached: Reached | undefined): void {
    this.now = reached;
    this.changed.fire(undefined);
  }

  /** Whether a route of a configuration is reached. */
  has(config: { readonly uri: string; readonly index: number }, path: readonly number[]): boolean {
    const { now } = this;
    return now?.uri === config.uri && now.index === config.index && now.paths.has(path.join());
  }

  dispose(): void {
    this.changed.dispose();
  }
}
