import type { Connection } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics';
import { featureContext } from '../features/context';
import { FileStatusNotification, type FileStatus } from '../protocol';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';

/** A document up to this size is settled at once, UTF-16 units; a bigger one when typing rests. */
const SMALL = 200_000;
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
      if (document.text.length <= SMALL) this.#settle(document);
      this.#send(document);
      this.#whenResting(document);
    });
    this.#waiting.set(uri, immediate);
  }

  /** Says what the document was recognised as. */
  status(document: OpenDocument): void {
    const { uri, analysis } = document;
    const status: FileStatus = { uri, kind: analysis?.kind, templated: analysis?.templated };
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

  #whenResting(document: OpenDocument): void {
    const { uri } = document;
    clearTimeout(this.#resting.get(uri));
    const timeout = setTimeout(() => {
      this.#resting.delete(uri);
      if (this.workspace.documents.get(uri) !== document) return;
      if (this.#settle(document)) this.touch(document);
    }, REST);
    this.#resting.set(uri, timeout);
  }

  /** Does what costs as much as the document is big; true when that may have changed the findings. */
  #settle(document: OpenDocument): boolean {
    const changed = this.workspace.reclassify(document);
    if (changed) this.status(document);
    const doubtful = document.analysis?.isDoubtful === true;
    document.confirm();
    return changed || doubtful;
  }

  #send(document: OpenDocument): void {
    void this.connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: document.analysis ? diagnostics(featureContext(this.workspace, document)) : [],
    });
  }
}
