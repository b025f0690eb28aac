import type { Span } from '../../text/span';
import { build } from './format-build';
import { attachComments } from './format-comments';
import { measure } from './format-doc';
import { render } from './format-render';
import { Unprintable } from './format-words';
import type { PromqlDialect } from './knowledge';
import { parse } from './parse';

export interface FormatOptions {
  readonly dialect?: PromqlDialect;
  /** Stretches that are filled in later. An expression that has any is refused: what it becomes is unknown. */
  readonly holes?: readonly Span[];
  /** One level of indentation; two blanks, as Prometheus has it. */
  readonly indent?: string;
  /** The longest that a node may be on one line, in UTF-8 bytes; 100, as Prometheus has it. */
  readonly width?: number;
}

export type Formatted = { readonly text: string } | { readonly refused: string };

/** Deeply nested input makes quadratically much indentation; more than this helps nobody. */
const LONGEST_OUTPUT = 1 << 26;

/**
 * One PromQL expression in Prometheus' own layout: what `promtool promql format` prints (promql/parser/printer.go
 * and prettier.go), with the comments kept. Formatting again changes nothing. What can't be printed with the same
 * meaning is refused, with the reason.
 */
export function formatExpr(text: string, options: FormatOptions = {}): Formatted {
  const { dialect, holes = [], indent = '  ', width = 100 } = options;
  if (holes.length > 0) return { refused: 'The expression is completed by a template.' };
  const { expr, faults, comments } = parse(text, { dialect });
  const fault = faults[0];
  if (fault ?? !expr) return { refused: `The expression has an error: ${fault?.message ?? 'it is empty'}` };
  try {
    const { root, docs, anchors } = build(text, expr);
    const ending = attachComments(text, comments, anchors);
    const formatted = render(root, ending, measure(docs), { width, indent, limit: LONGEST_OUTPUT });
    return formatted === undefined
      ? { refused: 'The expression is nested too deeply.' }
      : { text: formatted };
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    return { refused: `The expression can't be printed: ${error.message}.` };
  }
}
