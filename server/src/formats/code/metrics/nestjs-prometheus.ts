import { importedPath } from '../../../languages/code/names';
import type { CodeCall, CodeFile, CodeValue } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import { implied } from './implied';
import type { MetricLibrary } from './library';
import { perFile } from './per-file';
import { fromOptions } from './prom-client';
import { defaultMetrics } from './prom-client-defaults';
import { objectOf, textOf, valueAt } from '../values';

const MODULE = '@willsoto/nestjs-prometheus';

/** src/metrics/ of willsoto/nestjs-prometheus, 6.1. */
const PROVIDERS: ReadonlyMap<string, MetricType> = new Map([
  ['makeCounterProvider', 'counter'],
  ['makeGaugeProvider', 'gauge'],
  ['makeHistogramProvider', 'histogram'],
  ['makeSummaryProvider', 'summary'],
]);

/**
 * `makeCounterProvider({ name, help, labelNames })`, with `customMetricPrefix` in front where the same file registers the
 * module with one; and what the module itself collects.
 */
export const nestjsPrometheus: MetricLibrary = {
  language: 'javascript',
  words: ['nestjs-prometheus'],
  define(call, file) {
    const path = pathOf(call);
    const [options] = call.args;
    const type = PROVIDERS.get(path);
    if (type)
      return options?.kind === 'object' ? fromOptions(type, options, call, file, MODULE, prefixIn(file)) : [];
    if (!MODULE_METHODS.has(path)) return [];
    const collected = valueAt(options, 'defaultMetrics');
    const isOn = valueAt(collected, 'enabled');
    if (isOn?.kind === 'boolean' && !isOn.value) return [];
    return implied(call, MODULE, defaultMetrics(valueAt(collected, 'config'), file));
  },
  nameOf: injected,
};

/** The name in `constructor(@InjectMetric('jobs_total') private readonly jobs: Counter)`. */
function injected({ kind, from, span }: CodeValue, file: CodeFile): string | undefined {
  return kind === 'instance' && from === undefined ? injections(file).get(span.from) : undefined;
}

/** The names of metrics that are injected, by where the name of the parameter or property begins. */
const injections = perFile(({ calls, text }): ReadonlyMap<number, string> => {
  const names = new Map<number, string>();
  for (const call of calls) {
    const name = pathOf(call) === 'InjectMetric' ? textOf(call.args[0]) : undefined;
    const { to } = call.span;
    const modifiers = /^\s*(?:(?:public|private|protected|readonly|override)\s+)*/.exec(
      text.slice(to, to + 200),
    );
    if (name !== undefined && modifiers) names.set(to + modifiers[0].length, name);
  }
  return names;
});

const MODULE_METHODS: ReadonlySet<string> = new Set([
  'PrometheusModule.register',
  'PrometheusModule.registerAsync',
]);

function pathOf(call: CodeCall): string {
  const { module, path } = importedPath(call.callee) ?? {};
  return module === MODULE && path ? path.join('.') : '';
}

/** `app_` of `PrometheusModule.register({ customMetricPrefix: 'app' })`. */
const prefixIn = perFile(({ calls }): string => {
  const register = calls.find((call) => pathOf(call) === 'PrometheusModule.register');
  const prefix = textOf(valueAt(objectOf(register?.args[0]), 'customMetricPrefix'));
  return prefix ? `${prefix}_` : '';
});
