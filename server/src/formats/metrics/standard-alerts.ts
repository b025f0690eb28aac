import type { NewRule } from '../rules/write-rule';
import type { MetricDefinition } from './definition';

/** Labels that say how a request ended, by the names that people give them. */
const STATUS_LABELS = [
  'status',
  'status_code',
  'code',
  'http_status',
  'statusCode',
  'http_response_status_code',
];
/** Labels that say it in words, with what they call a failure. */
const RESULT_LABELS = ['result', 'outcome', 'success', 'status'];
const FAILURES = /^(?:error|errors|failed|failure|fail|false|timeout)$/i;
const FAILURE_COUNTER = /(?:^|_)(?:errors?|failures?|failed|exceptions?|timeouts?|dropped|rejected)(?:_|$)/i;

/** What a set of alerts is about, and its rules. */
export interface StandardAlerts {
  /** For people: `error rate`. */
  readonly about: string;
  readonly rules: readonly NewRule[];
}

/**
 * The alerts that people usually write for a metric: the share of requests that fail for a counter with a status, the
 * 95th percentile for a histogram of seconds, saturation for a gauge. Thresholds are those of the standard alerts, to
 * be set right by hand.
 * @param written the values that programs give a label of the metric
 */
export function standardAlerts(
  definition: MetricDefinition,
  written: (label: string) => ReadonlySet<string>,
): StandardAlerts[] {
  switch (definition.type) {
    case 'counter':
      return counterAlerts(definition, written);
    case 'histogram':
      return histogramAlerts(definition);
    case 'gauge':
      return [{ about: 'saturation', rules: [saturation(definition)] }];
    default:
      return [];
  }
}

function counterAlerts(
  { name, labels = [] }: MetricDefinition,
  written: (label: string) => ReadonlySet<string>,
): StandardAlerts[] {
  const matcher = failureMatcher(
    labels.map((label) => label.name),
    written,
  );
  if (matcher !== undefined) {
    const rule = alert(`${pascal(name)}HighErrorRate`, 'critical', {
      expr: `sum(rate(${name}{${matcher}}[5m])) / sum(rate(${name}[5m])) > 0.05`,
      summary: `High share of errors in ${name}`,
      description: '{{ $value | humanizePercentage }} failed in the last 5 minutes.',
    });
    return [{ about: 'error rate', rules: [rule] }];
  }
  if (!FAILURE_COUNTER.test(name)) return [];
  const rule = alert(`${pascal(name)}Increasing`, 'warning', {
    expr: `sum(rate(${name}[5m])) > 0`,
    summary: `${name} is increasing`,
    description: '{{ $value | humanize }} per second in the last 5 minutes.',
  });
  return [{ about: 'errors', rules: [rule] }];
}

/** The matcher of what failed, where the labels tell. */
function failureMatcher(
  labels: readonly string[],
  written: (label: string) => ReadonlySet<string>,
): string | undefined {
  for (const label of RESULT_LABELS) {
    if (!labels.includes(label)) continue;
    const failures = [...written(label)].filter((value) => FAILURES.test(value));
    if (failures.length > 0) {
      return failures.length === 1 ? `${label}="${failures[0] ?? ''}"` : `${label}=~"${failures.join('|')}"`;
    }
  }
  const status = STATUS_LABELS.find((label) => labels.includes(label));
  return status && `${status}=~"5.."`;
}

function histogramAlerts({ name }: MetricDefinition): StandardAlerts[] {
  if (!/_(?:milli)?seconds$|_(?:duration|latency|time)(?:_ms)?$|_ms$/.test(name)) return [];
  const isMilliseconds = /_ms$|_milliseconds$/.test(name);
  const rule = alert(`${pascal(name.replace(/_(?:milli)?seconds$|_ms$/, ''))}Slow`, 'warning', {
    expr: `histogram_quantile(0.95, sum by (le) (rate(${name}_bucket[5m]))) > ${isMilliseconds ? 1000 : 1}`,
    summary: `Slow: 95th percentile of ${name}`,
    description: `95 % take up to {{ $value${isMilliseconds ? '' : ' | humanizeDuration'} }}${isMilliseconds ? ' ms' : ''}.`,
  });
  return [{ about: 'latency', rules: [rule] }];
}

function saturation({ name }: MetricDefinition): NewRule {
  const isRatio = /_ratio$|_utili[sz]ation$/.test(name);
  return alert(`${pascal(name)}High`, 'warning', {
    expr: `${name} > ${isRatio ? 0.8 : 80}`,
    summary: `${name} is high`,
    description: `It is {{ $value | ${isRatio ? 'humanizePercentage' : 'humanize'} }}.`,
  });
}

function alert(
  name: string,
  severity: string,
  { expr, summary, description }: { expr: string; summary: string; description: string },
): NewRule {
  return {
    kind: 'alert',
    name,
    expr,
    for: '5m',
    labels: { severity },
    annotations: { summary, description },
  };
}

/** `http_requests_total` → `HttpRequests`. */
function pascal(metric: string): string {
  return metric
    .replace(/_total$/, '')
    .split(/[_:.]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
