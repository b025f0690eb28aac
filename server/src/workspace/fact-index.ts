import type { RuleFact } from '../formats/rules/facts';
import type { Facts } from './analysis';
import { MetricIndex } from './metric-index';

/**
 * Which documents define and use which names. Adding and removing costs what the facts say, so an edit of one rule
 * costs that rule. Where in a document a name stands is asked of the document's own analysis.
 */
export class FactIndex {
  readonly metrics: MetricIndex;
  readonly #defined = { record: new Tally(), alert: new Tally() };
  readonly #used = { metric: new Tally(), alert: new Tally() };
  /** Notification templates. */
  readonly #templates = { defined: new Tally(), used: new Tally() };
  readonly #annotations = new Tally();
  /** Labels that alerts have, and how many alerts there are that can have any. */
  readonly #alertLabels = new Tally();
  #openAlerts = 0;
  /** Labels of each metric, and values of each label. */
  readonly #labelsOf = new TallyMap();
  readonly #valuesOf = new TallyMap();

  /** @param nameOf gives a document's name for people */
  constructor(nameOf: (uri: string) => string) {
    this.metrics = new MetricIndex(nameOf);
  }

  add(uri: string, facts: Facts): void {
    this.#count(uri, facts, 1);
    this.metrics.add(uri, facts);
  }

  /** Takes back what `add` was given. */
  remove(uri: string, facts: Facts): void {
    this.#count(uri, facts, -1);
    this.metrics.remove(uri, facts);
  }

  /** Documents that define the recording rule or alert. */
  definers(kind: 'record' | 'alert', name: string): Iterable<string> {
    return this.#defined[kind].uris(name);
  }

  /** Documents whose expressions name the metric, or the alert in `ALERTS{alertname="…"}`. */
  users(kind: 'metric' | 'alert', name: string): Iterable<string> {
    return this.#used[kind].uris(name);
  }

  defined(kind: 'record' | 'alert'): Iterable<string> {
    return this.#defined[kind].names();
  }

  used(kind: 'metric' | 'alert'): Iterable<string> {
    return this.#used[kind].names();
  }

  /** Labels that expressions ask of the metric, or all that rules set and expressions name. */
  labelNames(metric?: string): Iterable<string> {
    return metric === undefined ? this.#valuesOf.keys() : (this.#labelsOf.get(metric)?.names() ?? []);
  }

  /** Names of the annotations that rules have. */
  annotationNames(): Iterable<string> {
    return this.#annotations.names();
  }

  /** Values that rules give the label or expressions compare it with, without templates. */
  labelValues(label: string): Iterable<string> {
    return this.#valuesOf.get(label)?.names() ?? [];
  }

  /** Documents that define the notification template. */
  templateDefiners(name: string): Iterable<string> {
    return this.#templates.defined.uris(name);
  }

  /** Documents that call the notification template. */
  templateUsers(name: string): Iterable<string> {
    return this.#templates.used.uris(name);
  }

  definedTemplates(): Iterable<string> {
    return this.#templates.defined.names();
  }

  /** The labels that alerts of the rules can have; undefined where some can have any, or there are no alerts. */
  alertLabels(): ReadonlySet<string> | undefined {
    const names = new Set(this.#alertLabels.names());
    return this.#openAlerts > 0 || names.size === 0 ? undefined : names;
  }

  #countAlert(uri: string, { labels, kept }: RuleFact, by: 1 | -1): void {
    if (!kept) this.#openAlerts += by;
    for (const name of ['alertname', ...labels.map((label) => label.name), ...(kept ?? [])]) {
      this.#alertLabels.count(name, uri, by);
    }
  }

  #count(uri: string, { rules = [], uses = [], labels = [], templates }: Facts, by: 1 | -1): void {
    for (const rule of rules) {
      this.#defined[rule.kind].count(rule.name.text, uri, by);
      if (rule.kind === 'alert') this.#countAlert(uri, rule, by);
      for (const name of rule.annotations) this.#annotations.count(name, uri, by);
      for (const { name, value } of rule.labels) {
        if (!value.includes('{{')) this.#valuesOf.tally(name).count(value, uri, by);
      }
    }
    for (const { kind, name } of uses) this.#used[kind].count(name, uri, by);
    for (const { name } of templates?.defined ?? []) this.#templates.defined.count(name, uri, by);
    for (const { name } of templates?.used ?? []) this.#templates.used.count(name, uri, by);
    for (const { label, metric, value } of labels) {
      if (metric) this.#labelsOf.tally(metric).count(label, uri, by);
      this.#valuesOf.tally(label).count(value ?? '', uri, by);
    }
  }
}

class TallyMap {
  readonly #tallies = new Map<string, Tally>();

  tally(key: string): Tally {
    let tally = this.#tallies.get(key);
    if (!tally) this.#tallies.set(key, (tally = new Tally()));
    return tally;
  }

  get(key: string): Tally | undefined {
    return this.#tallies.get(key);
  }

  keys(): Iterable<string> {
    return this.#tallies.keys();
  }
}

/** How often each document says each name. */
class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  count(name: string, uri: string, by: 1 | -1): void {
    let counts = this.#counts.get(name);
    if (!counts) this.#counts.set(name, (counts = new Map<string, number>()));
    const count = (counts.get(uri) ?? 0) + by;
    if (count > 0) counts.set(uri, count);
    else counts.delete(uri);
    if (counts.size === 0) this.#counts.delete(name);
  }

  uris(name: string): Iterable<string> {
    return this.#counts.get(name)?.keys() ?? [];
  }

  names(): Iterable<string> {
    return this.#counts.keys();
  }
}
