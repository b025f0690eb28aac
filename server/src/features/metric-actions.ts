import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { standardAlerts, type StandardAlerts } from '../formats/metrics/standard-alerts';
import type { NewRule } from '../formats/rules/write-rule';
import { groupText, ruleText } from '../formats/rules/write-rule';
import { recordableAt } from '../languages/promql/record';
import { wrapInRate } from '../languages/promql/wrap-rate';
import type { TextEdit } from '../text/finding';
import { touches, type Span } from '../text/span';
import type { DefinedMetric } from '../workspace/metric-index';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';
import { toLspEdits } from './convert';
import type { FeatureContext } from './context';
import { here } from './fragment';
import { nameAt } from './names';

/** What can be done about the metric, or the expression, at a document span, beyond the fixes of its findings. */
export async function metricActions(
  context: FeatureContext,
  span: Span,
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  return [
    ...rateAction(context, span, shown),
    ...recordAction(context, span),
    ...alertActions(context, span),
    ...(await labelActions(context, shown)),
  ];
}

/** `x` → `rate(x[5m])` of a counter. */
function rateAction(context: FeatureContext, { from }: Span, shown: readonly Diagnostic[]): CodeAction[] {
  const { document, knowledge } = context;
  const { fragment } = here(document, from);
  if (fragment?.language !== 'promql' || !fragment.result.expr) return [];
  const isCounter = (metric: string): boolean => knowledge.metric(metric)?.type === 'counter';
  const found = wrapInRate(fragment.result.expr, fragment.map.toFragment(from), isCounter);
  const edits = found && fragment.encode(found.edits);
  if (!found || !Array.isArray(edits)) return [];
  const fixed = shown.filter(({ code }) => code === 'metrics/counter-without-rate');
  return [
    {
      title: `Take the rate of ${found.metric} over 5 minutes`,
      kind: fixed.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
      diagnostics: fixed,
      edit: inDocument(document, edits),
    },
  ];
}

/** A part of a rule's expression becomes a recording rule in front of the rule. */
function recordAction({ document }: FeatureContext, { from, to }: Span): CodeAction[] {
  const { slice, fragment } = here(document, from);
  const { rule } = fragment ?? {};
  if (!slice || !rule || fragment?.language !== 'promql' || !fragment.result.expr) return [];
  const selection = { from: fragment.map.toFragment(from), to: fragment.map.toFragment(to) };
  const part = recordableAt(fragment.result.expr, selection);
  const place = placeInFront(document.text.slice(0), slice.map.toHost(rule.span.from));
  const holes = fragment.holes ?? [];
  if (!part || !place || holes.some((hole) => hole.from < part.span.to && part.span.from < hole.to))
    return [];
  const expr = fragment.result.text.slice(part.span.from, part.span.to);
  const newText = ruleText({ kind: 'record', name: part.name, expr }, place.indent);
  const replaced = fragment.encode([{ span: part.span, newText: part.name }]);
  if (!Array.isArray(replaced)) return [];
  const inserted = { span: { from: place.at, to: place.at }, newText };
  return [
    {
      title: `Record this as ${part.name}`,
      kind: CodeActionKind.RefactorExtract,
      edit: inDocument(document, [inserted, ...replaced]),
    },
  ];
}

/**
 * Where in a document a rule in front of the one at `from` begins: above its comments, with the column of its dash. Only
 * where the line has nothing but that dash in front of the rule, as in files and block scalars.
 */
