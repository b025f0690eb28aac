import type { CodeFile, CodeObject, CodeValue } from '../../../languages/code/tree';
import type { MetricType } from '../../../languages/promql/knowledge';
import type { MetricDefinition } from '../../metrics/definition';
import { isMetricName } from '../../rules/names';
import { nameParts } from './definition-parts';
import type { MetricLibrary } from './library';
import { entryOf, textOf } from '../values';

/** Functions that send: what they are given leaves the program. */
const SENDS = /(?:send|post|push|report|record|track|publish|emit|beacon|fetch|stringify)/i;

const TYPES: ReadonlySet<string> = new Set<MetricType>(['counter', 'gauge', 'histogram', 'summary']);

/**
 * Samples that a web page posts to a collector: an object `{ name, value, labels }` that is given to `fetch`,
 * `sendBeacon`, `JSON.stringify` or a function whose name says that it sends. To count as one, its `name` has to be a
 * known metric name of several words (`web_vitals_lcp`), its `value` something else than a string, and it needs `labels`
 * that are an object, or a `type` that is a metric's.
 */
export const postedSamples: MetricLibrary = {
  language: 'javascript',
  words: ['web-vitals', 'sendBeacon', '["\'`/]metrics?\\b'],
  defineOthers(file) {
    const sent = sentObjects(file);
    return file.objects.flatMap((object) => (sent.has(object.span.from) ? sample(object) : []));
  },
};

function sample(object: CodeObject): MetricDefinition[] {
  const nameEntry = entryOf(object, 'name');
  const value = entryOf(object, 'value')?.value;
  const labels = entryOf(object, 'labels')?.value;
  const type = textOf(entryOf(object, 'type')?.value);
  const isTyped = isType(type);
  if (!nameEntry || !value || value.kind === 'string' || !(labels?.kind === 'object' || isTyped)) return [];
  const name = nameParts(nameEntry.value, nameEntry.nameSpan);
  if (!name?.name.includes('_') || !isMetricName(name.name, 'legacy')) return [];
  const declared = labels?.kind === 'object' && !labels.open ? labels.entries : undefined;
  return [
    {
      ...name,
      type: isTyped ? type : 'unknown',
      ...(declared && { labels: declared.map((entry) => ({ name: entry.name, span: entry.nameSpan })) }),
      library: 'posted sample',
      span: object.span,
    },
  ];
}

function isType(type: string | undefined): type is MetricType {
  return type !== undefined && TYPES.has(type);
}

/** How deep an object may stand in what is sent. */
const DEEPEST = 4;

/** Where the objects begin that are sent, alone or inside of others. */
function sentObjects({ calls }: CodeFile): ReadonlySet<number> {
  const sent = new Set<number>();
  const collect = (value: CodeValue, depth: number): void => {
    if (depth > DEEPEST || value.from !== undefined) return;
    if (value.kind === 'list')
      value.items.forEach((item) => {
        collect(item, depth + 1);
      });
    if (value.kind !== 'object' || sent.has(value.span.from)) return;
    sent.add(value.span.from);
    for (const entry of value.entries) collect(entry.value, depth + 1);
  };
  for (const { callee, args } of calls) {
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    if (SENDS.test(name))
      args.forEach((arg) => {
        collect(arg, 0);
      });
  }
  return sent;
}
