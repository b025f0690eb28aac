import { importedPath } from '../../../languages/code/names';
import type { CodeFile, CodeObject, CodeValue } from '../../../languages/code/tree';
import { optionArguments, type Arguments } from './arguments';
import { nameParts, numbersOf } from './definition-parts';
import { implied, impliedLabels, type ImpliedMetric } from './implied';
import type { MetricLibrary } from './library';
import { defaultMetrics } from './prom-client-defaults';
import { objectOf, textOf, valueAt } from '../values';

const MODULE = 'express-prom-bundle';
const USUAL = {
  name: 'http_request_duration_seconds',
  type: 'histogram',
  help: 'How long HTTP requests took.',
} as const;
const UP = { name: 'up', type: 'gauge', help: '1 while the program runs.', labels: [] } as const;

/** main() in src/index.js of express-prom-bundle 8. */
const BUCKETS = [0.003, 0.03, 0.1, 0.3, 1.5, 10];
const DEFAULTS = { buckets: BUCKETS, percentiles: [0.5, 0.75, 0.95, 0.98, 0.99, 0.999] };

/** `app.use(promBundle({ includeMethod: true, httpDurationMetricName, … }))` */
export const expressPromBundle: MetricLibrary = {
  language: 'javascript',
  words: [MODULE],
  define(call, file) {
    const { module, path } = importedPath(call.callee) ?? {};
    if (module !== MODULE || path?.length !== 0) return [];
    return implied(call, MODULE, metrics(call.args[0], file));
  },
};

function metrics(argument: CodeValue | undefined, file: CodeFile): ImpliedMetric[] {
  const options = objectOf(argument);
  if (!options) {
    const labels = impliedLabels(['status_code']);
    return argument ? [USUAL] : [{ ...USUAL, labels, buckets: BUCKETS }, UP];
  }
  const given = optionArguments(options);
  const defaults = valueAt(given.value('promClient'), 'collectDefaultMetrics');
  return [
    ...duration(options, given, file),
    ...(isFalse(given.value('includeUp'))
      ? []
      : [{ ...UP, name: `${textOf(valueAt(defaults, 'prefix')) ?? ''}up` }]),
    ...(defaults ? defaultMetrics(defaults, file) : []),
  ];
}

function duration(options: CodeObject, given: Arguments, file: CodeFile): ImpliedMetric[] {
  const name = given.lacks('httpDurationMetricName')
    ? USUAL
    : nameParts(given.value('httpDurationMetricName'), options.span);
  if (!name) return [];
  const type = textOf(given.value('metricType')) === 'summary' ? 'summary' : 'histogram';
  const bounds = type === 'summary' ? 'percentiles' : 'buckets';
  const numbers = given.lacks(bounds) ? DEFAULTS[bounds] : numbersOf(given.value(bounds), file);
  const labels = options.open ? undefined : labelNames(options);
  return [
    {
      ...USUAL,
      ...name,
      type,
      ...(labels && { labels: impliedLabels(labels) }),
      ...(numbers && (type === 'summary' ? { quantiles: numbers } : { buckets: numbers })),
    },
  ];
}

/** Labels by the options; undefined where they can't be told. */
function labelNames(options: CodeValue): string[] | undefined {
  const custom = valueAt(options, 'customLabels');
  if (custom && (custom.kind !== 'object' || custom.open)) return undefined;
  const [method, path] = [valueAt(options, 'includeMethod'), valueAt(options, 'includePath')];
  if ([method, path].some((value) => value && value.kind !== 'boolean')) return undefined;
  return [
    'status_code',
    ...(isTrue(method) ? ['method'] : []),
    ...(isTrue(path) ? ['path'] : []),
    ...(custom?.entries.map(({ name }) => name) ?? []),
  ];
}

function isTrue(value: CodeValue | undefined): boolean {
  return value?.kind === 'boolean' && value.value;
}

function isFalse(value: CodeValue | undefined): boolean {
  return value?.kind === 'boolean' && !value.value;
}