function placeInFront(text: string, from: number): { at: number; indent: number } | undefined {
  let at = text.lastIndexOf('\n', from - 1) + 1;
  const [, blanks] = /^( *)-[ \t]+$/.exec(text.slice(at, from)) ?? [];
  if (blanks === undefined) return undefined;
  for (;;) {
    const above = text.lastIndexOf('\n', at - 2) + 1;
    if (above >= at || !/^\s*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return { at, indent: blanks.length };
}

/** What an action needs to be told its edit later: looking for a rule file takes a while. */
interface AlertsData {
  readonly uri: string;
  readonly metric: string;
  readonly about: string;
}

/** The usual alerts for a metric that some program of the workspace defines. */
function alertActions(context: FeatureContext, { from }: Span): CodeAction[] {
  const { document, workspace } = context;
  const defined = definedAt(context, from);
  if (!defined) return [];
  return alertsFor(workspace, defined).map(({ about }) => {
    const metric = defined.definition.name;
    const data: AlertsData = { uri: document.uri, metric, about };
    return {
      title: `Create an alert on the ${about} of ${metric}`,
      kind: CodeActionKind.RefactorRewrite,
      data,
    };
  });
}

function alertsFor({ index: { metrics } }: Workspace, { definition }: DefinedMetric): StandardAlerts[] {
  return standardAlerts(definition, (label) => metrics.writtenValues(label, definition.name));
}

/** An action with its edit, where that was left for later. */
export async function resolveAction(workspace: Workspace, action: CodeAction): Promise<CodeAction> {
  const { uri, metric, about } = (action.data ?? {}) as Partial<AlertsData>;
  if (uri === undefined || metric === undefined) return action;
  const [defined] = workspace.index.metrics.definitions(metric);
  const alerts = defined && alertsFor(workspace, defined).find((set) => set.about === about);
  if (!alerts) return action;
  const target = await ruleFileFor(workspace, uri);
  return { ...action, edit: addGroup(target, newRuleFile(uri), metric, alerts.rules) };
}

function definedAt({ document, workspace }: FeatureContext, offset: number): DefinedMetric | undefined {
  const name = nameAt(document, offset);
  if (name?.kind !== 'metric') return undefined;
  const [defined] = workspace.index.metrics.definitions(name.text);
  return defined;
}

interface RuleFile {
  readonly document: OpenDocument;
  /** Where a further group goes. */
  readonly at: number;
  readonly indent: number;
}

/** The rule file nearest to a document whose groups can be added to at its end. */
async function ruleFileFor(workspace: Workspace, uri: string): Promise<RuleFile | undefined> {
  const { index } = workspace;
  const uris = new Set<string>();
  for (const alert of index.defined('alert'))
    for (const definer of index.definers('alert', alert)) uris.add(definer);
  const nearest = [...uris].sort((a, b) => distance(a, uri) - distance(b, uri));
  for (const candidate of nearest) {
    const document = await workspace.document(candidate);
    if (document?.analysis?.kind !== 'rules' || document.analysis.templated) continue;
    const [slice] = document.analysis.rules();
    const last = slice?.model.groups.at(-1);
    if (!slice || !last) continue;
    const line = slice.text.lastIndexOf('\n', last.span.from - 1) + 1;
    const [, blanks] = /^( *)-[ \t]+$/.exec(slice.text.slice(line, last.span.from)) ?? [];
    const rest = slice.text.slice(last.span.to);
    if (blanks === undefined || !/^(?:\s|#.*)*$/.test(rest)) continue;
    return { document, at: slice.text.length, indent: blanks.length };
  }
  return undefined;
}

/** How many folders lie between two files. */
function distance(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')];
  const shared = one.findIndex((part, index) => part !== other[index]);
  return one.length + other.length - 2 * (shared < 0 ? one.length : shared);
}

/** Beside the document that defines the metric, where there is no rule file yet. */
function newRuleFile(uri: string): string {
  return `${uri.slice(0, uri.lastIndexOf('/') + 1)}alerts.rules.yml`;
}

function addGroup(
  target: RuleFile | undefined,
  newFile: string,
  name: string,
  rules: readonly NewRule[],
): WorkspaceEdit {
  if (!target) {
    const start = { line: 0, character: 0 };
    const newText = `groups:\n${groupText(name, rules, 2)}`;
    const edit: TextDocumentEdit = {
      textDocument: { uri: newFile, version: null },
      edits: [{ range: { start, end: start }, newText }],
    };
    return { documentChanges: [{ kind: 'create', uri: newFile, options: { ignoreIfExists: true } }, edit] };
  }
  const { document, at, indent } = target;
  const isEnded = document.text.slice(at - 1) === '\n';
  const newText = (isEnded ? '' : '\n') + groupText(name, rules, indent);
  return inDocument(document, [{ span: { from: at, to: at }, newText }]);
}

/** A label that a query asks for and the metric's definition could have. */
async function labelActions(context: FeatureContext, shown: readonly Diagnostic[]): Promise<CodeAction[]> {
  const { document, workspace } = context;
  const actions: CodeAction[] = [];
  for (const diagnostic of shown) {
    if (diagnostic.code !== 'metrics/unknown-label') continue;
    const start = document.lines.offsetAt(diagnostic.range.start);
    const use = usesAt(document, start);
    if (!use) continue;
    for (const { uri, definition } of workspace.index.metrics.definitions(use.metric)) {
      const other = definition.labelSlot ? await workspace.document(uri) : undefined;
      // The index knows the file as it was read; the edit is of the file as it is.
      const current = other?.analysis?.host?.metrics.find(({ name }) => name === definition.name);
      if (!other || !current?.labelSlot) continue;
      const { at, before, after } = current.labelSlot;
      actions.push({
        title: `Declare the label ${use.label} of ${definition.name}`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: inDocument(other, [{ span: { from: at, to: at }, newText: before + use.label + after }]),
      });
    }
  }
  return actions;
}

/** The metric and the label that a matcher at a document offset asks for. */
function usesAt(document: OpenDocument, offset: number): { metric: string; label: string } | undefined {
  for (const { facts, map } of document.analysis?.facts() ?? []) {
    for (const { name, labels = [] } of facts.uses ?? []) {
      for (const { text, span } of labels) {
        const host = { from: map.toHost(span.from), to: map.toHost(span.to, 'end') };
        if (touches(host, offset)) return { metric: name, label: text };
      }
    }
  }
  return undefined;
}

function inDocument(document: OpenDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  return { changes: { [document.uri]: toLspEdits(document.lines, edits) } };
}
