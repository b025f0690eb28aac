/** Strings and comments, whose content says nothing of the language. */
const STRING = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`[^`]*`?|#.*/g;

/**
 * True for what can't be PromQL but is LogQL or one of its relatives: a pipeline, or a filter of lines behind a selector.
 * PromQL has no `|`, and compares with no strings.
 */
export function looksLikeLogql(text: string): boolean {
  const code = text.replace(STRING, '""');
  return code.includes('|') || /\}\s*!=\s*""/.test(code);
}

/**
 * True for what only VictoriaMetrics' MetricsQL has, which Grafana asks through data sources of Prometheus' type too.
 * Source: VictoriaMetrics' documentation, MetricsQL.
 */
export function looksLikeMetricsql(text: string): boolean {
  return METRICSQL.test(text.replace(STRING, '""'));
}

const METRICSQL_FUNCTIONS = [
  '(?:top|bottom)k_(?:avg|last|max|median|min)',
  'label_(?:copy|del|graphite_group|keep|lowercase|map|match|mismatch|move|set|transform|uppercase|value)',
  '(?:range|running|rollup)_[a-z]+',
  '(?:increase|rate|delta|changes)_(?:pure|prometheus)',
  'rollup|prometheus_buckets|buckets_limit|histogram_share|outliersk|union|alias|remove_resets',
  'interpolate|keep_(?:last|next)_value|default_rollup|WITH',
];
const METRICSQL = new RegExp(
  `\\b(?:${METRICSQL_FUNCTIONS.join('|')})\\s*\\(|\\bkeep_metric_names\\b|[\\w)\\]}]\\s*\\b(?:if|ifnot|default)\\s+[\\w("]`,
);
