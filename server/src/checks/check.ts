import type { RuleModel } from '../formats/rules/model';
import type { Finding, Severity } from '../text/finding';

/** What a check found: spans are of the text that the rule was read from. */
export type Advice = Pick<Finding, 'message' | 'span' | 'fixes' | 'related'>;

/**
 * Advice on one rule: something that Prometheus accepts and people regret. It looks at the rule alone, so that its
 * answer can be kept as long as the rule stays as it is.
 */
export interface RuleCheck {
  /** Names the check in settings and its page in docs/checks. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** A few words, for lists. */
  readonly title: string;
  /** Markdown: what it means, and what to do. */
  readonly explanation: string;
  run(rule: RuleModel): Iterable<Advice>;
}
