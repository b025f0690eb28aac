import type { CallExpr, Expr } from '../../languages/promql/ast';
import { mayHave } from '../../languages/promql/label-sets';
import { resultLabels } from '../../languages/promql/result-labels';
import { selectorUses } from '../../languages/promql/selector-uses';
import { walk } from '../../languages/promql/tree';
import type { PromqlCheck } from './check';

/** Functions that read classic buckets, with the place of the vector among their arguments. */
const READS_BUCKETS = new Map([
  ['histogram_quantile', 1],
  ['histogram_fraction', 2],
]);

/** A quantile of buckets whose bounds an aggregation has dropped. */
export const quantileWithoutLe: PromqlCheck = {
  code: 'promql/quantile-without-le',
  severity: 'warning',
  title: 'Quantile without the label le',
  explanation:
    'The buckets of a classic histogram are told apart by their label `le`. `histogram_quantile` and `histogram_fraction` ' +
    'leave out series without it, so after an aggregation that drops `le` they give nothing. Keep it: ' +
    '`histogram_quantile(0.95, sum by (le, job) (rate(x_bucket[5m])))`. See ' +
    '[histogram_quantile](https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile).',
  *run(expr) {
    const calls: { call: CallExpr; vector: Expr }[] = [];
    walk(expr, (node) => {
      if (node.kind !== 'call') return;
      const vector = node.args[READS_BUCKETS.get(node.func.text) ?? -1];
      if (vector) calls.push({ call: node, vector });
    });
    for (const { call, vector } of calls) {
      // Native histograms have no such label.
      if (!selectorUses(vector).some(({ name }) => name.endsWith('_bucket'))) continue;
      if (mayHave(resultLabels(vector), 'le')) continue;
      yield {
        message: `${call.func.text} needs the label le, which is dropped before: aggregate by (le, …)`,
        span: call.func.span,
      };
    }
  },
};
