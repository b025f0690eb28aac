import type { HoverAnswer } from '../../text/answers';
import { touches } from '../../text/span';
import { inlineCode } from '../promql/docs';
import { cut } from '../promql/explain-parts';
import { regexInWords } from '../promql/regex-words';
import type { Matcher } from './ast';
import type { MatchersResult } from './parse';
import { matches } from './regex';

/** What the matcher at `offset` says; with others beside it, that all of them have to hold. */
export function hoverMatchers({ matchers }: MatchersResult, offset: number): HoverAnswer | undefined {
  const matcher = matchers.find(({ span }) => touches(span, offset));
  if (!matcher) return undefined;
  const count = matchers.length > 1 ? `\n\nAll ${matchers.length} matchers have to hold.` : '';
  return { span: matcher.span, markdown: matcherInWords(matcher) + count };
}

/**
 * A matcher as a sentence of Markdown: ``Alerts whose `team` is `db` or `web`.`` Alertmanager takes an absent label for an
 * empty one, so it says which matchers hold for alerts without the label too.
 */
export function matcherInWords(matcher: Pick<Matcher, 'name' | 'operator' | 'value'>): string {
  const { operator, value } = matcher;
  const name = inlineCode(cut(matcher.name));
  const isNegative = operator === '!=' || operator === '!~';
  const isRegex = operator === '=~' || operator === '!~';
  if (value === '' || (isRegex && value === '.+')) {
    const lacks = (value === '') !== isNegative;
    return `Alerts ${lacks ? 'without' : 'with'} the label ${name}.`;
  }
  if (isRegex && value === '.*') return isNegative ? 'No alert at all.' : 'Every alert, whatever its labels.';
  const also = matches(matcher, '') ? ', and those without the label' : '';
  if (!isRegex) return `Alerts whose ${name} is ${isNegative ? 'not ' : ''}${inlineCode(cut(value))}${also}.`;
  const words = regexInWords(value);
  if (words !== undefined) return `Alerts whose ${name} is ${isNegative ? 'not ' : ''}${words}${also}.`;
  const verb = isNegative ? 'does not match' : 'matches';
  return `Alerts whose whole ${name} ${verb} the regular expression ${inlineCode(cut(value))}${also}.`;
}
