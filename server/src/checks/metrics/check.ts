import type { LabelWrite, MetricDefinition } from '../../formats/metrics/definition';
import type { Severity } from '../../text/finding';
import type { Advice } from '../check';

/** The metrics that a program defines, and where it sets their labels. */
export interface MetricsModel {
  readonly metrics: readonly MetricDefinition[];
  readonly writes: readonly LabelWrite[];
}

/** Advice on metrics in programs: something that the library or Prometheus accepts late, or never, or that people regret. */
export interface MetricCheck {
  /** Names the check in settings and its page in docs/checks. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** A few words, for lists. */
  readonly title: string;
  /** Markdown: what it means, and what to do. */
  readonly explanation: string;
  run(model: MetricsModel): Iterable<Advice>;
}
