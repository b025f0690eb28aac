import type { MetricCheck } from './check';
import { definitions } from './definitions';

/** Upper bounds that don't ascend. */
export const bucketOrder: MetricCheck = {
  code: 'metrics/bucket-order',
  severity: 'warning',
  title: 'Buckets that don’t ascend',
  explanation:
    'The bounds of a histogram’s buckets have to ascend. Python’s and Go’s libraries fail where they don’t; prom-client ' +
    'puts values into the wrong buckets.',
  *run(model) {
    for (const { metric } of definitions(model)) {
      const { buckets = [], bucketsSpan: span } = metric;
      const wrong = buckets.find((bound, index) => index > 0 && bound <= (buckets[index - 1] ?? -Infinity));
      if (!span || wrong === undefined) continue;
      const newText = Array.from(new Set(buckets))
        .sort((a, b) => a - b)
        .join(', ');
      const message = `the bounds of buckets have to ascend, but ${wrong} follows a bound that is not below it`;
      yield { span, message, fixes: [{ title: 'Sort the bounds', edits: [{ span, newText }] }] };
    }
  },
};
