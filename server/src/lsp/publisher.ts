import type { Connection } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics';
import { featureContext } from '../features/context';
import { FileStatusNotification, type FileStatus } from '../protocol';
import { wholeAdvice } from '../workspace/advice';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';

/** A document up to this size is settled at once, UTF-16 units; a bigger one when typing rests. */
const SMALL = 32_000;
/** A document up to this size gets its advice at once too. */
const TINY = 20_000;
/** How long typing has to rest for work that costs what the document is big. Milliseconds. */
const REST = 250;

/**
 * Sends findings after edits: what the edit itself costs at once, what the whole document costs when typing rests.
 * Edits that arrive together are answered together.
 */
export class Publisher {
  readonly #waiting = new Map<string, NodeJS.Immediate>();
  readonly #resting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
  ) {}

  /** The document was opened, edited or read anew. */
  touch(document: OpenDocument): void {
    const { uri } = document;
    if (this.#waiting.has(uri)) return;
    const immediate = setImmediate(() => {
      this.#waiting.delete(uri);
      if (this.workspace.documents.get(uri) !== document) return;
      this.#safely(() => {
        if (document.text.length <= SMALL) this.#settle(document);
        if (document.text.length <= TINY) this.#advise(document);
        this.#send(document);
      });
      this.#whenResting(document);
    });
    this.#waiting.set(uri, immediate);
  }

  /** Says what the document was recognised as. */
  status(document: OpenDocument): void {
    const { uri, analysis } = document;
    const { kind, templated } = analysis && !isForeign(analysis) ? analysis : {};
    const status: FileStatus = { uri, kind, templated };
    void this.connection.sendNotification(FileStatusNotification, status);
  }

  /** The document is closed: its findings go. */
  forget(uri: string): void {
    clearImmediate(this.#waiting.get(uri));
    clearTimeout(this.#resting.get(uri));
    this.#waiting.delete(uri);
    this.#resting.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  dispose(): void {
    for (const immediate of this.#waiting.values()) clearImmediate(immediate);
    for (const timeout of this.#resting.values()) clearTimeout(timeout);
  }

  /** Looks at all open documents again for what depends on other files. */
  refreshAdvice(): void {
    for (const document of this.workspace.documents.values()) {
      if (this.#advise(document)) this.#send(document);
    }
  }

  #whenResting(document: OpenDocument): void {
    const { uri } = document;
    clearTimeout(this.#resting.get(uri));
    const timeout = setTimeout(() => {
      this.#resting.delete(uri);
      if (this.workspace.documents.get(uri) !== document) return;
      this.#safely(() => {
        if (this.#settle(document)) this.touch(document);
        this.refreshAdvice();
      });
      void this.#followImports(uri);
    }, REST);
    this.#resting.set(uri, timeout);
  }

  async #followImports(uri: string): Promise<void> {
    for (const document of await this.workspace.followImports(uri)) this.touch(document);
  }

  /** A fault of ours is logged; the server and the editor go on. */
  #safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  /** Does what costs as much as the document is big; true when that may have changed the findings. */
  #settle(document: OpenDocument): boolean {
    const changed = this.workspace.reclassify(document);
    if (changed) this.status(document);
    const doubtful = document.analysis?.isDoubtful === true;
    document.confirm();
    return changed || doubtful;
  }

  /** Gives advice anew; true when it is other than before. */
  #advise(document: OpenDocument): boolean {
    const before = document.advice;
    document.advice = document.analysis ? wholeAdvice(document.analysis, this.workspace.view(document)) : [];
    const findings = (advice: typeof before): string =>
      JSON.stringify(advice.map((placed) => placed.findings));
    return findings(before) !== findings(document.advice);
  }

  #send(document: OpenDocument): void {
    void this.connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: document.analysis ? diagnostics(featureContext(this.workspace, document)) : [],
    });
  }
}

/** True for a program or the like in which nothing was found for us, whatever its words promise. */
function isForeign({ host }: Analysis): boolean {
  if (!host) return false;
  const { texts, metrics, writes, rules } = host;
  return texts.length + metrics.length + writes.length + rules.length === 0;
}
