import type { MetricCheck } from './check';
import { named, renamed } from './definitions';

/** Those that are likely to be meant as units anywhere in a name. */
const UNITS: ReadonlySet<string> = new Set(['seconds', 'bytes']);

/** `bytes_per_second`, `seconds_since_start`, `bytes_sent_total`: usual enough to be left alone. */
const USUAL_BEHIND =
  /^(?:per|since|until|ago|to|in|out|min|max|avg|used|free|available|limit|sent|read|written|(?:[a-z]+ed))$/;

/** Behind these words of what is measured another unit, or none, is meant. */
const LAST: ReadonlySet<string> = new Set([
  'seconds',
  'bytes',
  'ratio',
  'percent',
  'info',
  'bucket',
  'sum',
  'count',
]);

/** https://prometheus.io/docs/practices/naming/: the unit is a suffix, in front of `_total`. */
export const unitSuffix: MetricCheck = {
  code: 'metrics/unit-suffix',
  severity: 'hint',
  title: 'Unit that isn’t last',
  explanation:
    'The unit is the last word of a name, in front of `_total`: `sent_bytes_total`, `request_duration_seconds`.',
  *run(model) {
    for (const { metric } of named(model)) {
      const name = withUnitLast(metric.name.split('_'));
      if (name === undefined) continue;
      const message = `the unit goes last: ${name}`;
      yield { span: metric.nameSpan, message, fixes: renamed(metric, name) };
    }
  },
};

/** The name with its unit moved to the end; undefined where there is nothing to move, or where the unit isn't meant as such. */
function withUnitLast(words: readonly string[]): string | undefined {
  const rest = words.at(-1) === 'total' ? words.slice(0, -1) : words;
  const place = rest.findIndex((word) => UNITS.has(word));
  const [unit, next] = rest.slice(place);
  if (place < 0 || unit === undefined || next === undefined || USUAL_BEHIND.test(next)) return undefined;
  if (rest.slice(place + 1).some((word) => LAST.has(word))) return undefined;
  return [...rest.slice(0, place), ...rest.slice(place + 1), unit, ...words.slice(rest.length)].join('_');
}
