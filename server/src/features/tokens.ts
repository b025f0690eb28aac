import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { promqlTokens } from '../languages/promql/tokens';
import { templateTokens } from '../languages/gotemplate/tokens';
import type { TokenSpan, TokenType } from '../text/answers';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import { offsetOf, type FeatureContext } from './context';
import { fragments } from './fragments';

const TYPES: readonly TokenType[] = [
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
const MODIFIERS: readonly NonNullable<TokenSpan['modifiers']>[number][] = [
  'declaration',
  'deprecated',
  'defaultLibrary',
];

export const TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: [...MODIFIERS],
};

/** The colours of PromQL and templates, in `range` or the whole document. */
export function semanticTokens(context: FeatureContext, range?: Range): SemanticTokens {
  const { document } = context;
  const shown = range && { from: offsetOf(context, range.start), to: offsetOf(context, range.end) };
  const placed: (TokenSpan & { readonly host: Span })[] = [];
  for (const fragment of fragments(document, shown)) {
    const tokens =
      fragment.language === 'promql' ? promqlTokens(fragment.result) : templateTokens(fragment.result);
    for (const token of tokens) placed.push({ ...token, host: hostSpan(fragment.map, token.span) });
  }
  placed.sort((a, b) => a.host.from - b.host.from);
  return { data: encode(context, placed) };
}

/** LSP's five numbers a token, each relative to the one before; a token of several lines becomes one a line. */
function encode(
  { document }: FeatureContext,
  tokens: readonly (TokenSpan & { readonly host: Span })[],
): number[] {
  const { lines } = document;
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  const push = (line: number, from: number, to: number, token: TokenSpan): void => {
    if (to <= from) return;
    const modifiers = (token.modifiers ?? []).reduce((bits, m) => bits | (1 << MODIFIERS.indexOf(m)), 0);
    const character = line === lastLine ? from - lastCharacter : from;
    data.push(line - lastLine, character, to - from, TYPES.indexOf(token.type), modifiers);
    lastLine = line;
    lastCharacter = from;
  };
  for (const token of tokens) {
    const start = lines.positionAt(token.host.from);
    const end = lines.positionAt(token.host.to);
    for (let line = start.line; line <= end.line; line++) {
      const text = lines.lineText(line);
      const indent = text.length - text.trimStart().length;
      const from = line === start.line ? start.character : indent;
      push(line, from, line === end.line ? end.character : text.length, token);
    }
  }
  return data;
}
