import type { LabelDefinition, MetricDefinition } from '../../formats/metrics/definition';
import type { MetricCheck } from './check';
import { definitions } from './definitions';

/** One name, two meanings. */
export const duplicateRegistration: MetricCheck = {
  code: 'metrics/duplicate-registration',
  severity: 'warning',
  title: 'One name for two metrics',
  explanation:
    'A registry takes a name once. Of two metrics of one name with different types or labels, making the second fails.',
  *run(model) {
    const first = new Map<string, MetricDefinition>();
    for (const { metric } of definitions(model)) {
      const { name, registry = '' } = metric;
      if (registry === '?') continue;
      const key = `${name} ${registry}`;
      const before = first.get(key);
      if (!before) first.set(key, metric);
      else {
        const difference = differs(before, metric);
        if (difference === undefined) continue;
        const message = `${name} is already defined, with ${difference}`;
        const related = [{ span: before.nameSpan, message: 'the first definition' }];
        yield { span: metric.nameSpan, message, related };
      }
    }
  },
};

/** Descriptions without a type, as those of Go's collectors, are not registered by themselves. */
function differs(a: MetricDefinition, b: MetricDefinition): string | undefined {
  if (a.type === 'unknown' || b.type === 'unknown') return undefined;
  if (a.type !== b.type) return `the type ${a.type}`;
  if (!a.labels || !b.labels || sorted(a.labels) === sorted(b.labels)) return undefined;
  return a.labels.length === 0 ? 'no labels' : `the labels ${a.labels.map(({ name }) => name).join(', ')}`;
}

function sorted(labels: readonly LabelDefinition[]): string {
  const names = labels.map(({ name }) => name);
  return names.sort().join(' ');
}
