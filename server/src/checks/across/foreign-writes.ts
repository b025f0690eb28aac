import type { Finding } from '../../text/finding';
import { labelCount } from '../metrics/label-count';
import { undeclaredLabel } from '../metrics/undeclared-label';
import type { DocumentFacts, MetricModel } from './check';

/** The checks on writes, which look at the definition too. */
const CHECKS = [undeclaredLabel, labelCount];

/** What the checks on writes say of those to metrics that other files define. */
export function adviseOnForeignWrites(
  { metrics = [], writes = [] }: DocumentFacts,
  model: MetricModel,
): Finding[] {
  const own = new Set(metrics.map(({ name }) => name));
  const foreign = writes.filter(({ metric }) => metric !== undefined && !own.has(metric));
  if (foreign.length === 0) return [];
  const names = new Set(foreign.flatMap(({ metric = [] }) => metric));
  const definitions = [...names].flatMap((name) =>
    model
      .definitions(name)
      .filter(({ definition }) => definition.name === name)
      // A label can't be added here.
      .map(({ definition }) => ({ ...definition, labelSlot: undefined })),
  );
  return CHECKS.flatMap((check) =>
    Array.from(check.run({ metrics: definitions, writes: foreign }), (advice) => ({
      code: check.code,
      severity: check.severity,
      ...advice,
    })),
  );
}
