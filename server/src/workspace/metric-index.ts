import type { LabelWrite, MetricDefinition } from '../formats/metrics/definition';
import { infoOf, seriesOf, storedNames } from '../formats/metrics/series';
import type { MetricUse, UsedBy } from '../formats/rules/facts';
import type { MetricInfo } from '../languages/promql/knowledge';
import type { Facts } from './analysis';

/** A metric, and the document that defines it. */
export interface DefinedMetric {
  readonly uri: string;
  readonly definition: MetricDefinition;
}

/** Something in a document that uses a metric. */
export interface MetricUser {
  readonly uri: string;
  readonly by: UsedBy;
}

/**
 * Which documents define which metrics, and what uses them. Adding and removing costs what the facts say. Where in a
 * document a name stands is asked of the document's own analysis.
 */
export class MetricIndex {
  /** By the names of metrics and of their series. */
  readonly #defined = new Map<string, DefinedMetric[]>();
  /** How many metrics are defined whose names begin with a word, `http` of `http_requests_total`. */
  readonly #namespaces = new Map<string, number>();
  /** Users of each metric, by document and by what uses it there. */
  readonly #users = new Map<string, Map<string, { user: MetricUser; count: number }>>();
  /** What programs write: how often each value of each label of each metric. */
  readonly #written = new Map<string, Map<string, Map<string, number>>>();

  /** How often each document writes labels of each metric. */
  readonly #writers = new Map<string, Map<string, number>>();

  /** @param nameOf gives a document's name for people */
  constructor(private readonly nameOf: (uri: string) => string) {}

  add(uri: string, { metrics = [], uses = [], writes = [] }: Facts): void {
    for (const definition of metrics) this.#addDefinition(uri, definition);
    for (const use of uses) this.#countUse(uri, use, 1);
    for (const write of writes) this.#countWrite(uri, write, 1);
  }

  /** Takes back what `add` was given. */
  remove(uri: string, { metrics = [], uses = [], writes = [] }: Facts): void {
    for (const definition of metrics) this.#removeDefinition(uri, definition);
    for (const use of uses) this.#countUse(uri, use, -1);
    for (const write of writes) this.#countWrite(uri, write, -1);
  }

  /** The definitions of the metric of this name, or that a series of this name comes from. */
  definitions(name: string): readonly DefinedMetric[] {
    return this.#defined.get(name) ?? [];
  }

  /** Names of all metrics that programs define, and of their series: also of those that have no series of their own name. */
  definedNames(): Iterable<string> {
    return this.#defined.keys();
  }

  /** What is said of a series that some program defines; of a metric without a series of its name, of the metric. */
  info(name: string): MetricInfo | undefined {
    const [defined] = this.definitions(name);
    if (!defined) return undefined;
    const { definition, uri } = defined;
    const origin = `${definition.library} in ${this.nameOf(uri)}`;
    const series = seriesOf(definition, { origin }).find((info) => info.name === name);
    return series ?? infoOf(definition, { origin });
  }

  /** True where some metric is defined whose name begins with the same word as `name`. */
  definesNamespaceOf(name: string): boolean {
    return this.#namespaces.has(namespaceOf(name));
  }

  /** What uses the series, each document's alert, panel, … once. */
  users(series: string): MetricUser[] {
    return Array.from(this.#users.get(series)?.values() ?? [], ({ user }) => user);
  }

  /** Values that programs give the label; of the metric (by its own name), or of any. */
  writtenValues(label: string, metric?: string): Set<string> {
    const found = new Set<string>();
    const metrics =
      metric === undefined ? this.#written.values() : [this.#written.get(metric) ?? new Map<string, never>()];
    for (const labels of metrics) for (const value of labels.get(label)?.keys() ?? []) found.add(value);
    return found;
  }

  /** Documents that write labels of the metric, by its own name. */
  writers(metric: string): Iterable<string> {
    return this.#writers.get(metric)?.keys() ?? [];
  }

  #addDefinition(uri: string, definition: MetricDefinition): void {
    const defined = { uri, definition };
    for (const name of namesOf(definition)) {
      const known = this.#defined.get(name);
      if (known) known.push(defined);
      else this.#defined.set(name, [defined]);
    }
    if (claimsNamespace(definition)) count(this.#namespaces, namespaceOf(definition.name), 1);
  }

  #removeDefinition(uri: string, definition: MetricDefinition): void {
    for (const name of namesOf(definition)) {
      const known = this.#defined.get(name) ?? [];
      const at = known.findIndex((defined) => defined.uri === uri && defined.definition === definition);
      if (at >= 0) known.splice(at, 1);
      if (known.length === 0) this.#defined.delete(name);
    }
    if (claimsNamespace(definition)) count(this.#namespaces, namespaceOf(definition.name), -1);
  }

  #countUse(uri: string, { kind, name, by }: MetricUse, change: 1 | -1): void {
    if (kind !== 'metric' || !by) return;
    const users = ofKey(this.#users, name);
    const key = `${by.kind} ${uri} ${by.name ?? ''}`;
    const entry = users.get(key) ?? { user: { uri, by }, count: 0 };
    entry.count += change;
    if (entry.count > 0) users.set(key, entry);
    else users.delete(key);
    if (users.size === 0) this.#users.delete(name);
  }

  #countWrite(uri: string, { metric, labels }: LabelWrite, change: 1 | -1): void {
    if (metric === undefined) return;
    const writers = ofKey(this.#writers, metric);
    count(writers, uri, change);
    if (writers.size === 0) this.#writers.delete(metric);
    for (const { name, value } of labels) {
      if (value === undefined) continue;
      const values = ofKey(ofKey(this.#written, metric), name);
      count(values, value, change);
      if (values.size === 0) this.#written.get(metric)?.delete(name);
    }
    if (this.#written.get(metric)?.size === 0) this.#written.delete(metric);
  }
}

/** The definition's names, by whichever way it gets to Prometheus, and those of its series. */
function namesOf(definition: MetricDefinition): Set<string> {
  const { name, type, quantiles, aliases = [] } = definition;
  const others = aliases.flatMap((alias) => [alias, ...storedNames({ name: alias, type, quantiles })]);
  return new Set([name, ...storedNames(definition), ...others]);
}

/** True for a metric that a program defines itself, so that others of the kind should be defined somewhere too. */
function claimsNamespace({ implied, library }: MetricDefinition): boolean {
  return !implied && library !== 'exposition';
}

/** The first word of a metric's name. */
function namespaceOf(name: string): string {
  return name.slice(0, name.search(/[_:.]|$/));
}

function ofKey<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let inner = map.get(key);
  if (!inner) map.set(key, (inner = new Map<K, V>()));
  return inner;
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + change;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
