import type { MetricCheck } from './check';
import { named } from './definitions';
import { ABBREVIATIONS } from './units';

/** promlint: "metric names should not contain abbreviated units". */
export const abbreviatedUnit: MetricCheck = {
  code: 'metrics/abbreviated-unit',
  severity: 'information',
  title: 'Abbreviated unit',
  explanation: 'Units are written out: `_seconds`, not `_s` or `_ms`; `_bytes`, not `_kb`.',
  *run(model) {
    for (const { metric } of named(model)) {
      const [, ...words] = metric.name.toLowerCase().split('_');
      const unit = words.find((word) => ABBREVIATIONS.has(word));
      if (unit === undefined) continue;
      yield {
        span: metric.nameSpan,
        message: `write the unit out, as a base unit: "${unit}" in ${metric.name}`,
      };
    }
  },
};
