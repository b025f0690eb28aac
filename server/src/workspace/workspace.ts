import type { BrokenTemplateFile } from '../formats/alertmanager/template-files';
import type { MetricKnowledge } from '../languages/promql/knowledge';
import { builtInTemplates } from '../languages/gotemplate/alertmanager';
import type { WorkspaceView } from './advice';
import { analyse, type Surroundings } from './analyse';
import type { Analysis, FactChanges, Facts } from './analysis';
import { classify, type ClassifiedSource } from './classify';
import { OpenDocument, type ContentChange } from './document';
import { USUAL_EXTERNAL_LABELS } from './external-labels';
import { FactIndex } from './fact-index';
import { pathMatcher, resolvePattern } from './glob-paths';
import { exportsOfCode } from './hosts';
import { WorkspaceKnowledge } from './knowledge';
import { metricModel } from './metric-model';
import { isOfWorkspace, Modules } from './modules';
import { configDialectOf, defaultSettings, type Settings } from './settings';
import { notificationTemplates } from './template-knowledge';

/** Where texts of files come from that no editor has open. */
export interface FileReader {
  /** Undefined for what can't be read as text. */
  read(uri: string): Promise<string | undefined>;
  /** URIs of the files of a folder; none for what can't be listed. Without it no folder can be. */
  list?(folder: string): Promise<readonly string[]>;
}

/** Keeps what files say from one session to the next. */
export interface FactStore {
  /** @param key what the facts depend on besides the text */
  find(key: string, text: string): readonly Facts[] | undefined;
  keep(key: string, text: string, facts: readonly Facts[]): void;
}

/**
 * Everything that is known of the user's files: open documents as they are typed, the others as they are on disk, and
 * the names that all of them define and use.
 */
export class Workspace {
  readonly documents = new Map<string, OpenDocument>();
  readonly index = new FactIndex(fileName);
  readonly knowledge: MetricKnowledge;
  /** Facts of files that are not open. */
  readonly #closed = new Map<string, readonly Facts[]>();
  /** Those of them that are asked for often: Alertmanager configurations and notification templates. */
  readonly #kept = new Map<string, OpenDocument>();
  #settings: Settings = defaultSettings();
  #settingsKey = '';
  readonly #modules: Modules;

  constructor(
    private readonly files: FileReader,
    private readonly store?: FactStore,
  ) {
    this.#modules = new Modules({
      read: async (uri) => this.documents.get(uri)?.text.slice(0) ?? (await files.read(uri)),
      list: async (folder) => (await files.list?.(folder)) ?? [],
      exportsOf: (uri, text) => exportsOfCode(pathOf(uri), text),
    });
    this.knowledge = new WorkspaceKnowledge(this.index, fileName);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Reads every open document anew; files on disk have to be given again by the caller. */
  set settings(settings: Settings) {
    this.#settings = settings;
    this.#settingsKey = JSON.stringify(settings);
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
    const path = pathOf(uri);
    const key = `${this.#settingsKey} ${path.slice(path.lastIndexOf('/') + 1)}`;
    const stored = text === undefined ? undefined : this.store?.find(key, text);
    const analysis = text === undefined || stored ? undefined : await this.#readSource(uri, { path, text });
    // It may have been opened meanwhile.
    if (this.documents.has(uri)) return;
    this.forgetFile(uri);
    const facts = stored ?? analysis?.facts().map((placed) => placed.facts);
    if (text === undefined || !facts) return;
    this.#closed.set(uri, facts);
    if (analysis && isKept(analysis)) {
      const document = new OpenDocument(uri, '', 0, text, () => undefined);
      document.analysis = analysis;
      this.#kept.set(uri, document);
    } else if (analysis && importsOf(uri, analysis).length === 0) {
      this.store?.keep(key, text, facts);
    }
    for (const added of facts) this.index.add(uri, added);
  }

  forgetFile(uri: string): void {
    const facts = this.#closed.get(uri);
    for (const removed of facts ?? []) this.index.remove(uri, removed);
    this.#closed.delete(uri);
    this.#kept.delete(uri);
  }

  /**
   * A file of a program has changed, on disk or in an editor: has those that import from it read anew, and an open one
   * itself, if it imports what wasn't known yet. Gives the open documents that are understood otherwise now.
   */
  async followImports(uri: string): Promise<OpenDocument[]> {
    const changed: OpenDocument[] = [];
    const itself = this.documents.get(uri);
    if (itself && (await this.#loadImports(itself))) changed.push(itself);
    for (const importer of this.#modules.changed(uri)) {
      const document = this.documents.get(importer);
      if (!document) {
        await this.readFile(importer);
        continue;
      }
      this.#analyse(document);
      await this.#loadImports(document);
      changed.push(document);
    }
    return changed;
  }

  /** The file that another means by a module's name, as far as it was needed. */
  moduleUri(importer: string, module: string): string | undefined {
    return this.#modules.uriOf(importer, module);
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
      metrics: metricModel(index, fileName),
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
    this.#analyse(document);
    if (await this.#modules.load(uri, importsOf(uri, document.analysis))) this.#analyse(document);
    return document;
  }

  #analyse(document: OpenDocument): void {
    document.analysis = analyse(sourceOf(document), this.#settings, this.#surroundings(document.uri));
  }

  /** Reads a file on disk, with what it imports. */
  async #readSource(uri: string, source: ClassifiedSource): Promise<Analysis | undefined> {
    const read = (): Analysis | undefined => analyse(source, this.#settings, this.#surroundings(uri));
    const analysis = read();
    return (await this.#modules.load(uri, importsOf(uri, analysis))) ? read() : analysis;
  }

  #surroundings(uri: string): Surroundings {
    return { exportsOf: (module) => this.#modules.exportsOf(uri, module) };
  }

  /** Loads what an open document imports, and reads it anew if that tells more; true if so. */
  async #loadImports(document: OpenDocument): Promise<boolean> {
    const { uri } = document;
    const more = await this.#modules.load(uri, importsOf(uri, document.analysis));
    if (!more || this.documents.get(uri) !== document) return false;
    this.#analyse(document);
    return true;
  }

  #follow(uri: string, { removed, added }: FactChanges): void {
    for (const { facts } of removed) this.index.remove(uri, facts);
    for (const { facts } of added) this.index.add(uri, facts);
  }
}

/** The modules whose exports would tell more of a document, without those that are packages of others. */
function importsOf(uri: string, analysis: Analysis | undefined): string[] {
  return (analysis?.host?.wanted ?? []).filter((module) => isOfWorkspace(uri, module));
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
