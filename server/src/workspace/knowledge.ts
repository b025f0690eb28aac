import { storedNames } from '../formats/metrics/series';
import { TARGET_LABELS, wellKnownMetrics } from '../languages/promql/metrics';
import type { MetricInfo, MetricKnowledge } from '../languages/promql/knowledge';
import type { FactIndex } from './fact-index';

/**
 * What the workspace's own files say of metrics, in front of the well-known ones: what rules record, then what programs
 * define.
 */
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
    const known = this.#defined(name) ?? this.#known.metric(name);
    if (known) return known;
    const [user] = this.index.users('metric', name);
    return user === undefined
      ? undefined
      : { name, type: 'unknown', origin: `used in ${this.nameOf(user)}`, weight: 1 };
  }

  *metrics(isWanted: (name: string) => boolean = () => true): Iterable<MetricInfo> {
    const seen = new Set<string>();
    for (const names of [this.index.defined('record'), this.#stored(), this.index.used('metric')]) {
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
    const defined = metric === undefined ? undefined : this.#defined(metric);
    const declared = defined?.labels ? [...defined.labels, ...TARGET_LABELS] : undefined;
    // What a program declares is better than what metrics of this name usually have.
    const own = declared ?? this.#known.labelNames(metric);
    yield* new Set([
      ...own,
      ...this.index.labelNames(metric),
      ...(metric === undefined ? this.#declared() : []),
    ]);
  }

  *labelValues(label: string, metric?: string): Iterable<string> {
    const { metrics } = this.index;
    const family = metric === undefined ? undefined : metrics.definitions(metric)[0]?.definition.name;
    const written = metrics.writtenValues(label, family ?? metric);
    // What programs write of a metric is better than what labels of this name usually have.
    const usual = family !== undefined && written.size > 0 ? [] : this.#known.labelValues(label, metric);
    const values = new Set([...written, ...this.index.labelValues(label), ...usual]);
    if (label === 'alertname') for (const name of this.index.defined('alert')) values.add(name);
    values.delete('');
    yield* values;
  }

  /** A series that a program defines; one that a library brings by itself is only as good as one that is used. */
  #defined(name: string): MetricInfo | undefined {
    const info = this.index.metrics.info(name);
    const isImplied = this.index.metrics.definitions(name).every(({ definition }) => definition.implied);
    return info && { ...info, weight: isImplied ? 1 : info.weight };
  }

  /** Names of the series that programs' metrics are stored as. */
  *#stored(): Iterable<string> {
    const { metrics } = this.index;
    for (const name of metrics.definedNames()) {
      const definitions = metrics.definitions(name);
      if (definitions.some(({ definition }) => storedNames(definition).includes(name))) yield name;
    }
  }

  /** Every label that some program declares. */
  *#declared(): Iterable<string> {
    const { metrics } = this.index;
    for (const name of metrics.definedNames()) {
      for (const { definition } of metrics.definitions(name)) {
        for (const label of definition.labels ?? []) yield label.name;
      }
    }
  }
}
