import type { Expr } from '../../languages/promql/ast';
import type { Severity } from '../../text/finding';
import type { Advice } from '../check';

/** Advice on an expression by itself, wherever it stands: something that Prometheus accepts and people regret. */
export interface PromqlCheck {
  /** Names the check in settings and its page in docs/checks. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** A few words, for lists. */
  readonly title: string;
  /** Markdown: what it means, and what to do. */
  readonly explanation: string;
  /** Spans are of the expression's text. */
  run(expr: Expr): Iterable<Advice>;
}
