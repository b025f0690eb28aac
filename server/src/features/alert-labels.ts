import { resultLabels } from '../languages/promql/result-labels';
import type { PartialLabels } from '../formats/alertmanager/routing/reach';
import type { GroupModel, RuleModel } from '../formats/rules/model';
import { USUAL_EXTERNAL_LABELS } from '../workspace/external-labels';

/** What is known of the labels of a rule's alerts, before there are any. */
export interface AlertLabels extends PartialLabels {
  readonly known: ReadonlyMap<string, string>;
  /** Those whose values only Prometheus knows: of templates, and that the expression keeps. */
  readonly unknown: readonly string[];
}

/**
 * The labels of an alerting rule's alerts: its own and its group's, as far as they aren't templates, and those that its
 * expression keeps. The external labels of their Prometheus can't be known; those that are usual are possible.
 */
export function alertLabels(rule: RuleModel, group: GroupModel | undefined): AlertLabels {
  const known = new Map<string, string>();
  const open = new Set<string>();
  for (const { name, text } of [...(group?.labels ?? []), ...rule.labels]) {
    if (text.includes('{{')) {
      open.add(name.text);
      known.delete(name.text);
    } else {
      known.set(name.text, text);
      open.delete(name.text);
    }
  }
  if (rule.name) known.set('alertname', rule.name.text);
  const expr = rule.expr?.result().expr;
  const kept = expr && resultLabels(expr);
  if (kept?.kind !== 'only') return { known, unknown: [...open] };
  const unknown = [...new Set([...open, ...kept.labels])].filter((name) => !known.has(name));
  return { known, unknown, possible: new Set([...unknown, ...USUAL_EXTERNAL_LABELS]) };
}
