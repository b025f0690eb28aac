import type { CodeCall, CodeFile, CodeLanguage, CodeValue } from '../../../languages/code/tree';
import type { LabelWrite, MetricDefinition } from '../../metrics/definition';

/** How a library defines metrics and sets their labels: the finder asks every library of the file's language. */
export interface MetricLibrary {
  readonly language: CodeLanguage;
  /** What the text of a file has that defines metrics by it; regular expressions' sources. */
  readonly words: readonly string[];
  /** The metrics that a call defines. */
  define?(call: CodeCall, file: CodeFile): readonly MetricDefinition[];
  /** The same of everything that is no call. */
  defineOthers?(file: CodeFile): readonly MetricDefinition[];
  /** The name of the metric that a value is, where only that is known. */
  nameOf?(value: CodeValue, file: CodeFile): string | undefined;
  /** Methods of metrics whose results are the metric again, with labels set. */
  readonly children?: ReadonlySet<string>;
  /** The labels that a call sets. */
  write?(call: CodeCall, metrics: Metrics): LabelWrite | undefined;
}

/** What is known of the metrics that values are. */
export interface Metrics {
  readonly file: CodeFile;
  /** The metric that a value is. */
  of(value: CodeValue): MetricDefinition | undefined;
  /** The name of the metric that a value is. */
  nameOf(value: CodeValue): string | undefined;
}
