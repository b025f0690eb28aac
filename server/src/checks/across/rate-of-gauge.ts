import { metricUses, type AcrossCheck } from './check';

/** Names that only counters should have: where a gauge has one, its definition is at fault. */
const OF_COUNTERS = /_(?:total|count|sum)$/;

const FOR_COUNTERS = new Set(['rate', 'irate', 'increase', 'resets']);

/** A function for counters that is given a gauge. */
export const rateOfGauge: AcrossCheck = {
  code: 'metrics/rate-of-gauge',
  severity: 'warning',
  title: 'Function for counters on a gauge',
  explanation:
    '`rate`, `irate`, `increase` and `resets` take every fall of a value for a counter that started again from 0, so on a ' +
    'gauge, which falls and rises, they add up nonsense. Use `delta` or `deriv` for how a gauge changes, or ' +
    '`avg_over_time` and the like for its values. See [metric types](https://prometheus.io/docs/concepts/metric_types/).',
  *run(facts, model) {
    for (const { name, span, context } of metricUses(facts)) {
      if (context?.kind !== 'range' || !FOR_COUNTERS.has(context.name)) continue;
      const info = model.info(name);
      if (info?.type !== 'gauge' || OF_COUNTERS.test(name) || isContradicted(name, model)) continue;
      yield {
        message: `${name} is a gauge (${info.origin}): ${context.name} is for counters; use delta or deriv for how it changes`,
        span,
      };
    }
  },
};

/** True where definitions give the metric more than one type. */
function isContradicted(name: string, model: Parameters<AcrossCheck['run']>[1]): boolean {
  return new Set(model.definitions(name).map(({ definition }) => definition.type)).size > 1;
}
