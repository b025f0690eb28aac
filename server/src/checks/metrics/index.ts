import type { Finding } from '../../text/finding';
import { abbreviatedUnit } from './abbreviated-unit';
import { baseUnit } from './base-unit';
import { bucketOrder } from './bucket-order';
import { camelCase } from './camel-case';
import type { MetricCheck, MetricsModel } from './check';
import { colonInName } from './colon-in-name';
import { duplicateRegistration } from './duplicate-registration';
import { invalidLabelName } from './invalid-label-name';
import { invalidName, utf8Name } from './invalid-name';
import { labelCount } from './label-count';
import { missingHelp, noHelp } from './no-help';
import { reservedSuffix } from './reserved-suffix';
import { counterWithoutTotal, totalWithoutCounter } from './total-suffix';
import { typeInName } from './type-in-name';
import { unboundedLabel } from './unbounded-label';
import { undeclaredLabel } from './undeclared-label';
import { unitSuffix } from './unit-suffix';

export type { MetricCheck, MetricsModel } from './check';

/** Every check on metrics in programs, in the order of the documentation. */
export const METRIC_CHECKS: readonly MetricCheck[] = [
  invalidName,
  utf8Name,
  counterWithoutTotal,
  totalWithoutCounter,
  missingHelp,
  noHelp,
  baseUnit,
  abbreviatedUnit,
  unitSuffix,
  reservedSuffix,
  typeInName,
  colonInName,
  camelCase,
  invalidLabelName,
  undeclaredLabel,
  labelCount,
  duplicateRegistration,
  unboundedLabel,
  bucketOrder,
];

/** What the checks advise on the metrics of a program; spans as in the model. */
export function adviseOnMetrics(model: MetricsModel): Finding[] {
  return METRIC_CHECKS.flatMap((check) =>
    Array.from(check.run(model), (advice) => ({ code: check.code, severity: check.severity, ...advice })),
  );
}
