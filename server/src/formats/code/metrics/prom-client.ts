import { classOf, importedPath, type ImportedPath } from '../../../languages/code/names';
import type { CodeCall, CodeFile, CodeObject, CodeValue } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import type { LabelWrite, MetricDefinition } from '../../metrics/definition';
import { callArguments, optionArguments, type Arguments } from './arguments';
import {
  exponentialBuckets,
  helpPart,
  itemsSpan,
  labelPart,
  linearBuckets,
  nameParts,
  numbersOf,
  registryPart,
  slotInObject,
} from './definition-parts';
import type { MetricLibrary, Metrics } from './library';
import { implied } from './implied';
import { defaultMetrics } from './prom-client-defaults';
import { closedList, objectOf, textOf } from '../values';
import { objectWrite, valuesWrite } from './writes';

const MODULE = 'prom-client';

/** Classes of prom-client, index.js. */
const CLASSES: ReadonlyMap<string, MetricType> = new Map([
  ['Counter', 'counter'],
  ['Gauge', 'gauge'],
  ['Histogram', 'histogram'],
  ['Summary', 'summary'],
]);

/** `new Histogram('name', 'help', ['label'], { buckets })`, up to version 10; the labels could be left out. */
const OLD_PARAMETERS = ['name', 'help', 'labelNames', 'options'];

/** lib/histogram.js and lib/summary.js. */
const DEFAULT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const DEFAULT_PERCENTILES = [0.01, 0.05, 0.5, 0.9, 0.95, 0.99, 0.999];

/** siimon/prom-client, as of 15.1; also its old positional form. */
export const promClient: MetricLibrary = {
  language: 'javascript',
  words: ['prom-client'],
  define(call, file) {
    const { module, path } = importedPath(call.callee) ?? {};
    if (module !== MODULE || !path) return [];
    const [name = ''] = path.slice(-1);
    if (path.includes('collectDefaultMetrics')) return defaultMetricsOf(call, file);
    const type = CLASSES.get(name);
    return type && path.length === 1 ? definition(type, call, file) : [];
  },
  nameOf: registered,
  children: new Set(['labels']),
  write,
};

function definition(type: MetricType, call: CodeCall, file: CodeFile): MetricDefinition[] {
  const [first, , third, fourth] = call.args;
  if (first?.kind === 'object') return fromOptions(type, first, call, file, MODULE);
  const given = callArguments(call, OLD_PARAMETERS);
  const more = objectOf(third?.kind === 'object' ? third : fourth);
  const labelled: Arguments =
    third?.kind === 'object'
      ? { ...given, lacks: (name) => name === 'labelNames' || given.lacks(name) }
      : given;
  const name = nameParts(given.value('name'), call.calleeSpan);
  if (!name) return [];
  const labels = labelPart(labelled, 'labelNames', file);
  return [
    {
      ...name,
      type,
      ...helpPart(given, 'help'),
      ...labels,
      ...distribution(type, more ? optionArguments(more) : NOTHING, file),
      library: MODULE,
      span: call.span,
    },
  ];
}

const NOTHING: Arguments = { value: () => undefined, lacks: () => true, place: () => undefined };

/**
 * The metric that an object of prom-client's options defines.
 * @param call the call that makes it
 */
export function fromOptions(
  type: MetricType,
  options: CodeObject,
  call: CodeCall,
  file: CodeFile,
  library: string,
  prefix = '',
): MetricDefinition[] {
  const given = optionArguments(options);
  const name = nameParts(given.value('name'), given.place('name') ?? call.calleeSpan, prefix);
  if (!name) return [];
  const labelSlot = given.lacks('labelNames') ? slotInObject('labelNames', options, file.text) : undefined;
  return [
    {
      ...name,
      type,
      ...helpPart(given, 'help'),
      ...(labelSlot && { labelSlot }),
      ...labelPart(given, 'labelNames', file),
      ...distribution(type, given, file),
      ...registryOf(given, file),
      library,
      span: call.span,
    },
  ];
}

