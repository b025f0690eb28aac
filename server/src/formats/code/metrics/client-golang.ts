import { importedPath } from '../../../languages/code/names';
import type { CodeCall, CodeFile, CodeObject, CodeValue } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import type { LabelDefinition, LabelWrite, MetricDefinition } from '../../metrics/definition';
import { namePrefix } from '../../metrics/names';
import { callArguments, optionArguments, type Arguments } from './arguments';
import {
  bucketsOfRange,
  exponentialBuckets,
  helpPart,
  itemsSpan,
  labelPart,
  linearBuckets,
  nameParts,
  numbersOf,
  type NameParts,
} from './definition-parts';
import type { MetricLibrary, Metrics } from './library';
import { perFile } from './per-file';
import { objectOf, textOf } from '../values';
import { labelledBy, positionalWrite } from './writes';

const LIBRARY = 'client_golang';
const MODULE = 'github.com/prometheus/client_golang/prometheus';

/** Options of constructors, in prometheus/ of prometheus/client_golang 1.23. */
const OPTIONS: ReadonlyMap<string, MetricType> = new Map([
  ['CounterOpts', 'counter'],
  ['GaugeOpts', 'gauge'],
  ['UntypedOpts', 'unknown'],
  ['HistogramOpts', 'histogram'],
  ['SummaryOpts', 'summary'],
]);

const DEFAULT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const DESC_PARAMETERS = ['fqName', 'help', 'variableLabels', 'constLabels'];

/** Values of MustNewConstMetric's second argument. */
const VALUE_TYPES: ReadonlyMap<string, MetricType> = new Map([
  ['CounterValue', 'counter'],
  ['GaugeValue', 'gauge'],
]);

/** `promauto.NewCounterVec(prometheus.CounterOpts{Namespace: "app", Name: "x_total"}, []string{"code"})`, NewDesc. */
export const clientGolang: MetricLibrary = {
  language: 'go',
  words: ['client_golang'],
  define(call, file) {
    const name = lastName(call.callee);
    if (name === 'NewDesc' && pathIn(call.callee)) return describe(call, file);
    const options = objectOf(call.args[0]);
    const type = options && optionsType(options);
    return options && type && name?.startsWith('New') ? constructed(type, options, call, file) : [];
  },
  children: new Set([
    'With',
    'WithLabelValues',
    'CurryWith',
    'MustCurryWith',
    'GetMetricWith',
    'GetMetricWithLabelValues',
  ]),
  write,
};

/** The path below one of the library's packages. */
function pathIn(value: CodeValue): readonly string[] | undefined {
  const { module, path } = importedPath(value) ?? {};
  return module === MODULE || module?.startsWith(`${MODULE}/`) ? path : undefined;
}

function optionsType({ type }: CodeObject): MetricType | undefined {
  return OPTIONS.get((type && pathIn(type)?.at(-1)) ?? '');
}

function lastName(value: CodeValue): string | undefined {
  return value.kind === 'member' || value.kind === 'name' ? value.name : undefined;
}

function constructed(
  type: MetricType,
  options: CodeObject,
  call: CodeCall,
  file: CodeFile,
): MetricDefinition[] {
  const given = optionArguments(options);
  const name = joinedName(given, ['Namespace', 'Subsystem', 'Name'], options);
  if (!name) return [];
  const isVector = lastName(call.callee)?.endsWith('Vec') === true;
  const labels = isVector
    ? labelPart(callArguments(call, ['options', 'labels']), 'labels', file)
    : { labels: [] };
  return [
    {
      ...name,
      type,
      ...helpPart(given, 'Help'),
      ...withConstLabels(labels, given, 'ConstLabels'),
      ...distribution(type, given, file),
      library: LIBRARY,
      span: call.span,
    },
  ];
}

/** `prometheus.NewDesc(prometheus.BuildFQName("app", "", "x_total"), "Help", []string{"code"}, nil)` */
function describe(call: CodeCall, file: CodeFile): MetricDefinition[] {
  const given = callArguments(call, DESC_PARAMETERS);
  const [full] = call.args;
  const isBuilt = full?.kind === 'call' && lastName(full.callee) === 'BuildFQName';
  const name = isBuilt
    ? joinedName(
        callArguments(full, ['namespace', 'subsystem', 'name']),
        ['namespace', 'subsystem', 'name'],
        full,
      )
    : nameParts(full, call.calleeSpan);
  if (!name) return [];
  const labels = isNil(given.value('variableLabels'))
    ? { labels: [] }
    : labelPart(given, 'variableLabels', file);
  return [
    {
      ...name,
      type: typeOfDesc(call, file),
      ...helpPart(given, 'help'),
      ...withConstLabels(labels, given, 'constLabels'),
      library: LIBRARY,
      span: call.span,
    },
  ];
}

function joinedName(
  given: Arguments,
  [...parts]: readonly string[],
  { span }: CodeValue,
): NameParts | undefined {
  const last = parts.pop() ?? '';
  const front = parts.map((part) => (given.lacks(part) ? '' : textOf(given.value(part))));
  if (front.includes(undefined)) return undefined;
  const prefix = namePrefix(...front.map((part) => part ?? ''));
  return nameParts(given.value(last), given.place(last) ?? span, prefix);
}

