import type { PromqlDialect } from '../../languages/promql/knowledge';
import type { Finding } from '../../text/finding';
import type { Region } from '../../text/region';
import type { Span } from '../../text/span';
import type { LabelWrite, MetricDefinition } from '../metrics/definition';
import type { LabelFact, UsedBy } from '../rules/facts';
import type { NamedSpan } from '../rules/model';

/**
 * What is found in a document that is not ours by itself: a program, a page of Markdown, a dashboard, a page of samples.
 * Spans are of the document. Everything in document order.
 */
export interface HostReading {
  readonly texts: readonly HostedText[];
  readonly rules: readonly HostedRule[];
  readonly metrics: readonly MetricDefinition[];
  readonly writes: readonly LabelWrite[];
  /** What is to be said of the document beside the texts in it. */
  readonly findings: readonly Finding[];
  /** Modules of the workspace, as written, whose exports would tell more. */
  readonly wanted: readonly string[];
  /** Names that stand outside of texts. */
  readonly names?: readonly HostedName[];
  /** Paths and globs of rule files that a test reads, as written. */
  readonly files?: readonly NamedSpan[];
}

/**
 * An alert or a label that a host names by itself: what a test of rules expects to fire, a label in a panel's legend.
 */
export interface HostedName {
  readonly kind: 'alert' | 'label';
  readonly name: string;
  /** Without quotes. */
  readonly span: Span;
  /** Of a label: the alert that has it. */
  readonly alert?: string;
  /** Of a label: index in `texts` of the expression whose result, or the selector whose series, have it. */
  readonly of?: number;
  readonly by: UsedBy;
}

/** PromQL, or a template of an alert's annotation or label, in a host. */
export interface HostedText {
  readonly region: Region;
  /** Where the text stands in the host, from its first to its last character, without quotes. */
  readonly extent: Span;
  /** Who asks it, for "used by 3 alerts". */
  readonly by: UsedBy;
  /**
   * What faults of it are. `error`: Prometheus is going to be asked this very text. `warning`: it may be meant as an
   * illustration. `none`: they say nothing, because it is no expression (a series of a test) or isn't written yet.
   */
  readonly severity: 'error' | 'warning' | 'none';
}

/** An alerting or recording rule that a program writes as an object. */
export interface HostedRule {
  readonly kind: 'alert' | 'record';
  readonly name: NamedSpan;
  readonly labels: readonly LabelFact[];
  readonly annotations: readonly string[];
  /** Index of its expression in `texts`. */
  readonly expr?: number;
}

/** What reading a host depends on besides its text. */
export interface HostSettings {
  readonly dialect: PromqlDialect;
  readonly nameValidation: 'utf8' | 'legacy';
}

/** Nothing found. */
export const NOTHING_HOSTED: HostReading = {
  texts: [],
  rules: [],
  metrics: [],
  writes: [],
  findings: [],
  wanted: [],
};

/** Reads a document that texts and metrics of ours stand in. It may keep what helps it to read the next text faster. */
export type ReadHost = (text: string) => HostReading;
