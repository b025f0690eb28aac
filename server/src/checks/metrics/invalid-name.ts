import { isMetricName, legacyName } from '../../formats/rules/names';
import type { MetricCheck } from './check';
import { named, renamed } from './definitions';

/** A name that makes the library fail. */
export const invalidName: MetricCheck = {
  code: 'metrics/invalid-name',
  severity: 'warning',
  title: 'Metric name that the library refuses',
  explanation:
    'prom-client throws when a metric is made whose name isn’t of letters, digits, `_` and `:`, or begins with a digit.',
  *run(model) {
    for (const { metric, conventions } of named(model)) {
      const { name, library, nameSpan: span } = metric;
      if (name !== '' && isMetricName(name, conventions.scheme)) continue;
      const message = `${library} refuses "${name}": letters, digits, _ and : are allowed, and no digit first`;
      yield { span, message, fixes: name === '' ? [] : renamed(metric, legacyName(name, true)) };
    }
  },
};

/** A name that only newer versions of Prometheus take. */
export const utf8Name: MetricCheck = {
  code: 'metrics/utf8-name',
  severity: 'information',
  title: 'Metric name that needs quotes',
  explanation:
    'Since version 3 Prometheus takes any UTF-8 in names, but PromQL needs quotes for them, `{"http.requests"}`, and older ' +
    'programs get other names or refuse them. Letters, digits and `_` work everywhere.',
  *run(model) {
    for (const { metric, conventions } of named(model)) {
      const { name, nameSpan: span } = metric;
      if (conventions.scheme === 'legacy' || name === '' || isMetricName(name, 'legacy')) continue;
      const plain = legacyName(name, true);
      const message = `PromQL needs quotes for "${name}": {"${name}"}; ${plain} works everywhere`;
      yield { span, message, fixes: renamed(metric, plain) };
    }
  },
};
