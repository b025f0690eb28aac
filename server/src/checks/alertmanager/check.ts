import type { ConfigModel } from '../../formats/alertmanager/model';
import type { Version } from '../../formats/structure/types';
import type { Severity } from '../../text/finding';
import type { Advice } from '../check';

/** What a check may know besides the model. */
export interface ConfigCheckContext {
  /** What the model was read from: its spans are offsets of it. */
  readonly text: string;
  /** The target version of Alertmanager. */
  readonly version: Version;
  /**
   * Labels that alerts of the workspace's rules can have; absent where it has no alert rules, or where some alert may
   * have any label.
   */
  readonly labelNames?: ReadonlySet<string>;
}

/** Advice on a configuration: something that Alertmanager accepts and people regret. */
export interface AlertmanagerCheck {
  /** Names the check in settings and its page in docs/checks. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** A few words, for lists. */
  readonly title: string;
  /** Markdown: what it means, and what to do. */
  readonly explanation: string;
  /**
   * `part`: it looks at each receiver, each inhibit rule and each route by itself, so a piece of a file will do. `file`: it
   * needs the whole file, or what the workspace knows.
   */
  readonly scope: 'part' | 'file';
  run(model: ConfigModel, context: ConfigCheckContext): Iterable<Advice>;
}
