import type { Location, Position } from 'vscode-languageserver-types';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import { configNameHere, configPlaces } from './config-names';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { labelAt, withSources, type LabelName } from './label-names';
import { labelPlaces } from './label-places';
import { labelScope } from './label-scope';
import { filesDefining, filesNaming, nameAt, namesWith, occurrences, type Name, type Names } from './names';
import { templateNameAt, templateOccurrences } from './template-names';
import { templateVariableAt } from './template-variables';

/** Which places of a name are wanted. */
interface Wanted {
  readonly definitions: boolean;
  readonly uses: boolean;
}

/**
 * Where the name at `position` comes from: metrics and their labels in programs, recording rules, alerts and
 * notification templates in all files, receivers and time intervals in their configuration.
 */
export async function definition(context: FeatureContext, position: Position): Promise<Location[]> {
  return places(context, position, { definitions: true, uses: false });
}

/** Every use of the name at `position`, in all files; of a metric those of all its series. */
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
  if (configName) return locationsIn(document, chosen(configPlaces(configName), wanted));
  const template = templateNameAt(document, offset);
  if (template) {
    const { text } = template;
    const uris = new Set([...workspace.index.templateDefiners(text), ...workspace.index.templateUsers(text)]);
    return locations(context, uris, (analysis) => chosen(templateOccurrences(analysis, text), wanted));
  }
  const variable = templateVariableAt(document, offset);
  if (variable) return locationsIn(document, chosen(variable, wanted));
  const label = labelAt(document, offset);
  if (label) return labelLocations(context, label, wanted);
  const name = nameAt(document, offset);
  return name ? nameLocations(context, name, wanted) : [];
}

/** Of a metric that programs define, or of any other name. */
async function nameLocations(context: FeatureContext, name: Name, wanted: Wanted): Promise<Location[]> {
  const { index } = context.workspace;
  const names = namesWith(index, name);
  const own: Names = { kind: name.kind, texts: new Set([name.text]) };
  const uris = wanted.uses ? filesNaming(index, names) : filesDefining(index, own);
  return locations(context, uris, (analysis) =>
    chosen(
      {
        definitions: occurrences(analysis, own).definitions,
        uses: wanted.uses ? occurrences(analysis, names).uses : [],
      },
      wanted,
    ),
  );
}

/** Where programs declare a label, or define its metric if they don't say; and every other place that names it. */
async function labelLocations(context: FeatureContext, name: LabelName, wanted: Wanted): Promise<Location[]> {
  const { text, origin } = await withSources(context.workspace, name);
  const scope = await labelScope(context.workspace, text, origin.metrics);
  const found: Location[] = [];
  for (const document of scope.documents.values()) {
    const definitions: Span[] = [];
    const uses: Span[] = [];
    for (const { places, map } of labelPlaces(document, scope)) {
      for (const { span, role } of places) {
        if (role !== 'implied') (role === 'definition' ? definitions : uses).push(hostSpan(map, span));
      }
    }
    found.push(...locationsIn(document, chosen({ definitions, uses }, wanted)));
  }
  if (found.length > 0 || wanted.uses) return found;
  const metrics: Names = { kind: 'metric', texts: new Set(origin.metrics) };
  return locations(
    context,
    filesDefining(context.workspace.index, metrics),
    (analysis) => occurrences(analysis, metrics).definitions,
  );
}

function chosen(
  all: { readonly definitions: readonly Span[]; readonly uses: readonly Span[] },
  wanted: Wanted,
): Span[] {
  return [...(wanted.definitions ? all.definitions : []), ...(wanted.uses ? all.uses : [])];
}

async function locations(
  { workspace }: FeatureContext,
  uris: Iterable<string>,
  spansIn: (analysis: NonNullable<OpenDocument['analysis']>) => Span[],
): Promise<Location[]> {
  const found: Location[] = [];
  for (const uri of uris) {
    const document = await workspace.document(uri);
    if (document?.analysis) found.push(...locationsIn(document, spansIn(document.analysis)));
  }
  return found;
}

function locationsIn({ uri, lines }: OpenDocument, spans: readonly Span[]): Location[] {
  return spans.map((span) => ({ uri, range: toRange(lines, span) }));
}
