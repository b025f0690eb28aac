import { resultLabels } from '../../languages/promql/result-labels';
import type { LabelWrite, MetricDefinition } from '../metrics/definition';
import { labelUses, usesIn, type MetricUse, type RuleFacts } from '../rules/facts';
import type { HostReading, HostedRule } from './host';
import type { HostedFragment } from './hosted';

/** What a host says that others may want to know. Spans are of the document. */
export interface HostFacts extends RuleFacts {
  readonly metrics: readonly MetricDefinition[];
  readonly writes: readonly LabelWrite[];
}

/** @param fragments the reading's texts, read */
export function hostFacts(reading: HostReading, fragments: readonly HostedFragment[]): HostFacts {
  const queries = fragments.flatMap((fragment) =>
    fragment.language === 'promql'
      ? [{ expr: fragment.result.expr, map: fragment.hosted.region.map, by: fragment.hosted.by }]
      : fragment.queries.map((query) => ({
          expr: query.result().expr,
          map: query.region().map,
          by: fragment.hosted.by,
        })),
  );
  return {
    groups: [],
    rules: reading.rules.map((rule) => ruleFact(rule, reading, fragments)),
    uses: [...queries.flatMap(({ expr, map, by }) => (expr ? usesIn(expr, map, by) : [])), ...named(reading)],
    labels: queries.flatMap(({ expr }) => labelUses(expr)),
    metrics: reading.metrics,
    writes: reading.writes,
  };
}

function named({ names = [] }: HostReading): MetricUse[] {
  return names.flatMap(({ kind, name, span, by }) => (kind === 'alert' ? [{ kind, name, span, by }] : []));
}

function ruleFact(
  { kind, name, labels, annotations, expr }: HostedRule,
  { texts }: HostReading,
  fragments: readonly HostedFragment[],
) {
  const text = expr === undefined ? undefined : texts[expr];
  const fragment = fragments.find(({ hosted }) => hosted === text);
  const parsed = fragment?.language === 'promql' ? fragment.result.expr : undefined;
  const kept = parsed && kind === 'alert' ? resultLabels(parsed) : undefined;
  return {
    kind,
    name,
    labels,
    kept: kept?.kind === 'only' ? [...kept.labels] : undefined,
    annotations,
    group: -1,
  };
}
