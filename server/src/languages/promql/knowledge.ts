/** What is known of metrics and labels, wherever it comes from. Missing knowledge means less help, never an error. */

export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'info' | 'unknown';

export interface MetricInfo {
  readonly name: string;
  readonly type: MetricType;
  /** Base unit, `seconds`, `bytes`, `ratio`, …; empty where there is none. */
  readonly unit?: string;
  readonly help?: string;
  /** In words: `recording rule in rules/api.yml`, `node_exporter`. */
  readonly origin: string;
  readonly labels?: readonly string[];
  /** Higher first in completion: things of this workspace 2, used in this workspace 1, well known 0. */
  readonly weight: number;
}

/** One place to ask; the workspace index, the well-known tables and a live server are merged behind it. */
export interface MetricKnowledge {
  metric(name: string): MetricInfo | undefined;
  /** @param isWanted spares making what is said of the others, of which there may be very many */
  metrics(isWanted?: (name: string) => boolean): Iterable<MetricInfo>;
  /** Label names, of that metric if given and known, otherwise all. */
  labelNames(metric?: string): Iterable<string>;
  labelValues(label: string, metric?: string): Iterable<string>;
}

/** Which language Prometheus reads: its version and the features switched on. */
export interface PromqlDialect {
  /** `[major, minor]`, for instance `[3, 14]`. */
  readonly version: readonly [number, number];
  /** Prometheus' own names: `promql-experimental-functions`, `promql-duration-expr`, … */
  readonly features: ReadonlySet<string>;
}
