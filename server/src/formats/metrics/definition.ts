import type { MetricType } from '../../languages/promql/knowledge';
import type { Span } from '../../text/span';

/**
 * A metric that a program, or a page of samples, defines. Plain data: it is kept for every file of the workspace, and on
 * disk. Spans are of the file.
 */
export interface MetricDefinition {
  /** As Prometheus stores the metric: with `_total` of a counter, without `_bucket` and the like of a histogram. */
  readonly name: string;
  readonly type: MetricType;
  /** Empty where the definition has none; absent where it is not known. */
  readonly help?: string;
  /** As the metric's definition says it, `seconds`. */
  readonly unit?: string;
  /** Labels that its series have beside those that Prometheus adds; absent where they are not known. */
  readonly labels?: readonly LabelDefinition[];
  /** Where one more label is to be written; absent where that can't be said. */
  readonly labelSlot?: LabelSlot;
  /** Upper bounds of a histogram's buckets as written, without +Inf; absent where they are not known. */
  readonly buckets?: readonly number[];
  /** Where the definition says them; absent for a library's default. */
  readonly bucketsSpan?: Span;
  /** Quantiles of a summary; absent where they are not known, empty where it has none. */
  readonly quantiles?: readonly number[];
  /** The library, in words: `prom-client`. */
  readonly library: string;
  /** Where the file says the name, without quotes. */
  readonly nameSpan: Span;
  /** The whole definition. */
  readonly span: Span;
  /** How the name is written there, for those that want to change it. Absent where it is computed. */
  readonly written?: WrittenName;
  /** True for those that a library brings by itself (default metrics): nobody has to use them. */
  readonly implied?: boolean;
  /** Tells its registry from others; absent for the library's default one, `?` where it isn't known which, or none. */
  readonly registry?: string;
  /** Series of it that Prometheus stores; derived by its type where absent. */
  readonly series?: readonly string[];
  /** Other names that it may be stored by: how OpenTelemetry's names arrive depends on the way to Prometheus. */
  readonly aliases?: readonly string[];
}

/** Inserting `before`, the label's name, `after` at `at` declares one more label. */
export interface LabelSlot {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The name is `prefix`, then the text of `span` as it stands there (no escapes), then `suffix`. */
export interface WrittenName {
  readonly span: Span;
  readonly prefix: string;
  readonly suffix: string;
  /** The module, as the file writes it, of the file that `span` is of; absent for the same file. */
  readonly from?: string;
}

export interface LabelDefinition {
  readonly name: string;
  /** Where the definition says it, without quotes; absent where it's computed or implied. */
  readonly span?: Span;
  /** True for one that the definition gives its value, or the library: writes don't. */
  readonly fixed?: boolean;
}

/** A place where a program sets labels of a metric: `requests.labels({ method: 'GET' }).inc()`. */
export interface LabelWrite {
  /** The metric's name as in its definition; absent where the text doesn't tell which it is. */
  readonly metric?: string;
  readonly labels: readonly WrittenLabel[];
  /** True when there are others that are not known. */
  readonly open: boolean;
  /** Of a call that gives values only: how many. */
  readonly valueCount?: number;
  readonly span: Span;
}

export interface WrittenLabel {
  readonly name: string;
  /** Where the name stands; absent in calls that give values only. */
  readonly nameSpan?: Span;
  /** Absent where it is computed. */
  readonly value?: string;
  /** Of a computed value: how it is written, `req.params.id`, where that is short. */
  readonly expression?: string;
  readonly valueSpan: Span;
}
