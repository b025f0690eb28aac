import type { ExtensionContext, TextDocumentChangeEvent, WebviewPanel } from 'vscode';
import { Disposable, workspace } from 'vscode';
import type { ProtocolPosition, SampleAlerts } from '../../../server/src/protocol';
import { PreviewNotificationRequest } from '../../../server/src/protocol';
import type { FromPreviewPage, ToPreviewPage } from '../../panel/preview/messages';
import { pickAlertRule } from '../alert-rules';
import type { Server } from '../server';
import { Debounced } from '../timing';
import { openPanel } from '../webview';
import { moved } from './anchor';
import { FIRST_SAMPLE, sampleOfRule } from './sample';

const DEBOUNCE_MILLISECONDS = 150;

/** A receiver, an integration or a `define` of a document. */
export interface Previewed {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** The panel "Notification Preview". There is one; it follows the place that it shows through edits. */
export class PreviewPanel {
  private panel: WebviewPanel | undefined;
  private previewed: Previewed | undefined;
  private sample: SampleAlerts = FIRST_SAMPLE;
  private readonly renderSoon = new Debounced(DEBOUNCE_MILLISECONDS, () => void this.render());
  /** Counts renderings, so that a late one is not shown over a newer one. */
  private rendering = 0;

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: Server,
  ) {}

  show(previewed: Previewed): void {
    this.previewed = previewed;
    if (this.panel) {
      this.panel.reveal(undefined, false);
      void this.render();
    } else {
      this.open();
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): void {
    const panel = openPanel(this.context, {
      viewType: 'alertwright.preview',
      title: 'Notification Preview',
      page: 'preview',
      hasForeignStyles: true,
    });
    this.panel = panel;
    const listeners = Disposable.from(
      this.renderSoon,
      panel.webview.onDidReceiveMessage((message: FromPreviewPage) => this.receive(message)),
      workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
      }),
      this.server.onDidChangeState((state) => {
        if (state === 'running') this.renderSoon.soon();
      }),
    );
    panel.onDidDispose(() => {
      listeners.dispose();
      this.panel = undefined;
    });
  }

  private follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (!this.previewed || contentChanges.length === 0) return;
    const { uri } = this.previewed;
    const isPreviewed = document.uri.toString() === uri;
    if (isPreviewed) {
      this.previewed = { uri, position: contentChanges.reduce(moved, this.previewed.position) };
    }
    if (isPreviewed || document.languageId === 'alertmanager-template') this.renderSoon.soon();
  }

  private async receive(message: FromPreviewPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.send({ kind: 'sample', sample: this.sample });
        await this.render();
        break;
      case 'sample':
        this.sample = message.sample;
        await this.render();
        break;
      case 'pickRule':
        await this.pickRule(message.alert);
        break;
    }
  }

  private async render(): Promise<void> {
    const { previewed, sample } = this;
    if (!previewed) return;
    this.rendering += 1;
    const mine = this.rendering;
    const { uri, position } = previewed;
    const result = (await this.server.ask(PreviewNotificationRequest, {
      textDocument: { uri },
      position,
      sample,
    })) ?? {
      title: 'Notification Preview',
      messages: [],
      problem: 'The language server is not running.',
    };
    if (mine !== this.rendering || !this.panel) return;
    this.panel.title = result.title === '' ? 'Notification Preview' : `Preview: ${result.title}`;
    this.send({ kind: 'result', result });
  }

  private async pickRule(alert: number): Promise<void> {
    const rule = await pickAlertRule(this.server);
    this.panel?.reveal();
    if (rule) this.send({ kind: 'rule', alert, ...sampleOfRule(rule) });
  }

  private send(message: ToPreviewPage): void {
    void this.panel?.webview.postMessage(message);
  }
}
