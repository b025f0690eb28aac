import { metricUses, type AcrossCheck } from './check';
import { nearest, replaceBy } from './nearest';

/** Labels that Prometheus and service discovery usually add to what a program exposes. */
const TARGET_LABELS = new Set(
  (
    'job instance namespace pod container service endpoint node cluster env environment region zone az datacenter dc ' +
    'app application component team tenant host hostname stage tier project prometheus replica monitor le quantile ' +
    'exported_job exported_instance otel_scope_name otel_scope_version'
  ).split(' '),
);

/** A label that a metric's definition doesn't have. */
export const unknownLabel: AcrossCheck = {
  code: 'metrics/unknown-label',
  severity: 'information',
  title: 'Label that the metric does not have',
  explanation:
    'The program that defines this metric gives it other labels. A matcher on a label that a series does not have compares ' +
    'with the empty text, so most match nothing. It is right where service discovery or relabelling adds the label; ' +
    'those that usually are (`job`, `namespace`, `env`, …) are not reported, nor are those that queries ask of ' +
    'several metrics that no program gives them.',
  *run(facts, model) {
    for (const { name, labels = [] } of metricUses(facts)) {
      if (labels.length === 0) continue;
      const definitions = model.definitions(name);
      const known = definitions
        .flatMap(({ definition }) => definition.labels ?? [])
        .map((label) => label.name);
      if (definitions.length === 0 || definitions.some(({ definition }) => !definition.labels)) continue;
      for (const { text, span } of labels) {
        if (known.includes(text) || TARGET_LABELS.has(text) || text.startsWith('__')) continue;
        if (model.isAddedLabel(text)) continue;
        const near = nearest(text, known);
        const has = known.length === 0 ? 'no labels' : [...new Set(known)].join(', ');
        const where = definitions.map(({ uri }) => model.nameOf(uri))[0] ?? '';
        const question = near === undefined ? '' : `; did you mean ${near}?`;
        yield {
          message: `${name} has no label ${text}: ${where} gives it ${has}${question}`,
          span,
          fixes: replaceBy(near, text, span),
        };
      }
    }
  },
};
