import type { AcrossCheck } from './check';

/** A metric that another file defines with another type. */
export const conflictingType: AcrossCheck = {
  code: 'metrics/conflicting-type',
  severity: 'warning',
  title: 'Metric with two types',
  explanation:
    'Two files define a metric of this name with different types. In one program the second registration fails; in ' +
    'two, a query over both mixes values that mean different things.',
  *run({ metrics = [] }, model) {
    // Those of one file are compared by metrics/duplicate-registration.
    const own = new Set(metrics);
    for (const definition of metrics) {
      const { name, type, nameSpan, implied } = definition;
      if (implied || type === 'unknown') continue;
      const other = model
        .definitions(name)
        .find(
          (defined) =>
            !own.has(defined.definition) &&
            defined.definition.name === name &&
            defined.definition.type !== type &&
            defined.definition.type !== 'unknown',
        );
      if (!other) continue;
      const where = model.nameOf(other.uri);
      yield {
        message: `${name} is a ${type} here and a ${other.definition.type} in ${where}`,
        span: nameSpan,
      };
    }
  },
};
