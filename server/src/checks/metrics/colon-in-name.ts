import type { MetricCheck } from './check';
import { named, renamed } from './definitions';

/** promlint: "metric names should not contain ':'". */
export const colonInName: MetricCheck = {
  code: 'metrics/colon-in-name',
  severity: 'warning',
  title: 'Colon in a metric’s name',
  explanation:
    'Colons are for the names of recording rules, `job:http_requests:rate5m`. Programs don’t use them.',
  *run(model) {
    for (const { metric } of named(model)) {
      if (!metric.name.includes(':')) continue;
      const name = metric.name.replace(/:+/g, '_');
      const message = `colons are for recording rules; write ${name}`;
      yield { span: metric.nameSpan, message, fixes: renamed(metric, name) };
    }
  },
};
