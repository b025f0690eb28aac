import { metricUses, type AcrossCheck, type MetricModel } from './check';
import { nearestIn, replaceBy } from './nearest';

/** A name in the form of recording rules that no rule records. */
export const unknownRecordingRule: AcrossCheck = {
  code: 'metrics/unknown-recording-rule',
  severity: 'warning',
  title: 'Recording rule that does not exist',
  explanation:
    'Names with colons are those of [recording rules](https://prometheus.io/docs/practices/rules/). No rule of this ' +
    'workspace records this one, though rules of it record others of the same level and metric. An expression that asks ' +
    'for it has no result: an alert stays silent.',
  *run(facts, model) {
    for (const { name, span } of metricUses(facts)) {
      if (!name.includes(':') || model.isRecorded(name) || model.definitions(name).length > 0) continue;
      if (!stemsOf(model).has(stemOf(name))) continue;
      const near = nearestIn(model, name, () => model.recorded());
      const question = near === undefined ? '' : `; did you mean ${near}?`;
      yield {
        message: `no rule of this workspace records ${name}${question}`,
        span,
        fixes: replaceBy(near, name, span),
      };
    }
  },
};

const stems = new WeakMap<MetricModel, ReadonlySet<string>>();

/** The stems of all that is recorded. */
function stemsOf(model: MetricModel): ReadonlySet<string> {
  let known = stems.get(model);
  if (!known) stems.set(model, (known = new Set(Array.from(model.recorded(), stemOf))));
  return known;
}

/** `job:http` of `job:http_requests:rate5m`: the level, and the first word of the metric. */
function stemOf(name: string): string {
  return /^[^:]*:[^:_]*/.exec(name)?.[0] ?? name;
}
