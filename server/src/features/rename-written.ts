import type { WrittenName } from '../formats/metrics/definition';
import type { Refusal } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';
import { placeName, type Changes } from './workspace-edit';

/** Renames a metric where a program, or a page of samples, defines it; in another module where that has the name. */
export async function renameWritten(
  workspace: Workspace,
  document: OpenDocument,
  name: string,
  newName: string,
  changes: Changes,
): Promise<Refusal | undefined> {
  for (const definition of document.analysis?.host?.metrics ?? []) {
    if (definition.name !== name || definition.implied) continue;
    const { written, nameSpan } = definition;
    if (!written) {
      return {
        refused: `${placeName(document, nameSpan.from)}: the name isn’t written there as it is stored.`,
      };
    }
    const newText = partOf(newName, written);
    if (newText === undefined) {
      const parts = [
        written.prefix && `begins with ${written.prefix}`,
        written.suffix && `ends in ${written.suffix}`,
      ];
      const reason = `what is defined there ${parts.filter(Boolean).join(' and ')}`;
      return { refused: `${placeName(document, nameSpan.from)}: ${reason}.` };
    }
    const owner = await ownerOf(workspace, document, written);
    const { from, to } = written.span;
    if (!owner || owner.text.slice(from, to) !== partOf(name, written)) {
      return { refused: `${placeName(document, nameSpan.from)}: the name comes from somewhere else.` };
    }
    changes.add(owner, [{ span: written.span, newText }]);
  }
  return undefined;
}

/** The document that has the name. */
async function ownerOf(
  workspace: Workspace,
  document: OpenDocument,
  { from }: WrittenName,
): Promise<OpenDocument | undefined> {
  if (from === undefined) return document;
  const uri = workspace.moduleUri(document.uri, from);
  return uri === undefined ? undefined : workspace.document(uri);
}

/** The part of a name that is written; undefined for a name that can't be of this prefix and suffix. */
function partOf(name: string, { prefix, suffix }: WrittenName): string | undefined {
  if (!name.startsWith(prefix) || !name.endsWith(suffix)) return undefined;
  const part = name.slice(prefix.length, name.length - suffix.length);
  return name.length > prefix.length + suffix.length ? part : undefined;
}
