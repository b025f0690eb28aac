import { classOf, importedPath } from '../../../languages/code/names';
import type { CodeCall, CodeFile, CodeValue } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import type { LabelDefinition, LabelWrite, MetricDefinition } from '../../metrics/definition';
import { namePrefix } from '../../metrics/names';
import { createdName, storedNames } from '../../metrics/series';
import { callArguments, type Arguments } from './arguments';
import {
  helpPart,
  itemsSpan,
  labelPart,
  nameParts,
  numbersOf,
  registryPart,
  slotInCall,
  withEnding,
  type NameParts,
} from './definition-parts';
import type { MetricLibrary, Metrics } from './library';
import { labelledBy, keywordWrite, positionalWrite } from './writes';
import { closedList, objectOf, textOf } from '../values';

const LIBRARY = 'prometheus_client';

/** A class of the library, and how it is called. */
interface MetricClass {
  readonly type: MetricType;
  readonly parameters: readonly string[];
  /** The parameter with the labels' names. */
  readonly labels: string;
  /** What ends the name that Prometheus stores, as in `_info`. */
  readonly ending?: '_total' | '_info';
  /** True of those that count since they were made, and say since when in `_created`. */
  readonly created?: boolean;
}

const USUAL = [
  'name',
  'documentation',
  'labelnames',
  'namespace',
  'subsystem',
  'unit',
  'registry',
  '_labelvalues',
];
const ONE_VALUE = ['name', 'documentation', 'value', 'labels'];

/** metrics.py and metrics_core.py of prometheus/client_python, 0.23. */
const CLASSES: ReadonlyMap<string, MetricClass> = new Map<string, MetricClass>([
  ['Counter', { type: 'counter', parameters: USUAL, labels: 'labelnames', ending: '_total', created: true }],
  ['Gauge', { type: 'gauge', parameters: [...USUAL, 'multiprocess_mode'], labels: 'labelnames' }],
  ['Summary', { type: 'summary', parameters: USUAL, labels: 'labelnames', created: true }],
  [
    'Histogram',
    { type: 'histogram', parameters: [...USUAL, 'buckets'], labels: 'labelnames', created: true },
  ],
  ['Info', { type: 'info', parameters: USUAL, labels: 'labelnames', ending: '_info' }],
  ['Enum', { type: 'gauge', parameters: [...USUAL, 'states'], labels: 'labelnames' }],
  ['CounterMetricFamily', { type: 'counter', parameters: ONE_VALUE, labels: 'labels', ending: '_total' }],
  ['GaugeMetricFamily', { type: 'gauge', parameters: ONE_VALUE, labels: 'labels' }],
  ['UntypedMetricFamily', { type: 'unknown', parameters: ONE_VALUE, labels: 'labels' }],
  ['UnknownMetricFamily', { type: 'unknown', parameters: ONE_VALUE, labels: 'labels' }],
  ['InfoMetricFamily', { type: 'info', parameters: ONE_VALUE, labels: 'labels', ending: '_info' }],
  [
    'SummaryMetricFamily',
    {
      type: 'summary',
      parameters: ['name', 'documentation', 'count_value', 'sum_value', 'labels'],
      labels: 'labels',
    },
  ],
  [
    'HistogramMetricFamily',
    {
      type: 'histogram',
      parameters: ['name', 'documentation', 'buckets', 'sum_value', 'labels'],
      labels: 'labels',
    },
  ],
]);

const DEFAULT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** `Counter('api_requests', 'All requests', ['method'], namespace='app')`, and the families of own collectors. */
export const prometheusClient: MetricLibrary = {
  language: 'python',
  words: ['prometheus_client'],
  define(call, file) {
    const name = classNameOf(importedPath(call.callee));
    const known = name === undefined ? undefined : CLASSES.get(name);
    if (name === undefined || !known) return [];
    const given = callArguments(call, known.parameters);
    const metric = named(call, known, given);
    if (!metric) return [];
    return [
      {
        ...metric,
        type: known.type,
        ...helpPart(given, 'documentation'),
        ...unitPart(given),
        ...labels(name, metric, call, known, file),
        ...distribution(known, given, file),
        ...seriesPart(metric.name, known),
        ...registryOf(given, known, file),
        library: LIBRARY,
        span: call.span,
      },
    ];
  },
  children: new Set(['labels']),
  write,
};

/** `Counter` of `prometheus_client` and of its modules. */
function classNameOf(path: ReturnType<typeof importedPath>): string | undefined {
  return path && /^prometheus_client(?:\.|$)/.test(path.module) ? path.path.at(-1) : undefined;
}

