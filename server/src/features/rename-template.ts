import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { templateNameText, templateOccurrences } from '../languages/gotemplate/occurrences';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import type { FeatureContext } from './context';
import { toLspEdits } from './convert';
import { fragments } from './fragments';
import { templateNameAt, type TemplateName } from './template-names';

/** The template at an offset; a refusal for one that no file of the workspace defines; undefined for anything else. */
export function renameableTemplate(
  { document, workspace }: FeatureContext,
  offset: number,
): TemplateName | Refusal | undefined {
  const name = templateNameAt(document, offset);
  if (!name) return undefined;
  const [definer] = workspace.index.templateDefiners(name.text);
  return definer === undefined
    ? { refused: `${name.text} is not defined in this workspace, so it can't be renamed here.` }
    : name;
}

/** Renames a notification template in every file that defines or calls it. */
export async function renameTemplate(
  { workspace }: FeatureContext,
  { text }: TemplateName,
  newName: string,
): Promise<WorkspaceEdit | Refusal> {
  const { index } = workspace;
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const uri of new Set([...index.templateDefiners(text), ...index.templateUsers(text)])) {
    const document = await workspace.document(uri);
    if (!document) continue;
    const edits = renameIn(document, text, newName);
    if ('refused' in edits) return { refused: `${uri}: ${edits.refused}` };
    changes[uri] = toLspEdits(document.lines, edits);
  }
  return { changes };
}

function renameIn(document: OpenDocument, name: string, newName: string): TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  for (const fragment of fragments(document)) {
    if (fragment.language !== 'gotemplate' || fragment.result.dialect.program !== 'Alertmanager') continue;
    for (const span of templateOccurrences(fragment.result, name).occurrences) {
      const newText = templateNameText(fragment.result, span, newName);
      const encoded = typeof newText === 'string' ? fragment.encode([{ span, newText }]) : newText;
      if ('refused' in encoded) return encoded;
      edits.push(...encoded);
    }
  }
  return edits;
}
