import type { Finding } from '../../text/finding';
import type { AcrossCheck, DocumentFacts, MetricModel } from './check';
import { conflictingType } from './conflicting-type';
import { counterWithoutRate } from './counter-without-rate';
import { adviseOnForeignWrites } from './foreign-writes';
import { histogramWithoutBucket } from './histogram-without-bucket';
import { rateOfGauge } from './rate-of-gauge';
import { unknownLabel } from './unknown-label';
import { unknownMetric } from './unknown-metric';
import { unknownRecordingRule } from './unknown-recording-rule';
import { unusedMetric, unusedRecordingRule } from './unused';

export type { DocumentFacts, MetricModel } from './check';

/** Every check that looks across files, in the order of the documentation. */
export const ACROSS_CHECKS: readonly AcrossCheck[] = [
  unknownMetric,
  unknownRecordingRule,
  unknownLabel,
  histogramWithoutBucket,
  rateOfGauge,
  counterWithoutRate,
  conflictingType,
  unusedRecordingRule,
  unusedMetric,
];

/** What the checks advise on a document, or a piece of one; spans as in the facts. */
export function adviseAcross(facts: DocumentFacts, model: MetricModel): Finding[] {
  const found = ACROSS_CHECKS.flatMap((check) =>
    Array.from(check.run(facts, model), (advice) => ({
      code: check.code,
      severity: check.severity,
      ...advice,
    })),
  );
  return [...found, ...adviseOnForeignWrites(facts, model)];
}
