import { storedNames } from '../../formats/metrics/series';
import { metricUses, type AcrossCheck, type MetricModel } from './check';
import { nearestIn, replaceBy } from './nearest';

/** First words of names that say nothing of the program. */
const COMMON =
  /^(?:https?|process|nodejs|go|python|jvm|grpc|rpc|db|sql|cache|queue|jobs?|requests?|responses?|errors?|system|node|container|kube|app|api|web|service|server|client|events?|messages?|tasks?)_/;

/** A metric that nothing defines, though the workspace defines others of that kind. */
export const unknownMetric: AcrossCheck = {
  code: 'metrics/unknown-metric',
  severity: 'warning',
  title: 'Metric that nothing defines',
  explanation:
    'Programs of this workspace define metrics whose names begin with the same word, but none of this name; no recording ' +
    'rule records it, and it is not a metric of a common exporter. An expression that asks for it has no result: an ' +
    'alert stays silent. Metrics whose names begin otherwise are taken to come from elsewhere; so are those that begin ' +
    'with a word that many programs use (`http`, `process`, …), unless one of the workspace has nearly the same name. ' +
    'Where none has, it is an information only: a library may bring the metric, or a program may put its name together.',
  *run(facts, model) {
    for (const { name, span } of metricUses(facts)) {
      if (name.includes(':') || !model.definesNamespaceOf(name)) continue;
      if (model.definitions(name).length > 0 || model.isRecorded(name) || model.isWellKnown(name)) continue;
      const near = meant(name, model);
      if (near === undefined && COMMON.test(name)) continue;
      const question = near === undefined ? '' : `; did you mean ${near}?`;
      yield {
        message: `nothing in this workspace defines ${name}${question}`,
        span,
        fixes: replaceBy(near, name, span),
        ...(near === undefined && { severity: 'information' }),
      };
    }
  },
};

/** The name that was most likely meant: most clients end names of counters in `_total` by themselves. */
function meant(name: string, model: MetricModel): string | undefined {
  const counted = `${name}_total`;
  return model.definitions(counted).length > 0 ? counted : nearestIn(model, name, () => namesOf(model));
}

function* namesOf(model: MetricModel): Iterable<string> {
  for (const name of model.defined()) {
    // A histogram has no series of its own name.
    if (model.definitions(name).some(({ definition }) => storedNames(definition).includes(name))) yield name;
  }
  yield* model.recorded();
}
