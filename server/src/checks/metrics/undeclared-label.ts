import type { MetricDefinition, WrittenLabel } from '../../formats/metrics/definition';
import type { Fix } from '../../text/finding';
import { closest } from '../../text/similar';
import type { MetricCheck } from './check';
import { declaredFor } from './definitions';

/** A label set that the metric doesn't declare. */
export const undeclaredLabel: MetricCheck = {
  code: 'metrics/undeclared-label',
  severity: 'warning',
  title: 'Label that the metric doesn’t declare',
  explanation:
    'A client library throws where a label is set that the definition of the metric doesn’t list (`labelNames`), often ' +
    'only when that line runs for the first time.',
  *run(model) {
    const definitionsOf = declaredFor(model);
    for (const write of model.writes) {
      const [first, ...others] = definitionsOf(write);
      if (!first) continue;
      const known = new Set([first, ...others].flatMap(({ labels }) => labels));
      for (const label of write.labels) {
        if (!label.nameSpan || known.has(label.name)) continue;
        const { metric } = first;
        const near = closest(label.name, known);
        const listed = known.size > 0 ? `, only ${[...known].join(', ')}` : '';
        const message = near
          ? `${metric.name} has no label ${label.name}; did you mean ${near}?`
          : `${metric.name} has no label ${label.name}${listed}`;
        yield {
          span: label.nameSpan,
          message,
          fixes: fixes(label, near, others.length > 0 ? undefined : metric),
        };
      }
    }
  },
};

function fixes(
  { name, nameSpan }: WrittenLabel,
  near: string | undefined,
  metric: MetricDefinition | undefined,
): Fix[] {
  const result: Fix[] = [];
  if (near !== undefined && nameSpan) {
    result.push({ title: `Write ${near}`, edits: [{ span: nameSpan, newText: near }] });
  }
  if (metric?.labelSlot) {
    const { at, before, after } = metric.labelSlot;
    const edits = [{ span: { from: at, to: at }, newText: before + name + after }];
    result.push({ title: `Declare the label ${name} of ${metric.name}`, edits });
  }
  return result;
}
