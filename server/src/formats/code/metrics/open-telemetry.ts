import { classOf, importedPath } from '../../../languages/code/names';
import type { CodeCall, CodeValue } from '../../../languages/code/tree';
import type { LabelWrite, MetricDefinition } from '../../metrics/definition';
import { jsExporterName, otelAliases, otelLabel, otelName, type Instrument } from '../../metrics/otel-names';
import { callArguments, optionArguments, type Arguments } from './arguments';
import { numbersOf } from './definition-parts';
import type { MetricLibrary, Metrics } from './library';
import { perFile } from './per-file';
import { innerSpan, knownString, objectOf, textOf, valueAt, writtenName } from '../values';
import { labelledBy } from './writes';

const LIBRARY = 'OpenTelemetry';

/** Methods of a Meter. https://opentelemetry.io/docs/specs/otel/metrics/api/ */
const JS_METHODS: ReadonlyMap<string, Instrument['type']> = new Map([
  ['createCounter', 'counter'],
  ['createObservableCounter', 'counter'],
  ['createUpDownCounter', 'gauge'],
  ['createObservableUpDownCounter', 'gauge'],
  ['createGauge', 'gauge'],
  ['createObservableGauge', 'gauge'],
  ['createHistogram', 'histogram'],
]);

const PYTHON_METHODS: ReadonlyMap<string, Instrument['type']> = new Map([
  ['create_counter', 'counter'],
  ['create_observable_counter', 'counter'],
  ['create_up_down_counter', 'gauge'],
  ['create_observable_up_down_counter', 'gauge'],
  ['create_gauge', 'gauge'],
  ['create_observable_gauge', 'gauge'],
  ['create_histogram', 'histogram'],
]);

/** open-telemetry/opentelemetry-js, api: `meter.createCounter('http.server.requests', { unit, description })` */
export const openTelemetryJs: MetricLibrary = {
  language: 'javascript',
  words: ['create(?:Observable)?(?:Counter|UpDownCounter|Gauge|Histogram)\\b'],
  define(call, file) {
    const type = instrumentOf(call, JS_METHODS, 'getMeter');
    if (!type) return [];
    const [, options] = call.args;
    const config = objectOf(options);
    const given = config ? optionArguments(config) : callArguments(call, []);
    const isClear = options === undefined || config !== undefined;
    const boundaries = numbersOf(valueAt(config, 'advice', 'explicitBucketBoundaries'), file);
    return instrument({
      call,
      type,
      given,
      isClear,
      naming: namingIn(file),
      ...(boundaries && { boundaries }),
    });
  },
  write,
};

/** open-telemetry/opentelemetry-python, api: `meter.create_counter('http.server.requests', unit='1', description='…')` */
export const openTelemetryPython: MetricLibrary = {
  language: 'python',
  words: ['create_(?:observable_)?(?:counter|up_down_counter|gauge|histogram)\\b'],
  define(call) {
    const method = call.callee.kind === 'member' ? call.callee.name : '';
    const type = instrumentOf(call, PYTHON_METHODS, 'get_meter');
    const parameters = method.includes('observable')
      ? ['name', 'callbacks', 'unit', 'description']
      : ['name', 'unit', 'description'];
    return type
      ? instrument({ call, type, given: callArguments(call, parameters), isClear: true, naming: otelName })
      : [];
  },
  write,
};

function instrumentOf(
  { callee }: CodeCall,
  methods: ReadonlyMap<string, Instrument['type']>,
  getMeter: string,
): Instrument['type'] | undefined {
  const type = callee.kind === 'member' ? methods.get(callee.name) : undefined;
  return type && callee.kind === 'member' && isMeter(callee.object, getMeter) ? type : undefined;
}

/** A meter by what makes it, its type, or the end of its name. */
function isMeter(value: CodeValue, getMeter: string): boolean {
  if (value.kind === 'call') return lastName(value.callee) === getMeter;
  if (classOf(value)?.path.at(-1) === 'Meter') return true;
  return /meter$/i.test(lastName(value) ?? '');
}

function lastName(value: CodeValue): string | undefined {
  return value.kind === 'member' || value.kind === 'name' ? value.name : undefined;
}

interface Made {
  readonly call: CodeCall;
  readonly type: Instrument['type'];
  readonly given: Arguments;
  /** False where there are options that are not known. */
  readonly isClear: boolean;
  readonly naming: (instrument: Instrument) => string;
  readonly boundaries?: readonly number[];
}

function instrument({ call, type, given, isClear, naming, boundaries }: Made): MetricDefinition[] {
  const string = knownString(given.value('name') ?? call.args[0]);
  const unit = given.lacks('unit') ? '' : textOf(given.value('unit'));
  if (!string || string.text === '' || (isClear && unit === undefined)) return [];
  const made = { name: string.text, unit: unit ?? '', type };
  const name = naming(made);
  const written = writtenName(string);
  const help = textOf(given.value('description'));
  return [
    {
      name,
      type,
      ...(help !== undefined && { help }),
      ...(unit && { unit }),
      ...(boundaries && { buckets: boundaries }),
      library: LIBRARY,
      nameSpan: string.from === undefined ? innerSpan(string) : call.calleeSpan,
      span: call.span,
      ...(written && reversible(written, string.text, name)),
      aliases: [otelName(made), ...otelAliases(made)].filter((alias) => alias !== name),
    },
  ];
}

/** How the name is written, where it goes to Prometheus as it stands, with something at its end. */
function reversible(
  written: NonNullable<MetricDefinition['written']>,
  text: string,
  name: string,
): Pick<MetricDefinition, 'written'> {
  return name.startsWith(text) ? { written: { ...written, suffix: name.slice(text.length) } } : {};
}

/** In a file that sets up the exporter for JavaScript, its way to name; otherwise the specification's. */
const namingIn = perFile(({ calls }): ((instrument: Instrument) => string) => {
  const exporter = calls.find(({ callee }) => {
    const { module, path } = importedPath(callee) ?? {};
    return module === '@opentelemetry/exporter-prometheus' && path?.at(-1) === 'PrometheusExporter';
  });
  const prefix = textOf(valueAt(exporter?.args[0], 'prefix'));
  return exporter ? (made) => jsExporterName(made, prefix) : otelName;
});

/** `counter.add(1, { 'http.method': 'GET' })`, `histogram.record(0.2, attributes)` */
function write(call: CodeCall, metrics: Metrics): LabelWrite | undefined {
  const { callee, args, keywords } = call;
  if (callee.kind !== 'member' || !/^(?:add|record|set)$/.test(callee.name)) return undefined;
  const attributes = objectOf(args[1] ?? keywords.find(({ name }) => name === 'attributes')?.value);
  const metric = attributes && metrics.of(callee.object);
  if (!metric) return undefined;
  return labelledBy(attributes, call, metrics.file, metric, otelLabel);
}
