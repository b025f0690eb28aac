import type { BrokenTemplateFile } from '../formats/alertmanager/template-files';
import type { MetricKnowledge } from '../languages/promql/knowledge';
import { builtInTemplates } from '../languages/gotemplate/alertmanager';
import type { WorkspaceView } from './advice';
import { analyse } from './analyse';
import type { Analysis, FactChanges, PlacedFacts } from './analysis';
import { classify, type ClassifiedSource } from './classify';
import { OpenDocument, type ContentChange } from './document';
import { USUAL_EXTERNAL_LABELS } from './external-labels';
import { FactIndex } from './fact-index';
import { pathMatcher, resolvePattern } from './glob-paths';
import { WorkspaceKnowledge } from './knowledge';
import { configDialectOf, defaultSettings, type Settings } from './settings';
import { notificationTemplates } from './template-knowledge';

/** Where texts of files come from that no editor has open. */
export interface FileReader {
  /** Undefined for what can't be read as text. */
  read(uri: string): Promise<string | undefined>;
}

/**
 * Everything that is known of the user's files: open documents as they are typed, the others as they are on disk, and
 * the names that all of them define and use.
 */
export class Workspace {
  readonly documents = new Map<string, OpenDocument>();
  readonly index = new FactIndex();
  readonly knowledge: MetricKnowledge;
  /** Facts of files that are not open. */
  readonly #closed = new Map<string, readonly PlacedFacts[]>();
  /** Those of them that are asked for often: Alertmanager configurations and notification templates. */
  readonly #kept = new Map<string, OpenDocument>();
  #settings: Settings = defaultSettings();

  constructor(private readonly files: FileReader) {
    this.knowledge = new WorkspaceKnowledge(this.index, fileName);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Reads every open document anew; files on disk have to be given again by the caller. */
  set settings(settings: Settings) {
    this.#settings = settings;
    for (const document of this.documents.values()) this.#analyse(document);
  }

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    this.forgetFile(uri);
    const document = new OpenDocument(uri, languageId, version, text, (changes) => {
      this.#follow(uri, changes);
    });
    this.documents.set(uri, document);
    this.#analyse(document);
    return document;
  }

  edit(uri: string, changes: readonly ContentChange[], version: number): OpenDocument | undefined {
    const document = this.documents.get(uri);
    document?.edit(changes, version);
    return document;
  }

  /** The document is as on disk again. */
  async close(uri: string): Promise<void> {
    const document = this.documents.get(uri);
    if (!document) return;
    document.analysis = undefined;
    this.documents.delete(uri);
    await this.readFile(uri);
  }

  /** True when the document's name or content makes it something else than it was read as; reads it anew then. */
  reclassify(document: OpenDocument): boolean {
    const kind = classify(sourceOf(document), this.#settings);
    if (kind === document.analysis?.kind) return false;
    this.#analyse(document);
    return true;
  }

  /** Takes in a file on disk, or forgets it when it is gone or isn't ours. Open documents stay as they are. */
  async readFile(uri: string): Promise<void> {
    if (this.documents.has(uri)) return;
    const text = await this.files.read(uri);
    // It may have been opened meanwhile.
    if (this.documents.has(uri)) return;
    this.forgetFile(uri);
    const analysis = text === undefined ? undefined : analyse({ path: pathOf(uri), text }, this.#settings);
    if (text === undefined || !analysis) return;
    const facts = analysis.facts();
    this.#closed.set(uri, facts);
    if (isKept(analysis)) {
      const document = new OpenDocument(uri, '', 0, text, () => undefined);
      document.analysis = analysis;
      this.#kept.set(uri, document);
    }
    this.#follow(uri, { removed: [], added: facts });
  }

  forgetFile(uri: string): void {
    const facts = this.#closed.get(uri);
    if (facts) this.#follow(uri, { removed: facts, added: [] });
    this.#closed.delete(uri);
    this.#kept.delete(uri);
  }

  /** The documents that hold Alertmanager configurations, open ones first. */
  configDocuments(): OpenDocument[] {
    return this.#documents().filter(({ analysis }) => holdsConfigs(analysis));
  }

  /** The files of notification templates, open ones first. */
  templateDocuments(): OpenDocument[] {
    return this.#documents().filter(({ analysis }) => analysis?.template !== undefined);
  }

  /** What advice on a document depends on beside the document. */
  view({ uri }: OpenDocument): WorkspaceView {
    const { index } = this;
    const { version } = configDialectOf(this.#settings);
    const builtIn = builtInTemplates(version);
    const alertLabels = index.alertLabels();
    return {
      labelNames: alertLabels && new Set([...alertLabels, ...USUAL_EXTERNAL_LABELS]),
      templates: notificationTemplates(index, version, fileName),
      brokenTemplates: (pattern) => this.#brokenTemplates(resolvePattern(pathOf(uri), pattern)),
      isTemplateUsed: (name) => builtIn.defined(name) !== undefined || !isEmpty(index.templateUsers(name)),
    };
  }

  /** Those of the known files of templates that match an absolute pattern. */
  *#brokenTemplates(pattern: string): Iterable<BrokenTemplateFile> {
    const matches = pathMatcher(pattern);
    for (const { uri, analysis } of this.templateDocuments()) {
      const [fault] = analysis?.template?.faults ?? [];
      const path = pathOf(uri);
      if (fault && matches(path))
        yield { name: path.slice(path.lastIndexOf('/') + 1), message: fault.message };
    }
  }

  #documents(): OpenDocument[] {
    return [...this.documents.values(), ...this.#kept.values()];
  }

  /** Files on disk that were taken in. */
  closedFiles(): Iterable<string> {
    return this.#closed.keys();
  }

  /** The document, open or read from disk for this one time. */
  async document(uri: string): Promise<OpenDocument | undefined> {
    const open = this.documents.get(uri);
    if (open) return open;
    const text = await this.files.read(uri);
    if (text === undefined) return undefined;
    const document = new OpenDocument(uri, '', 0, text, () => undefined);
    document.analysis = analyse(sourceOf(document), this.#settings);
    return document;
  }

  #analyse(document: OpenDocument): void {
    document.analysis = analyse(sourceOf(document), this.#settings);
  }

  #follow(uri: string, { removed, added }: FactChanges): void {
    for (const { facts } of removed) this.index.remove(uri, facts);
    for (const { facts } of added) this.index.add(uri, facts);
  }
}

function isEmpty(items: Iterable<unknown>): boolean {
  return items[Symbol.iterator]().next().done === true;
}

function isKept(analysis: Analysis): boolean {
  return analysis.template !== undefined || holdsConfigs(analysis);
}

function holdsConfigs(analysis: Analysis | undefined): boolean {
  return analysis?.kind === 'alertmanager' || (analysis?.configs?.().length ?? 0) > 0;
}

function sourceOf(document: OpenDocument): ClassifiedSource {
  return { path: pathOf(document.uri), text: document.text, languageId: document.languageId };
}

/** The path of a URI, decoded. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The last two parts of a URI's path, for people. */
export function fileName(uri: string): string {
  return pathOf(uri).split('/').filter(Boolean).slice(-2).join('/');
}
