import { importedPath } from '../../../languages/code/names';
import type { CodeFile, CodeValue } from '../../../languages/code/tree';
import type { MetricDefinition } from '../../metrics/definition';
import { nameParts, numbersOf } from './definition-parts';
import { implied, impliedLabels, type ImpliedMetric } from './implied';
import type { MetricLibrary } from './library';
import { defaultMetrics } from './prom-client-defaults';
import { objectOf, textOf, valueAt } from '../values';

const MODULE = 'fastify-metrics';

/** `fastify.register(metrics, { routeMetrics: { overrides: { histogram: { name } } }, defaultMetrics })` */
export const fastifyMetrics: MetricLibrary = {
  language: 'javascript',
  words: [MODULE],
  define(call, file) {
    const [plugin, options] = call.args;
    if (call.callee.kind !== 'member' || call.callee.name !== 'register' || !plugin) return [];
    const { module, path } = importedPath(plugin) ?? {};
    if (module !== MODULE || path?.length !== 0) return [];
    return implied(call, MODULE, [
      ...routeMetrics(valueAt(options, 'routeMetrics')),
      ...collected(options, file),
    ]).map((metric): MetricDefinition => withDistribution(metric, options, file));
  },
};

/** registerRouteMetrics() in fastify-metrics.js of fastify-metrics 13. */
function routeMetrics(options: CodeValue | undefined): ImpliedMetric[] {
  const enabled = valueAt(options, 'enabled');
  if (enabled?.kind === 'boolean' && !enabled.value) return [];
  const overrides = valueAt(options, 'overrides');
  const label = (name: string, usual: string) => textOf(valueAt(overrides, 'labels', name)) ?? usual;
  const custom = objectOf(valueAt(options, 'customLabels'));
  const labels = impliedLabels([
    label('method', 'method'),
    label('route', 'route'),
    label('status', 'status_code'),
    ...(custom?.entries.map(({ name }) => name) ?? []),
  ]);
  return (['histogram', 'summary'] as const).flatMap((type): ImpliedMetric[] => {
    const given = valueAt(overrides, type, 'name');
    const name = given ? nameParts(given, given.span) : { name: USUAL_NAMES[type] };
    const help = textOf(valueAt(overrides, type, 'help')) ?? 'How long requests took, by route.';
    return name ? [{ ...name, type, help, ...(custom?.open !== true && { labels }) }] : [];
  });
}

const USUAL_NAMES = { histogram: 'http_request_duration_seconds', summary: 'http_request_summary_seconds' };

function withDistribution(
  metric: MetricDefinition,
  options: CodeValue | undefined,
  file: CodeFile,
): MetricDefinition {
  if (metric.type !== 'histogram' || metric.buckets) return metric;
  const buckets = numbersOf(valueAt(options, 'routeMetrics', 'overrides', 'histogram', 'buckets'), file);
  return buckets ? { ...metric, buckets } : metric;
}

/** The options of `defaultMetrics` are those of prom-client, and `enabled`. */
function collected(options: CodeValue | undefined, file: CodeFile): ImpliedMetric[] {
  const config = valueAt(options, 'defaultMetrics');
  const enabled = valueAt(config, 'enabled');
  // Options replace the defaults as a whole, so that `enabled` is missing where only a prefix is given.
  if (config && !(enabled?.kind === 'boolean' && enabled.value)) return [];
  return defaultMetrics(config, file);
}
