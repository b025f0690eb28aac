import type { SelectorContext } from '../../languages/promql/selector-uses';
import { metricUses, type AcrossCheck } from './check';

const AGGREGATIONS = new Set(['sum', 'avg', 'min', 'max', 'quantile', 'topk', 'bottomk', 'stddev', 'stdvar']);
/** Without `-`, which people use for the increase since another time, and without equality, which asks for "never". */
const OPERATORS = new Set(['>', '<', '>=', '<=', '/', '*']);
const RANGE_FUNCTIONS = new Set(['delta', 'idelta', 'deriv', 'avg_over_time', 'predict_linear']);

/** A counter whose value is taken as it is. */
export const counterWithoutRate: AcrossCheck = {
  code: 'metrics/counter-without-rate',
  severity: 'information',
  title: 'Counter without rate',
  explanation:
    'A counter grows as long as its program runs and starts again from 0 with it, so its value says more about how long ' +
    'that was than about what happens. Ask for `rate` or `increase` of it. ' +
    'See [metric types](https://prometheus.io/docs/concepts/metric_types/#counter).',
  *run(facts, model) {
    for (const { name, span, context, moved } of metricUses(facts)) {
      if (!context || moved || !isSuspicious(context)) continue;
      const info = model.info(name);
      if (info?.type !== 'counter') continue;
      yield {
        message: `${name} is a counter (${info.origin}): it grows until its program starts again; use rate or increase of it`,
        span,
      };
    }
  },
};

function isSuspicious({ kind, name }: SelectorContext): boolean {
  switch (kind) {
    case 'aggregate':
      return AGGREGATIONS.has(name);
    case 'operator':
      return OPERATORS.has(name);
    case 'range':
      return RANGE_FUNCTIONS.has(name);
    case 'call':
      return name === 'histogram_quantile';
  }
}
