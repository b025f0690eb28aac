import type { ValueType } from './ast';

export interface ParameterInfo {
  readonly name: string;
  readonly type: Exclude<ValueType, 'unknown'>;
  readonly doc: string;
}

export interface Renaming {
  readonly since: string;
  readonly to: string;
}

/** One row of the function table. */
export interface FunctionInfo {
  readonly name: string;
  readonly parameters: readonly ParameterInfo[];
  /**
   * As upstream's table has it: 0, exactly these parameters; otherwise the last one may be absent and repeat, with
   * at most n arguments beyond the ones before it (`round(v)`, `round(v, 5)` with 1), or without a limit for -1.
   */
  readonly variadic: number;
  readonly returns: Exclude<ValueType, 'unknown'>;
  /** Behind the feature `promql-experimental-functions`, in the newest known version. */
  readonly experimental: boolean;
  /** Prometheus version that has it first, `2.0` for older ones; and where it ceased to be experimental. */
  readonly since: string;
  readonly stableSince?: string;
  /** The version that has it under another name. */
  readonly renamed?: Renaming;
  /** Markdown, our own words: one line of what it gives, then what to know. */
  readonly summary: string;
  readonly details?: string;
  readonly example: string;
  /** What the argument is meant to be, for ranking: `rate` wants counters, `deriv` gauges. */
  readonly wants?: 'counter' | 'gauge' | 'histogram' | 'buckets';
  readonly link: string;
}

/** One row of the aggregation table. */
export interface AggregationInfo {
  readonly name: string;
  readonly parameter?: ParameterInfo;
  readonly experimental: boolean;
  readonly since: string;
  readonly stableSince?: string;
  readonly summary: string;
  readonly details?: string;
  readonly example: string;
  readonly link: string;
}

/** One row of the keyword and operator table. */
export interface KeywordInfo {
  readonly name: string;
  readonly kind: 'operator' | 'modifier' | 'matching' | 'preprocessor' | 'number';
  readonly summary: string;
  readonly details?: string;
  readonly example: string;
  readonly since: string;
  /** The feature that it needs, if any, up to the version where it became stable. */
  readonly feature?: string;
  readonly stableSince?: string;
  readonly link: string;
}
