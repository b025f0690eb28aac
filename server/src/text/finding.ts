import type { Span } from './span';

/** `error` means: the reference program of the target version refuses the file. Anything less is advice. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Replaces the text of `span` by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A quick fix: all of its edits are applied together. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" may apply without asking. */
  readonly preferred?: boolean;
}

/** Another place that explains a finding, for instance the first of two equal names. */
export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
}

/** One cause, at the smallest span that names it. Spans are of the text that was analysed. */
export interface Finding {
  /** Stable, `area/name`, for instance `promql/unknown-function`; names a page in docs/checks. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and what to write instead. */
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedSpan[];
  readonly tag?: 'unnecessary' | 'deprecated';
}
