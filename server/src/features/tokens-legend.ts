import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { TokenSpan, TokenType } from '../text/answers';

/** Types and modifiers of semantic tokens, in the order by which the protocol numbers them. */
export const TYPES: readonly TokenType[] = [
  'function',
  'keyword',
  'operator',
  'variable',
  'property',
  'string',
  'number',
  'comment',
  'regexp',
];
export const MODIFIERS: readonly NonNullable<TokenSpan['modifiers']>[number][] = [
  'declaration',
  'deprecated',
  'defaultLibrary',
];

export const TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: [...MODIFIERS],
};
