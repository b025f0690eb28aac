import type { ExtensionContext, WebviewPanel } from 'vscode';
import { Disposable } from 'vscode';
import type { RouteAlertParams, RouteAlertResult } from '../../../server/src/protocol';
import { RouteAlertRequest } from '../../../server/src/protocol';
import type { FromRoutingPage, ToRoutingPage } from '../../panel/routing/messages';
import { pickAlertRule } from '../alert-rules';
import type { Server } from '../server';
import { openPanel } from '../webview';
import type { RoutingConfigs } from './configs';
import type { ReachedRoutes } from './reached';
import { reveal } from './reveal';
import { configTitle } from './title';

/** An alert to begin with: its labels, and the configuration to ask, where that is known. */
export interface AlertToRoute {
  readonly labels: Readonly<Record<string, string>>;
  readonly uri?: string;
  /** Names of labels that it has with values that nobody knows. */
  readonly open?: readonly string[];
}

/** The panel "Where Does This Alert Go?". There is one; asking again shows it with another alert. */
export class RoutingPanel {
  private panel: WebviewPanel | undefined;
  private isReady = false;
  /** What to show when the page is ready. */
  private waiting: AlertToRoute | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: Server,
    private readonly configs: RoutingConfigs,
    private readonly reached: ReachedRoutes,
  ) {}

  show(alert: AlertToRoute | undefined): void {
    if (this.panel) this.panel.reveal(undefined, false);
    else this.open();
    if (!alert) return;
    if (this.isReady) this.send(messageOf(alert));
    else this.waiting = alert;
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): void {
    const panel = openPanel(this.context, {
      viewType: 'alertwright.routing',
      title: 'Where Does This Alert Go?',
      page: 'routing',
    });
    this.panel = panel;
    const listeners = Disposable.from(
      this.configs.use(),
      this.configs.onDidChange(() => {
        this.sendConfigs();
      }),
      panel.webview.onDidReceiveMessage((message: FromRoutingPage) => this.receive(message)),
    );
    panel.onDidDispose(() => {
      listeners.dispose();
      this.panel = undefined;
      this.isReady = false;
      this.reached.set(undefined);
    });
  }

  private async receive(message: FromRoutingPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        await this.configs.refresh();
        this.isReady = true;
        this.sendConfigs();
        if (this.waiting) this.send(messageOf(this.waiting));
        this.waiting = undefined;
        break;
      case 'ask':
        await this.answer(message.question, message.params);
        break;
      case 'nothing':
        this.reached.set(undefined);
        break;
      case 'pickRule':
        await this.pickRule(message.for);
        break;
      case 'reveal':
        await reveal(message.uri, message.range);
        break;
    }
  }

  private async answer(question: number, params: RouteAlertParams): Promise<void> {
    const answer: RouteAlertResult = (await this.server.ask(RouteAlertRequest, params)) ?? {
      reached: [],
      inhibitors: [],
      problem: 'The language server is not running.',
    };
    const { uri, index } = params;
    this.reached.set({ uri, index, paths: new Set(answer.reached.map(({ path }) => path.join())) });
    this.send({ kind: 'answer', question, answer });
  }

  private async pickRule(purpose: 'alert' | 'firing'): Promise<void> {
    const rule = await pickAlertRule(this.server);
    this.panel?.reveal();
    if (!rule) return;
    const { labels, otherLabels, config } = rule;
    this.send(
      purpose === 'firing'
        ? { kind: 'firing', labels }
        : messageOf({ labels, open: otherLabels, uri: config }),
    );
  }

  private sendConfigs(): void {
    const configs = this.configs.current.map((config) => ({ ...config, title: configTitle(config) }));
    this.send({ kind: 'configs', configs });
  }

  private send(message: ToRoutingPage): void {
    void this.panel?.webview.postMessage(message);
  }
}

function messageOf({ labels, open = [], uri }: AlertToRoute): ToRoutingPage {
  return { kind: 'alert', labels, open, uri };
}
