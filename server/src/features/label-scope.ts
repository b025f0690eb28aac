import type { Expr } from '../languages/promql/ast';
import { labelOrigin } from '../languages/promql/label-refs';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';
import { hostedExpr } from './fragment';
import { familyOf } from './metric-family';
import { filesNaming } from './names';

/** How far a label of a metric goes. */
export interface LabelScope {
  readonly label: string;
  /** Metrics that have it: the series of those that were asked for, and what rules record of them with the label. */
  readonly metrics: ReadonlySet<string>;
  /** Alerts that have it from them. */
  readonly alerts: ReadonlySet<string>;
  /** Every document that says something of these metrics and alerts, by URI. */
  readonly documents: ReadonlyMap<string, OpenDocument>;
}

/** Rules that make metrics of metrics are followed over no more steps, in each direction. */
const MOST_METRICS = 1000;

/**
 * Where a label of metrics comes from and goes to: up to the metrics that recording rules take it from, and down to all
 * that rules make of these. Reads the documents that name one of them.
 */
export async function labelScope(
  workspace: Workspace,
  label: string,
  of: Iterable<string>,
): Promise<LabelScope> {
  const documents = new Documents(workspace);
  const roots = await sourcesOf(documents, label, of);
  const metrics = new Set<string>();
  const families = new Set<string>();
  for (const root of roots) {
    const family = familyOf(workspace.index, root);
    for (const name of family.names) metrics.add(name);
    families.add(family.name);
  }
  const alerts = new Set<string>();
  // The set grows while it is walked.
  for (const metric of metrics) {
    if (metrics.size > MOST_METRICS) break;
    for (const { analysis } of await documents.naming('metric', metric)) {
      for (const { kind, name, expr, labels } of analysis ? rulesIn(analysis, metric) : []) {
        if (!labelOrigin(expr, label).metrics.includes(metric) || labels.has(label)) continue;
        (kind === 'alert' ? alerts : metrics).add(name);
      }
    }
  }
  for (const family of families) await documents.read(workspace.index.metrics.writers(family));
  for (const alert of alerts) await documents.naming('alert', alert);
  return { label, metrics, alerts, documents: documents.known };
}

/** The metrics that bring a label to the alerts of a name. */
export async function alertLabelSources(
  workspace: Workspace,
  alert: string,
  label: string,
): Promise<Set<string>> {
  const metrics = new Set<string>();
  for (const { analysis } of await new Documents(workspace).read(workspace.index.definers('alert', alert))) {
    for (const { kind, name, expr, labels } of analysis ? rulesIn(analysis, '') : []) {
      if (kind !== 'alert' || name !== alert || labels.has(label)) continue;
      for (const metric of labelOrigin(expr, label).metrics) metrics.add(metric);
    }
  }
  return metrics;
}

/** The metrics that have the label by themselves, of which rules may have recorded those that were asked for. */
async function sourcesOf(documents: Documents, label: string, of: Iterable<string>): Promise<Set<string>> {
  const metrics = new Set(of);
  const sources = new Set<string>();
  for (const metric of metrics) {
    if (metrics.size > MOST_METRICS) break;
    const from = new Set<string>();
    for (const { analysis } of await documents.recording(metric)) {
      for (const { kind, name, expr, labels } of analysis ? rulesIn(analysis, '') : []) {
        if (kind !== 'record' || name !== metric || labels.has(label)) continue;
        for (const origin of labelOrigin(expr, label).metrics) from.add(origin);
      }
    }
    if (from.size === 0) sources.add(metric);
    for (const origin of from) metrics.add(origin);
  }
  return sources;
}

/** A rule of any document, and the labels that it or its group sets. */
interface AnyRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly expr: Expr;
  readonly labels: ReadonlySet<string>;
}

/** The rules of a document whose expressions have `text` in them. */
function* rulesIn(analysis: Analysis, text: string): Iterable<AnyRule> {
  for (const group of analysis.rules().flatMap(({ model }) => model.groups)) {
    for (const { kind, name, expr, labels } of group.rules) {
      const parsed = expr?.text.includes(text) ? expr.result().expr : undefined;
      if (kind === 'unknown' || !name || !parsed) continue;
      const set = new Set([...group.labels, ...labels].map((label) => label.name.text));
      yield { kind, name: name.text, expr: parsed, labels: set };
    }
  }
  for (const { kind, name, expr, labels } of analysis.host?.rules ?? []) {
    const parsed = hostedExpr(analysis, expr);
    if (!parsed) continue;
    yield { kind, name: name.text, expr: parsed, labels: new Set(labels.map((label) => label.name)) };
  }
}

/** Documents of the workspace, each read once. */
class Documents {
  readonly known = new Map<string, OpenDocument>();

  constructor(private readonly workspace: Workspace) {}

  /** Those that define or use the name. */
  naming(kind: 'metric' | 'alert', name: string): Promise<OpenDocument[]> {
    return this.read(filesNaming(this.workspace.index, { kind, texts: new Set([name]) }));
  }

  /** Those with rules that record the metric. */
  recording(metric: string): Promise<OpenDocument[]> {
    return this.read(this.workspace.index.definers('record', metric));
  }

  async read(uris: Iterable<string>): Promise<OpenDocument[]> {
    const found: OpenDocument[] = [];
    for (const uri of uris) {
      const document = this.known.get(uri) ?? (await this.workspace.document(uri));
      if (!document) continue;
      this.known.set(uri, document);
      found.push(document);
    }
    return found;
  }
}
