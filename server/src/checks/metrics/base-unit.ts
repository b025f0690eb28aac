import type { MetricCheck } from './check';
import { named } from './definitions';
import { unitIn } from './units';

/** promlint: "use base unit … instead of …". */
export const baseUnit: MetricCheck = {
  code: 'metrics/base-unit',
  severity: 'information',
  title: 'Unit that is no base unit',
  explanation:
    'Prometheus uses base units everywhere: seconds, bytes, celsius, meters, grams, joules, volts, amperes. Dashboards ' +
    'scale them for people, and nobody has to convert in queries. The program has to convert where it sets the value.',
  *run(model) {
    for (const { metric } of named(model)) {
      const { unit, base } = unitIn(metric.name) ?? {};
      if (unit === undefined || base === undefined || unit === base) continue;
      yield { span: metric.nameSpan, message: `measure in ${base} instead of ${unit}, and name it so` };
    }
  },
};
