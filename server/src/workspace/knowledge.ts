import { wellKnownMetrics } from '../languages/promql/metrics';
import type { MetricInfo, MetricKnowledge } from '../languages/promql/knowledge';
import type { FactIndex } from './fact-index';

/** What the workspace's own files say of metrics, in front of the well-known ones. */
export class WorkspaceKnowledge implements MetricKnowledge {
  /** `nameOf` gives a document's name for people. */
  constructor(
    private readonly index: FactIndex,
    private readonly nameOf: (uri: string) => string,
  ) {}

  /** Reading the tables takes a while, so the first question does it. */
  get #known(): MetricKnowledge {
    return wellKnownMetrics();
  }

  metric(name: string): MetricInfo | undefined {
    const [definer] = this.index.definers('record', name);
    if (definer !== undefined) {
      return { name, type: 'gauge', origin: `recording rule in ${this.nameOf(definer)}`, weight: 2 };
    }
    const known = this.#known.metric(name);
    if (known) return known;
    const [user] = this.index.users('metric', name);
    return user === undefined
      ? undefined
      : { name, type: 'unknown', origin: `used in ${this.nameOf(user)}`, weight: 1 };
  }

  *metrics(isWanted: (name: string) => boolean = () => true): Iterable<MetricInfo> {
    const seen = new Set<string>();
    for (const names of [this.index.defined('record'), this.index.used('metric')]) {
      for (const name of names) {
        if (seen.has(name) || !isWanted(name)) continue;
        const info = this.metric(name);
        seen.add(name);
        if (info) yield { ...info, weight: Math.max(info.weight, 1) };
      }
    }
    for (const info of this.#known.metrics()) if (!seen.has(info.name) && isWanted(info.name)) yield info;
  }

  *labelNames(metric?: string): Iterable<string> {
    yield* new Set([...this.index.labelNames(metric), ...this.#known.labelNames(metric)]);
  }

  *labelValues(label: string, metric?: string): Iterable<string> {
    const values = new Set([...this.index.labelValues(label), ...this.#known.labelValues(label, metric)]);
    if (label === 'alertname') for (const name of this.index.defined('alert')) values.add(name);
    values.delete('');
    yield* values;
  }
}
