import { importedPath } from '../../../languages/code/names';
import type { CodeFile, CodeValue } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import { fullName } from '../../metrics/names';
import { callArguments, type Arguments } from './arguments';
import { numbersOf } from './definition-parts';
import { implied, impliedLabels, type ImpliedMetric } from './implied';
import type { MetricLibrary } from './library';
import { objectOf, textOf } from '../values';

/** A metric; its labels are undefined where they are not known. */
type Row = readonly [name: string, type: MetricType, labels: readonly string[] | undefined, help: string];

/** default() in metrics.py of prometheus-fastapi-instrumentator, 7. */
const FASTAPI: readonly Row[] = [
  ['http_requests_total', 'counter', ['method', 'status', 'handler'], 'HTTP requests.'],
  ['http_request_size_bytes', 'summary', ['handler'], 'Content length of HTTP requests.'],
  ['http_response_size_bytes', 'summary', ['handler'], 'Content length of HTTP responses.'],
  ['http_request_duration_highr_seconds', 'histogram', [], 'How long HTTP requests took, in many buckets.'],
  [
    'http_request_duration_seconds',
    'histogram',
    ['method', 'handler'],
    'How long HTTP requests took, in few buckets.',
  ],
];

/** `Instrumentator().instrument(app, metric_namespace='shop')` */
export const fastapiInstrumentator: MetricLibrary = {
  language: 'python',
  words: ['prometheus_fastapi_instrumentator'],
  define(call) {
    const { callee } = call;
    if (callee.kind !== 'member' || callee.name !== 'instrument') return [];
    if (!isFrom('prometheus_fastapi_instrumentator', 'Instrumentator', callee.object)) return [];
    const given = callArguments(call, ['app', 'metric_namespace', 'metric_subsystem']);
    const [namespace, subsystem] = ['metric_namespace', 'metric_subsystem'].map((name) =>
      optional(given, name, ''),
    );
    if (namespace === undefined || subsystem === undefined) return [];
    return implied(
      call,
      'prometheus_fastapi_instrumentator',
      metricsOf(FASTAPI, (name) => fullName(namespace, subsystem, name)),
    );
  },
};

/** export_defaults() in __init__.py of prometheus_flask_exporter 0.23. */
export const flaskExporter: MetricLibrary = {
  language: 'python',
  words: ['prometheus_flask_exporter'],
  define(call, file) {
    const path = importedPath(call.callee);
    if (!path || !/^prometheus_flask_exporter(?:\.|$)/.test(path.module)) return [];
    const isFactory = path.path.at(-1) === 'for_app_factory';
    const className = path.path.at(isFactory ? -2 : -1) ?? '';
    if (!className.endsWith('PrometheusMetrics')) return [];
    const given = callArguments(
      call,
      isFactory ? [] : ['app', 'path', 'export_defaults', 'defaults_prefix', 'group_by', 'buckets'],
    );
    const prefix = isNoPrefix(given.value('defaults_prefix'))
      ? ''
      : optional(given, 'defaults_prefix', 'flask');
    if (prefix === undefined || isFalse(given.value('export_defaults'))) return [];
    const group = optional(given, 'group_by', 'path');
    const more = labelNames(given, 'default_labels');
    const labels = more && ['method', 'status', ...more];
    const ofDuration = more && group !== undefined ? ['method', group, 'status', ...more] : undefined;
    const type = isFalse(given.value('default_latency_as_histogram')) ? 'summary' : 'histogram';
    const rows: Row[] = [
      ['exporter_info', 'gauge', ['version'], 'The version of the exporter.'],
      ['http_request_duration_seconds', type, ofDuration, 'How long HTTP requests took.'],
      ['http_request_total', 'counter', labels, 'HTTP requests.'],
      ['http_request_exceptions_total', 'counter', labels, 'HTTP requests that ended in an exception.'],
    ];
    const metrics = metricsOf(rows, (name) => fullName(prefix, name));
    return implied(call, 'prometheus_flask_exporter', withBuckets(metrics, given, file));
  },
};

/** The properties of PrometheusMiddleware in middleware.py of starlette_exporter 0.23. */
export const starletteExporter: MetricLibrary = {
  language: 'python',
  words: ['starlette_exporter'],
  define(call, file) {
    const [middleware] = call.args;
    if (call.callee.kind !== 'member' || call.callee.name !== 'add_middleware' || !middleware) return [];
    const path = importedPath(middleware);
    if (
      !path ||
      !/^starlette_exporter(?:\.|$)/.test(path.module) ||
      path.path.at(-1) !== 'PrometheusMiddleware'
    )
      return [];
    const given = callArguments(call, []);
    const prefix = optional(given, 'prefix', 'starlette');
    if (prefix === undefined) return [];
    const more = labelNames(given, 'labels');
    const ofRequest = more && ['method', 'path', 'status_code', 'app_name', ...more];
    const rows: Row[] = [
      ['requests_total', 'counter', ofRequest, 'HTTP requests.'],
      ['request_duration_seconds', 'histogram', ofRequest, 'How long HTTP requests took.'],
      [
        'requests_in_progress',
        'gauge',
        more && ['method', 'app_name', ...more],
        'HTTP requests being answered.',
      ],
    ];
    const metrics = metricsOf(rows, (name) => `${prefix}_${name}`);
    return implied(call, 'starlette_exporter', withBuckets(metrics, given, file));
  },
};

/** True for a call of an imported class, also where methods of it are called on the way: `Instrumentator().add(…)`. */
function isFrom(module: string, name: string, value: CodeValue): boolean {
  let object = value;
  for (let depth = 0; object.kind === 'call' && depth < LONGEST_CHAIN; depth++) {
    const path = importedPath(object.callee);
    if (path) return path.module === module && path.path.at(-1) === name;
    if (object.callee.kind !== 'member') return false;
    object = object.callee.object;
  }
  return false;
}

const LONGEST_CHAIN = 16;

function metricsOf(rows: readonly Row[], named: (name: string) => string): ImpliedMetric[] {
  return rows.map(([name, type, labels, help]) => ({
    name: named(name),
    type,
    help,
    ...(labels && { labels: impliedLabels(labels) }),
    ...(type === 'summary' && { quantiles: [] }),
  }));
}

function withBuckets(metrics: readonly ImpliedMetric[], given: Arguments, file: CodeFile): ImpliedMetric[] {
  const buckets = numbersOf(given.value('buckets'), file);
  return metrics.map((metric) => (metric.type === 'histogram' && buckets ? { ...metric, buckets } : metric));
}

/** The text of an argument; `usual` where it isn't given, undefined where it isn't known. */
function optional(given: Arguments, name: string, usual: string): string | undefined {
  return given.lacks(name) ? usual : textOf(given.value(name));
}

/** The constant that leaves the prefix out. */
function isNoPrefix(value: CodeValue | undefined): boolean {
  return value !== undefined && importedPath(value)?.path.at(-1) === 'NO_PREFIX';
}

/** The names of the labels that a dictionary gives; undefined where they are not known. */
function labelNames(given: Arguments, name: string): string[] | undefined {
  if (given.lacks(name)) return [];
  const labels = objectOf(given.value(name));
  return labels && !labels.open ? labels.entries.map((entry) => entry.name) : undefined;
}

function isFalse(value: CodeValue | undefined): boolean {
  return value?.kind === 'boolean' && !value.value;
}
