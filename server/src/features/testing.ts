import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { cursor } from '../testing/cursor';
import { HostAnalysis } from '../workspace/host-analysis';
import { Workspace } from '../workspace/workspace';
import { featureContext, type FeatureContext } from './context';
import { readToy } from './testing-toy';

/** For tests: a workspace of files with a cursor in one of them. */
export interface Project {
  readonly workspace: Workspace;
  readonly context: FeatureContext;
  readonly position: Position;
}

/**
 * For tests: opens files, given by their names, one of which has the cursor `‸` in it. A name that ends in `.toy` is of
 * a program, as {@link readToy} reads it.
 */
export async function project(files: Readonly<Record<string, string>>): Promise<Project> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text.replace('‸', '')]));
  const workspace = new Workspace({
    read: (uri) => Promise.resolve(texts.get(uri)),
    list: (folder) =>
      Promise.resolve([...texts.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder)),
  });
  const [marked] = Object.entries(files).filter(([, text]) => text.includes('‸'));
  const [place] = marked ? [{ uri: uriOf(marked[0]), offset: cursor(marked[1]).offset }] : [];
  for (const [uri, text] of texts) {
    if (uri.endsWith('.toy')) openToy(workspace, uri, text);
    else if (uri === place?.uri) workspace.open(uri, '', 1, text);
    else await workspace.readFile(uri);
  }
  const document = workspace.documents.get(place?.uri ?? '') ?? [...workspace.documents.values()][0];
  if (!document) throw new Error('no document is open');
  const position = document.lines.positionAt(place?.offset ?? 0);
  return { workspace, context: featureContext(workspace, document), position };
}

export function uriOf(name: string): string {
  return `file:///w/${name}`;
}

function openToy(workspace: Workspace, uri: string, text: string): void {
  const document = workspace.open(uri, '', 1, text);
  const { dialect } = featureContext(workspace, document);
  document.analysis = new HostAnalysis('code', document.text, readToy, { dialect, nameValidation: 'legacy' });
}

/** For tests: the texts of the files that an edit changes, as it leaves them, by their names. */
export async function afterEdit(workspace: Workspace, edit: WorkspaceEdit): Promise<Record<string, string>> {
  const edits: [string, TextEdit[]][] =
    edit.documentChanges?.flatMap((change): [string, TextEdit[]][] =>
      'textDocument' in change
        ? [[change.textDocument.uri, change.edits.filter((one) => 'newText' in one)]]
        : [],
    ) ?? Object.entries(edit.changes ?? {});
  const texts: Record<string, string> = {};
  for (const [uri, changes] of edits) {
    const document = await workspace.document(uri);
    const text = TextDocument.create(uri, '', 0, document?.text.slice(0) ?? '');
    texts[uri.slice(uriOf('').length)] = TextDocument.applyEdits(text, changes);
  }
  return texts;
}

/** For tests: places as `file:line text`, sorted. */
export async function placesInWords(workspace: Workspace, locations: readonly Location[]): Promise<string[]> {
  const words: string[] = [];
  for (const { uri, range } of locations) {
    const document = await workspace.document(uri);
    const from = document?.lines.offsetAt(range.start) ?? 0;
    const text = document?.text.slice(from, document.lines.offsetAt(range.end)) ?? '';
    words.push(`${uri.slice(uriOf('').length)}:${range.start.line + 1} ${text}`);
  }
  return words.sort();
}
