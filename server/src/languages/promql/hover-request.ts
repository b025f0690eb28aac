import type { HoverAnswer } from '../../text/answers';
import type { Span } from '../../text/span';
import { inlineCode, keywordDoc } from './docs';
import { listed } from './explain-parts';
import { KEYWORDS } from './keywords';
import type { MetricKnowledge, PromqlDialect } from './knowledge';

/** What is asked for, handed to the files that know one kind of node each. */
export interface HoverRequest {
  readonly knowledge: MetricKnowledge;
  readonly dialect: PromqlDialect;
  /** True for the stretches of text that the question is about. */
  readonly isAt: (span: Span | undefined) => boolean;
}

/** An answer of several paragraphs. */
export function answer(span: Span, ...parts: readonly (string | undefined)[]): HoverAnswer {
  return { span, markdown: parts.filter((part) => part !== undefined && part !== '').join('\n\n') };
}

/** A line between what a word means and what it says here. */
export const RULE = '---';

/** The documentation of a keyword or operator, and what it says here. */
export function hoverKeyword(
  word: { readonly text: string; readonly span: Span },
  request: HoverRequest,
  ...here: readonly string[]
): HoverAnswer | undefined {
  const info = KEYWORDS.get(word.text.toLowerCase());
  if (!info) return undefined;
  return answer(word.span, keywordDoc(info, request.dialect), here.length > 0 ? RULE : undefined, ...here);
}

const MOST_VALUES = 12;

/** A label with the metrics it belongs to and the values that it is known to have. */
export function labelDoc(
  label: string,
  metrics: readonly string[],
  { knowledge }: Pick<HoverRequest, 'knowledge'>,
): string {
  const owners = metrics.length > 0 ? ` of ${listed(metrics.map(inlineCode))}` : '';
  const values: string[] = [];
  let more = false;
  for (const value of knowledge.labelValues(label, metrics[0])) {
    more = values.length >= MOST_VALUES;
    if (more) break;
    values.push(inlineCode(value));
  }
  const known = values.length > 0 ? `\n\nKnown values: ${values.join(', ')}${more ? ', …' : ''}` : '';
  return `**${inlineCode(label)}** · label${owners}${known}`;
}
