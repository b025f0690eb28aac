import type { FunctionInfo } from './function-info';
import type { MetricInfo } from './knowledge';

/** What a metric's samples are, by its type or else by its name. */
type Samples = 'counter' | 'gauge' | 'histogram' | 'buckets' | 'unknown';

const COUNTER_NAME = /_(?:total|count|sum)$/;

function samplesOf({ name, type }: MetricInfo): Samples {
  if (name.endsWith('_bucket')) return 'buckets';
  switch (type) {
    case 'counter':
    case 'histogram':
      return type;
    case 'gauge':
    case 'summary':
    case 'info':
      return 'gauge';
    case 'unknown':
      return COUNTER_NAME.test(name) ? 'counter' : 'unknown';
  }
}

/** How well a metric suits what a function wants: 0 well, 1 perhaps, 2 badly. */
export function misfit(wants: FunctionInfo['wants'], metric: MetricInfo): 0 | 1 | 2 {
  if (wants === undefined) return 0;
  const samples = samplesOf(metric);
  if (samples === wants) return 0;
  if (samples === 'unknown') return 1;
  switch (wants) {
    case 'counter':
      // Buckets are counters, and native histograms have a rate too.
      return samples === 'buckets' ? 0 : samples === 'histogram' ? 1 : 2;
    case 'buckets':
      return samples === 'histogram' ? 0 : 2;
    case 'gauge':
    case 'histogram':
      return 2;
  }
}
