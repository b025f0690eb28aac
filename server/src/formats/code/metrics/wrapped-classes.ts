import { importedPath } from '../../../languages/code/names';
import type { CodeCall, CodeFile } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import type { MetricDefinition } from '../../metrics/definition';
import { isMetricName } from '../../rules/names';
import { textOf } from '../values';
import { callArguments, type Arguments } from './arguments';
import { labelPart, nameParts, withEnding } from './definition-parts';
import type { MetricLibrary } from './library';

const TYPES: ReadonlyMap<string, MetricType> = new Map([
  ['Counter', 'counter'],
  ['Gauge', 'gauge'],
  ['Histogram', 'histogram'],
  ['Summary', 'summary'],
]);

/** The name of a class that makes a metric: `LaterGauge`. */
const MAKES = /(?:^|[\w.])(Counter|Gauge|Histogram|Summary)$/;

/** Packages with classes of such names that make no metric, or one that their own library tells more of. */
const OTHERS =
  /^(?:collections|prometheus_client|opentelemetry|statsd|datadog|tensorflow|keras|torch|matplotlib)(?:\.|$)/;

const HELP = ['documentation', 'help', 'description', 'desc', 'doc'];
const LABELS = ['labelnames', 'label_names', 'labels'];

/**
 * Metrics by a class of the program's own that is made like those of prometheus_client, as far as its name and arguments
 * tell: `LaterGauge('app_queue_size', 'Jobs that wait', labelnames=['queue'])`. It needs a name that a metric has and a
 * help text. A counter may be stored with `_total` added or not.
 */
export const wrappedClasses: MetricLibrary = {
  language: 'python',
  words: [String.raw`(?:Counter|Gauge|Histogram|Summary)\(\s*(?:name\s*=\s*)?["']`],
  define: wrapped,
};

function wrapped(call: CodeCall, file: CodeFile): MetricDefinition[] {
  if (call.from !== undefined) return [];
  const written = file.text.slice(call.calleeSpan.from, call.calleeSpan.to);
  const type = TYPES.get(MAKES.exec(written)?.[1] ?? '');
  if (!type || OTHERS.test(importedPath(call.callee)?.module ?? '')) return [];
  const given = callArguments(call, ['name', 'documentation']);
  const name = nameParts(given.value('name'), call.calleeSpan);
  const help = HELP.flatMap((keyword) => textOf(given.value(keyword)) ?? []).at(0);
  if (!name || help === undefined || !name.name.includes('_') || !isMetricName(name.name, 'legacy'))
    return [];
  const isBare = type === 'counter' && !name.name.endsWith('_total');
  return [
    {
      ...(isBare ? withEnding(name, 0, '_total') : name),
      type,
      help,
      ...labels(given, file),
      ...(isBare && { aliases: [name.name] }),
      library: `class ${written.slice(written.lastIndexOf('.') + 1)}`,
      span: call.span,
    },
  ];
}

/** Those that a keyword declares; what the class adds to them is not seen, nor what other arguments mean. */
function labels(given: Arguments, file: CodeFile): Pick<MetricDefinition, 'labels' | 'labelSlot'> {
  const keyword = LABELS.find((name) => given.value(name) !== undefined);
  return keyword === undefined ? {} : labelPart(given, keyword, file);
}
