import type { MetricCheck } from './check';
import { named, renamed } from './definitions';

const TOTAL = '_total';

/** promlint: "counter metrics should have "_total" suffix". */
export const counterWithoutTotal: MetricCheck = {
  code: 'metrics/counter-without-total',
  severity: 'warning',
  title: 'Counter without _total',
  explanation:
    'Names of counters end in `_total`, so that everybody sees that they need `rate()` or `increase()`. OpenMetrics ' +
    'demands it, and Prometheus warns in queries where `rate()` is asked of another name.',
  *run(model) {
    for (const { metric, conventions } of named(model)) {
      const { name, type, nameSpan: span } = metric;
      if (type !== 'counter' || conventions.addsTotal || name.endsWith(TOTAL)) continue;
      const message = `the name of a counter should end in _total: ${name}_total`;
      yield { span, message, fixes: renamed(metric, name + TOTAL) };
    }
  },
};

/** promlint: "non-counter metrics should not have "_total" suffix". */
export const totalWithoutCounter: MetricCheck = {
  code: 'metrics/total-without-counter',
  severity: 'warning',
  title: '_total on what is no counter',
  explanation:
    'Names that end in `_total` are taken for counters: people write `rate()` of them, which is nonsense here.',
  *run(model) {
    for (const { metric } of named(model)) {
      const { name, type, nameSpan: span } = metric;
      if (type === 'counter' || type === 'unknown' || !name.endsWith(TOTAL)) continue;
      const message = `only counters should end in _total; ${name} is a ${type}`;
      yield { span, message, fixes: renamed(metric, name.slice(0, -TOTAL.length)) };
    }
  },
};
