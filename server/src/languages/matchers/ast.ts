import type { Span } from '../../text/span';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One label matcher of Alertmanager; spans are of the text that was parsed. */
export interface Matcher {
  /** Decoded: without quotes and escapes. */
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly operatorSpan: Span;
  readonly valueSpan: Span;
}
