import type { LabelWrite, MetricDefinition } from '../../formats/metrics/definition';
import type { MetricUse, RuleFact } from '../../formats/rules/facts';
import type { MetricInfo } from '../../languages/promql/knowledge';
import type { Severity } from '../../text/finding';
import type { Advice } from '../check';

/** What a document defines and uses. */
export interface DocumentFacts {
  readonly rules?: readonly RuleFact[];
  readonly uses?: readonly MetricUse[];
  readonly metrics?: readonly MetricDefinition[];
  readonly writes?: readonly LabelWrite[];
}

/** What all files of the workspace together say of metrics. */
export interface MetricModel {
  /** The definitions of the metric of this name, or that a series of this name comes from. */
  definitions(name: string): readonly { readonly uri: string; readonly definition: MetricDefinition }[];
  /** What programs of the workspace say of a series that one of them defines. */
  info(series: string): MetricInfo | undefined;
  /** True for a name that a recording rule of the workspace records. */
  isRecorded(name: string): boolean;
  /** True for a metric of a common exporter, or of Prometheus itself. */
  isWellKnown(name: string): boolean;
  /** True for a label that queries ask of several metrics whose definitions don't have it: something adds it to all. */
  isAddedLabel(label: string): boolean;
  /** True where programs of the workspace define metrics whose names begin with the same word. */
  definesNamespaceOf(name: string): boolean;
  /** True where anything in the workspace asks for the series. */
  isUsed(series: string): boolean;
  /** True where something in the workspace asks for what any of its recording rules records. */
  usesRecorded(): boolean;
  /** Every name that recording rules of the workspace record. */
  recorded(): Iterable<string>;
  /** Every series that programs of the workspace define. */
  defined(): Iterable<string>;
  /** A document's name for people. */
  nameOf(uri: string): string;
}

/** Advice, with its own severity where it is less certain than usual. */
export type AcrossAdvice = Advice & Partial<Pick<AcrossCheck, 'severity'>>;

/** Advice on a document for which other documents have to be known. It says nothing where they don't tell enough. */
export interface AcrossCheck {
  /** Names the check in settings and its page in docs/checks. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** A few words, for lists. */
  readonly title: string;
  /** Markdown: what it means, and what to do. */
  readonly explanation: string;
  run(facts: DocumentFacts, model: MetricModel): Iterable<AcrossAdvice>;
}

/** The metrics that a document asks for. */
export function metricUses({ uses = [] }: DocumentFacts): MetricUse[] {
  return uses.filter(({ kind }) => kind === 'metric');
}