/** The name by _build_full_name() of metrics.py; undefined where a part of it is computed. */
function named(call: CodeCall, { ending }: MetricClass, given: Arguments): NameParts | undefined {
  const parts = ['namespace', 'subsystem'].map((part) => known(given, part));
  const unit = known(given, 'unit');
  if (unit === undefined || parts.includes(undefined)) return undefined;
  const front = namePrefix(...parts.map((part) => part ?? ''));
  const name = nameParts(given.value('name'), call.calleeSpan, front);
  if (!name || name.name === front) return undefined;
  const cut = ending === '_total' && name.name.endsWith(ending) ? ending.length : 0;
  const bare = name.name.slice(0, name.name.length - cut);
  const unitEnding = unit !== '' && !bare.endsWith(`_${unit}`) ? `_${unit}` : '';
  return unitEnding === '' && cut > 0 ? name : withEnding(name, cut, unitEnding + (ending ?? ''));
}

/** The text of an argument; empty where it isn't given, undefined where it isn't known. */
function known(given: Arguments, name: string): string | undefined {
  return given.lacks(name) ? '' : textOf(usually(given.value(name)));
}

/** What a value is unless the environment says otherwise: `os.environ.get('PREFIX', 'app')`. */
function usually(value: CodeValue | undefined): CodeValue | undefined {
  const path = value?.kind === 'call' ? importedPath(value.callee) : undefined;
  const isEnvironment = path?.module === 'os' && /^(?:getenv|environ\.get)$/.test(path.path.join('.'));
  return isEnvironment && value?.kind === 'call' ? value.args[1] : value;
}

function unitPart(given: Arguments): Pick<MetricDefinition, 'unit'> {
  const unit = known(given, 'unit');
  return unit ? { unit } : {};
}

function labels(
  className: string,
  { name }: NameParts,
  call: CodeCall,
  { labels: parameter, parameters }: MetricClass,
  file: CodeFile,
): Pick<MetricDefinition, 'labels' | 'labelSlot'> {
  const given = callArguments(call, parameters);
  const declared = labelPart(given, parameter, file);
  const slot = given.lacks(parameter) ? slotInCall(parameter, call, file.text) : undefined;
  // Info sets labels of its own, which only the calls of `info` tell; Enum has the state in a label of its name.
  if (className.startsWith('Info')) return {};
  const more: LabelDefinition[] = className === 'Enum' ? [{ name, fixed: true }] : [];
  return {
    ...(slot && { labelSlot: slot }),
    ...declared,
    ...(declared.labels && { labels: [...declared.labels, ...more] }),
  };
}

function distribution(
  { type, parameters }: MetricClass,
  given: Arguments,
  file: CodeFile,
): Pick<MetricDefinition, 'buckets' | 'bucketsSpan' | 'quantiles'> {
  if (type === 'summary') return { quantiles: [] };
  if (type !== 'histogram') return {};
  if (given.lacks('buckets')) return parameters.includes('registry') ? { buckets: DEFAULT_BUCKETS } : {};
  const value = given.value('buckets');
  const buckets = numbersOf(value, file);
  const bucketsSpan = itemsSpan(closedList(value));
  return buckets ? { buckets, ...(bucketsSpan && { bucketsSpan }) } : {};
}

/** Families are not registered: a collector makes them anew each time that it is asked. */
function registryOf(
  given: Arguments,
  { parameters }: MetricClass,
  file: CodeFile,
): Pick<MetricDefinition, 'registry'> {
  if (!parameters.includes('registry')) return { registry: '?' };
  if (given.lacks('registry')) return {};
  return registryPart(given.value('registry'), file, ({ path }) => path.at(-1) === 'REGISTRY');
}

/** Pages of samples of this library have `_created` too, unless it is told not to. */
function seriesPart(name: string, { type, created }: MetricClass): Pick<MetricDefinition, 'series'> {
  if (!created) return {};
  return { series: [...storedNames({ name, type, quantiles: [] }), createdName(name)] };
}

function write(call: CodeCall, metrics: Metrics): LabelWrite | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || !/^(?:labels|remove|info)$/.test(callee.name)) return undefined;
  const { name } = callee;
  const metric = metrics.of(callee.object);
  if (!metric && !isInstance(callee.object)) return undefined;
  const target = { ...(metric && { name: metric.name }), labels: metric?.labels };
  if (name === 'info') {
    const values = objectOf(call.args[0]);
    return values && metric?.type === 'info' ? labelledBy(values, call, metrics.file, target) : undefined;
  }
  return call.keywords.length > 0
    ? keywordWrite(call, metrics.file, target)
    : positionalWrite(call, metrics.file, target);
}

function isInstance(value: CodeValue): boolean {
  return value.kind === 'instance' && CLASSES.has(classNameOf(classOf(value)) ?? '');
}
