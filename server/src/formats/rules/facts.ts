import type { Expr, LabelList } from '../../languages/promql/ast';
import type { NameUse } from '../../languages/promql/names';
import { metricRefs } from '../../languages/promql/occurrences';
import { resultLabels } from '../../languages/promql/result-labels';
import { selectorUses, type SelectorContext } from '../../languages/promql/selector-uses';
import { walk } from '../../languages/promql/tree';
import { hostSpan, type OffsetMap } from '../../text/region';
import type { Span } from '../../text/span';
import type { FieldValue, NamedSpan, RuleFileModel, RuleModel } from './model';
import { promqlOf } from './promql-of';

/**
 * What others may want to know of a rule file: what it defines and what it uses. Kept for every file of the workspace,
 * so it holds no trees. Spans are of the text it was read from.
 */
export interface RuleFacts {
  readonly groups: readonly GroupFact[];
  readonly rules: readonly RuleFact[];
  readonly uses: readonly MetricUse[];
  readonly labels: readonly LabelUse[];
}

/** A label that an expression names, with the metric it is asked of and the value that it is compared with. */
export interface LabelUse {
  readonly label: string;
  readonly metric?: string;
  readonly value?: string;
}

/** A label that a rule or a group sets, as written. */
export interface LabelFact {
  readonly name: string;
  readonly value: string;
}

export interface GroupFact {
  readonly name?: NamedSpan;
  readonly labels: readonly LabelFact[];
}

export interface RuleFact {
  readonly kind: 'alert' | 'record';
  readonly name: NamedSpan;
  /** Those of the rule itself, without its group's. */
  readonly labels: readonly LabelFact[];
  /** The labels that the result of an alert's expression can have; absent where it can have any. */
  readonly kept?: readonly string[];
  /** Names of its annotations. */
  readonly annotations: readonly string[];
  /** Index of its group in the facts' `groups`; -1 where the rule was read without its group. */
  readonly group: number;
}

/** A metric (or, in `ALERTS{alertname="…"}`, an alert) that an expression or a query in a template names. */
export interface MetricUse {
  readonly name: string;
  readonly kind: 'metric' | 'alert';
  readonly span: Span;
  readonly by?: UsedBy;
  /** What it's given to; absent where it is the whole expression. */
  readonly context?: SelectorContext;
  /** Whether it's asked for another time by `offset` or `@`. */
  readonly moved?: true;
  /** The labels that its selector matches; absent where there are none. */
  readonly labels?: readonly NamedSpan[];
}

/** What it is that uses a metric. */
export interface UsedBy {
  readonly kind: 'alert' | 'record' | 'test' | 'panel' | 'query' | 'document';
  /** Of the alert, recording rule, test or panel. */
  readonly name?: string;
}

/**
 * The facts of a model; of groups only those that `has` says are in the document. Without `withUses` only what it
 * defines.
 */
export function factsOf(
  model: RuleFileModel,
  has: (offset: number) => boolean = () => true,
  withUses = true,
): RuleFacts {
  const groups = model.groups.filter(({ span }) => has(span.from));
  const users = withUses ? model.groups.flatMap((group) => group.rules) : [];
  return {
    groups: groups.map(({ name, labels }) => ({ name, labels: labels.map(labelFact) })),
    rules: model.groups.flatMap((group) =>
      group.rules.flatMap((rule) => ruleFact(rule, groups.indexOf(group)) ?? []),
    ),
    uses: users.flatMap(usesOf),
    labels: users.flatMap(({ expr }) => labelUses(expr?.result().expr)),
  };
}

function ruleFact(rule: RuleModel, group: number): RuleFact | undefined {
  const { kind, name, labels, annotations } = rule;
  if (kind === 'unknown' || !name) return undefined;
  return {
    kind,
    name,
    labels: labels.map(labelFact),
    kept: kind === 'alert' ? keptLabels(rule) : undefined,
    annotations: annotations.map((annotation) => annotation.name.text),
    group,
  };
}

function keptLabels({ expr }: RuleModel): readonly string[] | undefined {
  const parsed = expr?.result().expr;
  const kept = parsed && resultLabels(parsed);
  return kept?.kind === 'only' ? [...kept.labels] : undefined;
}

function labelFact({ name, text }: FieldValue): LabelFact {
  return { name: name.text, value: text };
}

function usesOf(rule: RuleModel): MetricUse[] {
  const by: UsedBy | undefined =
    rule.kind === 'unknown' ? undefined : { kind: rule.kind, name: rule.name?.text };
  return promqlOf(rule).flatMap((source): MetricUse[] => {
    const { expr } = source.result();
    return expr ? usesIn(expr, source.region().map, by) : [];
  });
}

/** The metrics and alerts that an expression names, with spans of the host that `map` leads to. */
export function usesIn(expr: Expr, map: OffsetMap, by: UsedBy | undefined): MetricUse[] {
  const selectors = new Map(selectorUses(expr).map((use) => [use.span.from, use]));
  return metricRefs(expr).map(({ name, kind, span }) => {
    const { context, moved, labels = [] } = selectors.get(span.from) ?? {};
    return {
      name,
      kind,
      span: hostSpan(map, span),
      by,
      ...(context && { context }),
      ...(moved && { moved }),
      ...(labels.length > 0 && { labels: labels.map((label) => placed(label, map)) }),
    };
  });
}

function placed({ name, span }: NameUse, map: OffsetMap): NamedSpan {
  return { text: name, span: hostSpan(map, span) };
}

/** The labels that an expression matches, groups by or joins on. */
export function labelUses(expr: Expr | undefined): LabelUse[] {
  const uses: LabelUse[] = [];
  const addList = (list: LabelList | undefined): void => {
    for (const { text } of list?.labels ?? []) if (text) uses.push({ label: text });
  };
  if (!expr) return uses;
  walk(expr, (node) => {
    if (node.kind === 'selector') {
      for (const { label, op, value } of node.matchers) {
        if (label.text === '__name__') continue;
        uses.push({
          label: label.text,
          metric: node.name?.text,
          value: op === '=' ? value?.value : undefined,
        });
      }
    } else if (node.kind === 'aggregate') {
      addList(node.grouping);
    } else if (node.kind === 'binary') {
      addList(node.matching);
      addList(node.group);
    }
  });
  return uses;
}
