import type { MetricDefinition } from '../../formats/metrics/definition';
import type { MetricCheck } from './check';
import { named } from './definitions';

/** prom-client: "Missing mandatory help parameter". */
export const missingHelp: MetricCheck = {
  code: 'metrics/missing-help',
  severity: 'warning',
  title: 'Metric without the help that the library demands',
  explanation: 'prom-client throws when a metric is made without `help`.',
  *run(model) {
    for (const { metric, conventions } of named(model)) {
      if (metric.help !== '' || !conventions.needsHelp) continue;
      yield {
        span: metric.nameSpan,
        message: `${metric.name} has no help, without which ${metric.library} throws`,
      };
    }
  },
};

/** promlint: "no help text". */
export const noHelp: MetricCheck = {
  code: 'metrics/no-help',
  severity: 'information',
  title: 'Metric without help',
  explanation: 'The help text is what people see of a metric in Prometheus and Grafana, and here.',
  *run(model) {
    for (const { metric, conventions } of named(model)) {
      if (!isBlank(metric) || (metric.help === '' && conventions.needsHelp)) continue;
      yield { span: metric.nameSpan, message: `${metric.name} has no help text` };
    }
  },
};

function isBlank({ help }: MetricDefinition): boolean {
  return help?.trim() === '';
}
