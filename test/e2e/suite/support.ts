import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

const PATIENCE_SECONDS = 10;

/** A document in an editor, with what was marked in its text. */
export interface Marked {
  readonly document: vscode.TextDocument;
  /** Where `‸` stood. */
  readonly cursor: vscode.Position;
  /** What stood between `«` and `»`, in order. */
  readonly spans: readonly vscode.Range[];
}

/** Opens an untitled document of this text, whose marks `‸`, `«` and `»` are taken out. */
export async function openMarked(marked: string, language: 'yaml' | 'promql'): Promise<Marked> {
  const marks: { mark: string; offset: number }[] = [];
  const content = marked.replace(/[‸«»]/g, (mark, offset: number) => {
    marks.push({ mark, offset: offset - marks.length });
    return '';
  });
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  const at = (wanted: string): vscode.Position[] =>
    marks.filter(({ mark }) => mark === wanted).map(({ offset }) => document.positionAt(offset));
  const ends = at('»');
  const spans = at('«').map((start, i) => new vscode.Range(start, ends[i]!));
  return { document, cursor: at('‸')[0] ?? new vscode.Position(0, 0), spans };
}

/** Opens a file of the workspace that the suite runs in. */
export async function openFile(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** A rule file whose one rule has this expression; it may hold marks. */
export function ruleWith(expr: string): string {
  return `groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: ${expr}\n`;
}

/** The answer, as soon as it satisfies `good`; the last one when it never does. */
export async function eventually<T>(answer: () => T | Thenable<T>, good: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    const last = await answer();
    if (good(last) || Date.now() > end) return last;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Our findings in a document: each as its code and the text and place that it marks. */
export function findings(document: vscode.TextDocument): string[] {
  return ours(document).map((diagnostic) => inWords(document, diagnostic));
}

function ours({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'alertwright');
}

function inWords(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): string {
  return `${codeOf(diagnostic)} ${describe(document, diagnostic.range)}`;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A range as `line:character text`, one-based as the status bar shows it. */
export function describe(document: vscode.TextDocument, range: vscode.Range): string {
  return `${range.start.line + 1}:${range.start.character + 1} ${document.getText(range)}`;
}

/** Waits until the findings of a document are these. */
export async function expectFindings(
  document: vscode.TextDocument,
  wanted: readonly string[],
): Promise<void> {
  await expectEventually(() => findings(document), wanted);
}

/** As `expectFindings`, of the errors only, in the order of the document. */
export async function expectErrors(document: vscode.TextDocument, wanted: readonly string[]): Promise<void> {
  await expectEventually(
    () =>
      ours(document)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .sort((a, b) => a.range.start.compareTo(b.range.start))
        .map((diagnostic) => inWords(document, diagnostic)),
    wanted,
  );
}

async function expectEventually(answer: () => string[], wanted: readonly string[]): Promise<void> {
  const same = (found: readonly string[]): boolean => JSON.stringify(found) === JSON.stringify(wanted);
  assert.deepEqual(await eventually(answer, same), wanted);
}

/** Sets an Alertwright setting for the workspace while `body` runs. */
export async function withSetting(name: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('alertwright');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await body();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