/** lib/metric.js: without `registers` it is the default one. */
function registryOf(given: Arguments, file: CodeFile): Pick<MetricDefinition, 'registry'> {
  if (given.lacks('registers')) return {};
  const [registry, more] = closedList(given.value('registers'))?.items ?? [];
  const isDefault = ({ module, path }: ImportedPath): boolean =>
    module === MODULE && /^(?:register|globalRegistry)$/.test(path.at(-1) ?? '');
  return registryPart(more ? undefined : registry, file, isDefault);
}

/** Buckets of histograms and quantiles of summaries. */
export function distribution(
  type: MetricType,
  given: Arguments,
  file: CodeFile,
): Pick<MetricDefinition, 'buckets' | 'bucketsSpan' | 'quantiles'> {
  if (type === 'histogram') {
    if (given.lacks('buckets')) return { buckets: DEFAULT_BUCKETS };
    const value = given.value('buckets');
    const buckets = numbersOf(value, file) ?? computedBuckets(value);
    const bucketsSpan = itemsSpan(value);
    return { ...(buckets && { buckets }), ...(buckets && bucketsSpan && { bucketsSpan }) };
  }
  if (type !== 'summary') return {};
  const quantiles = given.lacks('percentiles')
    ? DEFAULT_PERCENTILES
    : numbersOf(given.value('percentiles'), file);
  return quantiles ? { quantiles } : {};
}

/** lib/bucketGenerators.js */
function computedBuckets(value: CodeValue | undefined): number[] | undefined {
  if (value?.kind !== 'call') return undefined;
  const { module, path } = importedPath(value.callee) ?? {};
  if (module !== MODULE) return undefined;
  const numbers = value.args.map((arg) => (arg.kind === 'number' ? arg.value : undefined));
  if (path?.at(-1) === 'linearBuckets') return linearBuckets(numbers);
  return path?.at(-1) === 'exponentialBuckets' ? exponentialBuckets(numbers) : undefined;
}

function defaultMetricsOf(call: CodeCall, file: CodeFile): MetricDefinition[] {
  const [config] = call.args;
  return implied(call, MODULE, defaultMetrics(config, file));
}

/** Methods that take an object of labels first, or values for all labels. */
const BY_VALUES: ReadonlySet<string> = new Set(['labels', 'remove']);

/** Methods that take an object of labels first, or none. */
const BY_OBJECT: ReadonlySet<string> = new Set([
  'inc',
  'dec',
  'set',
  'setToCurrentTime',
  'observe',
  'startTimer',
  'zero',
]);

/** lib/counter.js, lib/gauge.js, lib/histogram.js, lib/summary.js. */
function write(call: CodeCall, metrics: Metrics): LabelWrite | undefined {
  const { callee } = call;
  // `end({ … })` of `const end = histogram.startTimer()`.
  if (callee.kind === 'call') {
    const timer = callee.callee;
    if (timer.kind !== 'member' || timer.name !== 'startTimer') return undefined;
    return written(call, timer.object, metrics, objectWrite);
  }
  if (callee.kind !== 'member') return undefined;
  if (BY_VALUES.has(callee.name)) return written(call, callee.object, metrics, valuesWrite);
  return BY_OBJECT.has(callee.name) ? written(call, callee.object, metrics, objectWrite) : undefined;
}

function written(
  call: CodeCall,
  object: CodeValue,
  metrics: Metrics,
  as: typeof objectWrite,
): LabelWrite | undefined {
  const metric = metrics.of(object);
  const name = metric?.name ?? metrics.nameOf(object);
  if (name === undefined && !isInstance(object)) return undefined;
  return as(call, metrics.file, { ...(name !== undefined && { name }), labels: metric?.labels });
}

/** A value that its type says is a metric. */
function isInstance(value: CodeValue): boolean {
  const { module, path } = classOf(value) ?? {};
  return module === MODULE && path?.length === 1 && CLASSES.has(path[0] ?? '');
}

/** The name in `register.getSingleMetric('name')`. */
function registered(value: CodeValue): string | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  return value.callee.name === 'getSingleMetric' ? textOf(value.args[0]) : undefined;
}
