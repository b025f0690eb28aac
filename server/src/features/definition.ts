import type { Location, Position } from 'vscode-languageserver-types';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { nameAt, occurrences, type Name } from './names';

/** The recording rules or alerts that the name at `position` comes from, in all files. */
export async function definition(context: FeatureContext, position: Position): Promise<Location[]> {
  const name = nameAt(context.document, offsetOf(context, position));
  return name ? locations(context, name, { definitions: true, uses: false }) : [];
}

/** Every use of the name at `position`, in all files. */
export async function references(
  context: FeatureContext,
  position: Position,
  includeDeclaration: boolean,
): Promise<Location[]> {
  const name = nameAt(context.document, offsetOf(context, position));
  return name ? locations(context, name, { definitions: includeDeclaration, uses: true }) : [];
}

async function locations(
  { workspace }: FeatureContext,
  name: Name,
  wanted: { readonly definitions: boolean; readonly uses: boolean },
): Promise<Location[]> {
  const found: Location[] = [];
  for (const uri of filesNaming(workspace.index, name)) {
    const document = await workspace.document(uri);
    if (!document?.analysis) continue;
    const { definitions, uses } = occurrences(document.analysis, name);
    const spans = [...(wanted.definitions ? definitions : []), ...(wanted.uses ? uses : [])];
    for (const span of spans) found.push({ uri, range: toRange(document.lines, span) });
  }
  return found;
}

/** The documents that define or use the name. */
export function filesNaming(
  index: FeatureContext['workspace']['index'],
  { kind, text }: Pick<Name, 'kind' | 'text'>,
): Set<string> {
  return new Set([
    ...index.definers(kind === 'alert' ? 'alert' : 'record', text),
    ...index.users(kind, text),
  ]);
}
