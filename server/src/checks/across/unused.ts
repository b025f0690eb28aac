import { storedNames } from '../../formats/metrics/series';
import type { AcrossCheck } from './check';

/** A recording rule whose result nothing in the workspace asks for. */
export const unusedRecordingRule: AcrossCheck = {
  code: 'metrics/unused-recording-rule',
  severity: 'hint',
  title: 'Recording rule that nothing uses',
  explanation:
    'No rule, test, dashboard or program of this workspace asks for what this rule records. Prometheus evaluates it all ' +
    'the same. It is right where dashboards outside of the workspace use it; where the workspace uses none of its ' +
    'recording rules, all of that is taken to be elsewhere.',
  *run({ rules = [] }, model) {
    let isTelling: boolean | undefined;
    for (const { kind, name } of rules) {
      if (kind !== 'record' || model.isUsed(name.text)) continue;
      // Where none is used, whatever uses them isn't here.
      if (!(isTelling ??= model.usesRecorded())) return;
      yield { message: `nothing in this workspace uses ${name.text}`, span: name.span };
    }
  },
};

/** A metric that nothing in the workspace asks for. */
export const unusedMetric: AcrossCheck = {
  code: 'metrics/unused-metric',
  severity: 'hint',
  title: 'Metric that nothing uses',
  explanation:
    'No rule, test, dashboard or program of this workspace asks for this metric. Off by default: switch it on with ' +
    '`"alertwright.checks": { "metrics/unused-metric": "hint" }`.',
  *run({ metrics = [] }, model) {
    for (const definition of metrics) {
      if (definition.implied || [definition.name, ...storedNames(definition)].some((n) => model.isUsed(n)))
        continue;
      yield { message: `nothing in this workspace uses ${definition.name}`, span: definition.nameSpan };
    }
  },
};
