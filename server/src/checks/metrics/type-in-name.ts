import type { MetricCheck } from './check';
import { named } from './definitions';

/** promlint: "metric name should not include type …". */
export const typeInName: MetricCheck = {
  code: 'metrics/type-in-name',
  severity: 'information',
  title: 'Type in the name',
  explanation: 'A name says what is measured and in which unit. The type is known beside it, and may change.',
  *run(model) {
    for (const { metric } of named(model)) {
      const { name, type, nameSpan: span } = metric;
      if (type === 'unknown' || type === 'info') continue;
      if (!`${name.toLowerCase()}_`.includes(`_${type}_`)) continue;
      yield { span, message: `leave the type out of the name: "${type}" in ${name}` };
    }
  },
};
