import { escapeMarkdown, metricDoc } from '../languages/promql/docs';
import { labelDoc } from '../languages/promql/hover-request';
import type { MetricDefinition } from '../formats/metrics/definition';
import type { HoverAnswer } from '../text/answers';
import { fileName } from '../workspace/workspace';
import type { FeatureContext } from './context';
import { labelAt } from './label-names';
import { familyOf } from './metric-family';
import { nameAt } from './names';
import { usersNamed, usersOf } from './use-words';

/** Definitions that a hover points to. */
const MOST_DEFINITIONS = 4;

/**
 * What is known of the metric or the label whose name stands at a document offset, outside of expressions: where a
 * program defines it, where a rule records it.
 */
export async function hoverName(context: FeatureContext, offset: number): Promise<HoverAnswer | undefined> {
  const { document, knowledge } = context;
  const label = labelAt(document, offset);
  if (label) {
    return { span: label.span, markdown: labelDoc(label.text, label.origin.metrics, { knowledge }) };
  }
  const name = nameAt(document, offset);
  if (name?.kind !== 'metric') return undefined;
  const metric = knowledge.metric(name.text);
  const parts = [metric && metricDoc(metric), await metricInWorkspace(context, name.text)];
  return { span: name.span, markdown: parts.filter(Boolean).join('\n\n') };
}

/** What an expression's hover can't know of the metric at a document offset: where it is defined, and what uses it. */
export async function hoverMore(context: FeatureContext, offset: number): Promise<string | undefined> {
  const name = nameAt(context.document, offset);
  return name?.kind === 'metric' ? metricInWorkspace(context, name.text) : undefined;
}

/** A metric's buckets, places and users, in Markdown; nothing where the workspace says nothing of it. */
async function metricInWorkspace({ workspace }: FeatureContext, name: string): Promise<string | undefined> {
  const { index } = workspace;
  const { names, definitions } = familyOf(index, name);
  const places: string[] = [];
  for (const { uri, definition } of definitions.slice(0, MOST_DEFINITIONS)) {
    const line = await lineOf(workspace, uri, definition);
    places.push(linkTo(uri, line));
  }
  const recorded = [...index.definers('record', name)].slice(0, MOST_DEFINITIONS);
  places.push(...recorded.map((uri) => linkTo(uri)));
  const buckets = definitions.find(({ definition }) => definition.buckets)?.definition.buckets;
  const parts = [
    buckets && `Buckets: ${buckets.map(String).join(', ')}`,
    places.length > 0 ? `Defined in: ${places.join(', ')}` : undefined,
    usersNamed(usersOf(index.metrics, definitions.length > 0 ? names : [name])),
  ];
  const found = parts.filter(Boolean).join('\n\n');
  return found === '' ? undefined : found;
}

/** @param line from 1 */
function linkTo(uri: string, line?: number): string {
  const target = uri.replaceAll('(', '%28').replaceAll(')', '%29');
  const [at, fragment] = line === undefined ? ['', ''] : [`:${line}`, `#L${line}`];
  return `[${escapeMarkdown(fileName(uri))}${at}](${target}${fragment})`;
}

/** The line of a definition, from 1. */
async function lineOf(
  workspace: FeatureContext['workspace'],
  uri: string,
  { nameSpan }: MetricDefinition,
): Promise<number | undefined> {
  const document = await workspace.document(uri);
  return document && document.lines.positionAt(nameSpan.from).line + 1;
}