/** The type that MustNewConstMetric gives the description, where all that the file does with it agree. */
function typeOfDesc({ span }: CodeCall, file: CodeFile): MetricType {
  const [type = 'unknown', other] = typesOfDescs(file).get(span.from) ?? [];
  return other === undefined ? type : 'unknown';
}

/** The types that the samples of descriptions have, by where the description begins. */
const typesOfDescs = perFile(({ calls }): ReadonlyMap<number, ReadonlySet<MetricType>> => {
  const types = new Map<number, Set<MetricType>>();
  for (const call of calls) {
    const [desc, valueType] = call.args;
    if (!/^(?:Must)?NewConstMetric$/.test(lastName(call.callee) ?? '')) continue;
    if (desc?.kind !== 'call' || desc.from !== undefined || !valueType) continue;
    const known = types.get(desc.span.from) ?? new Set();
    types.set(desc.span.from, known.add(VALUE_TYPES.get(lastName(valueType) ?? '') ?? 'unknown'));
  }
  return types;
});

function isNil(value: CodeValue | undefined): boolean {
  return value?.kind === 'name' && value.name === 'nil';
}

/** With the labels that the definition gives their values. */
function withConstLabels(
  part: Pick<MetricDefinition, 'labels' | 'labelSlot'>,
  given: Arguments,
  name: string,
): Pick<MetricDefinition, 'labels' | 'labelSlot'> {
  const value = given.value(name);
  if (given.lacks(name) || isNil(value)) return part;
  const constants = objectOf(value);
  if (!constants || constants.open || !part.labels) return {};
  const labels = constants.entries.map((entry): LabelDefinition => ({ name: entry.name, fixed: true }));
  return { ...part, labels: [...part.labels, ...labels] };
}

function distribution(
  type: MetricType,
  given: Arguments,
  file: CodeFile,
): Pick<MetricDefinition, 'buckets' | 'bucketsSpan' | 'quantiles'> {
  if (type === 'summary') {
    if (given.lacks('Objectives')) return { quantiles: [] };
    const quantiles = numericKeys(given.value('Objectives'), file);
    return quantiles ? { quantiles } : {};
  }
  if (type !== 'histogram') return {};
  if (given.lacks('Buckets'))
    return given.lacks('NativeHistogramBucketFactor') ? { buckets: DEFAULT_BUCKETS } : {};
  const value = given.value('Buckets');
  const buckets = numbersOf(value, file) ?? computedBuckets(value);
  const bucketsSpan = itemsSpan(value);
  return buckets ? { buckets, ...(bucketsSpan && { bucketsSpan }) } : {};
}

/** The keys of `map[float64]float64{0.5: 0.05, 0.9: 0.01}`, which are no names. */
function numericKeys(value: CodeValue | undefined, { text }: CodeFile): number[] | undefined {
  const map = objectOf(value);
  if (!map || map.from !== undefined) return undefined;
  const keys = text.slice(map.span.from, map.span.to).matchAll(/[{,]\s*([\d.]+)\s*:/g);
  return Array.from(keys, ([, key]) => Number(key));
}

/** prometheus/histogram.go */
function computedBuckets(value: CodeValue | undefined): readonly number[] | undefined {
  const path = value && pathIn(value.kind === 'call' ? value.callee : value);
  const name = path?.at(-1);
  if (value?.kind !== 'call') return name === 'DefBuckets' ? DEFAULT_BUCKETS : undefined;
  const numbers = value.args.map((arg) => (arg.kind === 'number' ? arg.value : undefined));
  if (name === 'LinearBuckets') return linearBuckets(numbers);
  if (name === 'ExponentialBuckets') return exponentialBuckets(numbers);
  return name === 'ExponentialBucketsRange' ? bucketsOfRange(numbers) : undefined;
}

/** `.WithLabelValues("GET", code)`, `.With(prometheus.Labels{"code": code})` */
function write(call: CodeCall, metrics: Metrics): LabelWrite | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const isByValue = /^(?:GetMetricWith|With|Delete)LabelValues$/.test(callee.name);
  const isByName = /^(?:GetMetricWith|With|Delete|CurryWith|MustCurryWith|DeletePartialMatch)$/.test(
    callee.name,
  );
  if (!isByValue && !isByName) return undefined;
  const metric = metrics.of(callee.object);
  if (!metric) return undefined;
  const target = { name: metric.name, labels: metric.labels };
  const isCurried = callee.object.kind === 'call' && (lastName(callee.object.callee) ?? '').includes('Curry');
  if (isByValue)
    return {
      ...positionalWrite(call, metrics.file, isCurried ? {} : target),
      ...(isCurried && { open: true }),
    };
  const labels = objectOf(call.args[0]);
  if (!labels) return undefined;
  const isPartial = isCurried || /Curry|Partial/.test(callee.name);
  const written = labelledBy(labels, call, metrics.file, target);
  return isPartial ? { ...written, open: true } : written;
}
