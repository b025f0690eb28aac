import type { CodeCall, CodeFile } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import type { MetricDefinition } from '../../metrics/definition';
import { isMetricName } from '../../rules/names';
import type { MetricLibrary } from './library';
import { fromOptions } from './prom-client';
import { entryOf, textOf } from '../values';

const TYPES: readonly MetricType[] = ['counter', 'gauge', 'histogram', 'summary'];

/** `counter`, `createGauge`, `newHistogram`, `registerSummary`: the name of a function that makes a metric. */
const MAKES =
  /^(?:create|make|new|get|add|register|define|build)?_?(counter|gauge|histogram|summary)(?:Metric)?$/i;

/**
 * Options of prom-client that are given to a function of the program's own, whose name says that it makes a metric:
 * `register.gauge({ name: 'jobs_active', help: 'Active jobs', labelNames: ['queue'] })`. The options need a known `name`
 * that a metric may have, and a `help`, which nothing but metrics has. What the function adds to them is not seen.
 */
export const wrappedOptions: MetricLibrary = {
  language: 'javascript',
  words: ['(?:[cC]ounter|[gG]auge|[hH]istogram|[sS]ummary)(?:Metric)?(?:<[^>\\n]*>)?\\(\\{'],
  define: wrapped,
};

function wrapped(call: CodeCall, file: CodeFile): MetricDefinition[] {
  const { callee, args, isNew } = call;
  const [options] = args;
  if (isNew || options?.kind !== 'object' || (callee.kind !== 'member' && callee.kind !== 'name')) return [];
  const type = TYPES.find((word) => word === MAKES.exec(callee.name)?.[1]?.toLowerCase());
  const name = textOf(entryOf(options, 'name')?.value);
  if (!type || !entryOf(options, 'help') || !name || !isMetricName(name, 'legacy')) return [];
  return fromOptions(type, options, call, file, 'options of prom-client');
}
