import type { CodeFile, CodeValue } from '../../../languages/code/tree';
import { wellKnownMetrics } from '../../../languages/promql/metrics';
import { optionArguments } from './arguments';
import { numbersOf } from './definition-parts';
import { impliedLabels, type ImpliedMetric } from './implied';
import { objectOf, textOf } from '../values';

/** What collectDefaultMetrics registers on Linux, without prefix. Source: lib/metrics/ of prom-client 15.1. */
const DEFAULT_METRICS = [
  'process_cpu_user_seconds_total',
  'process_cpu_system_seconds_total',
  'process_cpu_seconds_total',
  'process_start_time_seconds',
  'process_resident_memory_bytes',
  'process_virtual_memory_bytes',
  'process_heap_bytes',
  'process_open_fds',
  'process_max_fds',
  'nodejs_eventloop_lag_seconds',
  'nodejs_eventloop_lag_min_seconds',
  'nodejs_eventloop_lag_max_seconds',
  'nodejs_eventloop_lag_mean_seconds',
  'nodejs_eventloop_lag_stddev_seconds',
  'nodejs_eventloop_lag_p50_seconds',
  'nodejs_eventloop_lag_p90_seconds',
  'nodejs_eventloop_lag_p99_seconds',
  'nodejs_active_resources',
  'nodejs_active_resources_total',
  'nodejs_active_handles',
  'nodejs_active_handles_total',
  'nodejs_active_requests',
  'nodejs_active_requests_total',
  'nodejs_heap_size_total_bytes',
  'nodejs_heap_size_used_bytes',
  'nodejs_external_memory_bytes',
  'nodejs_heap_space_size_total_bytes',
  'nodejs_heap_space_size_used_bytes',
  'nodejs_heap_space_size_available_bytes',
  'nodejs_version_info',
  'nodejs_gc_duration_seconds',
];

const GC_BUCKETS = [0.001, 0.01, 0.1, 1, 2, 5];

/** Labels that scraping adds; the tables of well-known metrics list them too. */
const TARGET_LABELS: ReadonlySet<string> = new Set(['job', 'instance']);

/**
 * What collectDefaultMetrics registers; none where the prefix is computed.
 * @param config its argument: `{ prefix, labels, gcDurationBuckets }`
 */
export function defaultMetrics(config: CodeValue | undefined, file: CodeFile): ImpliedMetric[] {
  const options = objectOf(config);
  const given = options && optionArguments(options);
  const isPlain = config === undefined || given?.lacks('prefix') === true;
  const prefix = isPlain ? '' : textOf(given?.value('prefix'));
  if (prefix === undefined) return [];
  const more = config === undefined || given?.lacks('labels') ? [] : labelNames(given?.value('labels'));
  const buckets =
    given && !given.lacks('gcDurationBuckets')
      ? numbersOf(given.value('gcDurationBuckets'), file)
      : GC_BUCKETS;
  return DEFAULT_METRICS.map((name) => {
    const { type = 'unknown', help, labels = [] } = wellKnownMetrics().metric(name) ?? {};
    const own = labels.filter((label) => !TARGET_LABELS.has(label));
    return {
      name: prefix + name,
      type,
      ...(help !== undefined && { help }),
      ...(more && { labels: impliedLabels([...own, ...more]) }),
      ...(type === 'histogram' && buckets && { buckets }),
    };
  });
}

function labelNames(value: CodeValue | undefined): string[] | undefined {
  const labels = objectOf(value);
  return labels && !labels.open ? labels.entries.map(({ name }) => name) : undefined;
}
