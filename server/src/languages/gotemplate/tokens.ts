import type { TokenSpan, TokenType as TokenColour } from '../../text/answers';
import type { TemplateResult } from './ast';
import type { TokenType } from './token';

const COLOURS: Partial<Record<TokenType, TokenColour>> = {
  assign: 'operator',
  bool: 'keyword',
  charConstant: 'number',
  comment: 'comment',
  complex: 'number',
  declare: 'operator',
  dot: 'variable',
  field: 'property',
  identifier: 'function',
  keyword: 'keyword',
  nil: 'keyword',
  number: 'number',
  pipe: 'operator',
  rawString: 'string',
  string: 'string',
  variable: 'variable',
};

/**
 * The colours of what stands in actions, in order. Strings that hold PromQL (`queryCalls`) are among them as
 * strings.
 */
export function templateTokens(result: TemplateResult): TokenSpan[] {
  const declared = new Set(result.variables.map(({ span }) => span.from));
  return result.tokens.flatMap(({ type, from, to }): TokenSpan[] => {
    const colour = COLOURS[type];
    if (colour === undefined) return [];
    const span = type === 'field' ? { from: from + 1, to } : { from, to };
    if (type === 'variable' && declared.has(from))
      return [{ span, type: colour, modifiers: ['declaration'] }];
    return [{ span, type: colour }];
  });
}
