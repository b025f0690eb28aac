import type { Location, Position } from 'vscode-languageserver-types';
import type { Span } from '../text/span';
import { configNameHere, configPlaces } from './config-names';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { nameAt, occurrences, type Name } from './names';
import { templateNameAt, templateOccurrences } from './template-names';
import { templateVariableAt } from './template-variables';

/** Which places of a name are wanted. */
interface Wanted {
  readonly definitions: boolean;
  readonly uses: boolean;
}

/**
 * Where the name at `position` comes from: recording rules, alerts and notification templates in all files, receivers
 * and time intervals in their configuration.
 */
export async function definition(context: FeatureContext, position: Position): Promise<Location[]> {
  return places(context, position, { definitions: true, uses: false });
}

/** Every use of the name at `position`, in all files. */
export async function references(
  context: FeatureContext,
  position: Position,
  includeDeclaration: boolean,
): Promise<Location[]> {
  return places(context, position, { definitions: includeDeclaration, uses: true });
}

async function places(context: FeatureContext, position: Position, wanted: Wanted): Promise<Location[]> {
  const { document, workspace } = context;
  const offset = offsetOf(context, position);
  const configName = configNameHere(document, offset);
  if (configName) {
    return chosen(configPlaces(configName), wanted).map((span) => ({
      uri: document.uri,
      range: toRange(document.lines, span),
    }));
  }
  const template = templateNameAt(document, offset);
  if (template) {
    const { text } = template;
    const uris = new Set([...workspace.index.templateDefiners(text), ...workspace.index.templateUsers(text)]);
    return locations(context, uris, (analysis) => chosen(templateOccurrences(analysis, text), wanted));
  }
  const variable = templateVariableAt(document, offset);
  if (variable) {
    const { definitions, uses } = variable;
    return chosen({ definitions, uses }, wanted).map((span) => ({
      uri: document.uri,
      range: toRange(document.lines, span),
    }));
  }
  const name = nameAt(document, offset);
  return name
    ? locations(context, filesNaming(workspace.index, name), (analysis) =>
        chosen(occurrences(analysis, name), wanted),
      )
    : [];
}

function chosen(all: { definitions: Span[]; uses: Span[] }, wanted: Wanted): Span[] {
  return [...(wanted.definitions ? all.definitions : []), ...(wanted.uses ? all.uses : [])];
}

async function locations(
  { workspace }: FeatureContext,
  uris: Iterable<string>,
  spansIn: (analysis: NonNullable<FeatureContext['document']['analysis']>) => Span[],
): Promise<Location[]> {
  const found: Location[] = [];
  for (const uri of uris) {
    const document = await workspace.document(uri);
    if (!document?.analysis) continue;
    for (const span of spansIn(document.analysis)) found.push({ uri, range: toRange(document.lines, span) });
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
