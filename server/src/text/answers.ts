/** What language services answer, in offsets of the text they were given. Features turn these into LSP. */
import type { TextEdit } from './finding';
import type { Span } from './span';

export type SuggestionKind =
  | 'metric'
  | 'recording-rule'
  | 'function'
  | 'aggregation'
  | 'keyword'
  | 'operator'
  | 'label'
  | 'label-value'
  | 'duration'
  | 'field'
  | 'value'
  | 'snippet'
  | 'variable';

export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** Short, beside the label: a type, a unit, a signature. */
  readonly detail?: string;
  /** Markdown; a function when it costs something to make. */
  readonly documentation?: string | (() => string);
  /** What replaces `replace`; the label when absent. */
  readonly insertText?: string;
  /** `insertText` has the placeholders `${1:…}` and `$0` of LSP snippets. */
  readonly snippet?: boolean;
  readonly replace: Span;
  /** Lower first. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Open the list again after this was inserted (for a value after `key: `, say). */
  readonly retrigger?: boolean;
  readonly additionalEdits?: readonly TextEdit[];
}

export interface HoverAnswer {
  readonly span: Span;
  readonly markdown: string;
}

export interface SignatureAnswer {
  readonly label: string;
  readonly documentation?: string;
  readonly parameters: readonly { readonly label: string; readonly documentation?: string }[];
  readonly activeParameter: number;
}

export type TokenType =
  'function' | 'keyword' | 'operator' | 'variable' | 'property' | 'string' | 'number' | 'comment' | 'regexp';

/** One coloured stretch; never overlapping, ordered. `metric` is `variable`, `label` is `property`. */
export interface TokenSpan {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers?: readonly ('declaration' | 'deprecated' | 'defaultLibrary')[];
}

export interface InlayAnswer {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
}
