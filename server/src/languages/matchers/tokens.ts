import type { TokenSpan } from '../../text/answers';
import type { MatchersResult } from './parse';

/** The colours of matchers, in order of place; of a refused text those in front of its fault. */
export function matcherTokens({ matchers }: MatchersResult): TokenSpan[] {
  return matchers.flatMap(({ operator, nameSpan, operatorSpan, valueSpan }): TokenSpan[] => {
    const isRegex = operator === '=~' || operator === '!~';
    const tokens: TokenSpan[] = [
      { span: nameSpan, type: 'property' },
      { span: operatorSpan, type: 'operator' },
      { span: valueSpan, type: isRegex ? 'regexp' : 'string' },
    ];
    // The classic parser reads nothing as an empty value.
    return tokens.filter(({ span }) => span.from < span.to);
  });
}
