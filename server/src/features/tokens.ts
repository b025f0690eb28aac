import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { promqlTokens } from '../languages/promql/tokens';
import { templateTokens } from '../languages/gotemplate/tokens';
import { matcherTokens } from '../languages/matchers/tokens';
import type { TokenSpan } from '../text/answers';
import { hostSpan, type OffsetMap } from '../text/region';
import type { Span } from '../text/span';
import { offsetOf, type FeatureContext } from './context';
import { fragments } from './fragments';
import { MODIFIERS, TYPES } from './tokens-legend';

/** The colours of PromQL, templates and label matchers, in `range` or the whole document. */
export function semanticTokens(context: FeatureContext, range?: Range): SemanticTokens {
  const { document } = context;
  const shown = range && { from: offsetOf(context, range.start), to: offsetOf(context, range.end) };
  const placed: (TokenSpan & { readonly host: Span })[] = [];
  const add = (tokens: readonly TokenSpan[], map: OffsetMap): void => {
    for (const token of tokens) placed.push({ ...token, host: hostSpan(map, token.span) });
  };
  for (const fragment of fragments(document, shown)) {
    switch (fragment.language) {
      case 'promql':
        add(promqlTokens(fragment.result), fragment.map);
        break;
      case 'gotemplate': {
        const queries = fragment.queries?.() ?? [];
        const holders = new Set(queries.map(({ span }) => span.from));
        add(
          templateTokens(fragment.result).filter(({ span }) => !holders.has(span.from)),
          fragment.map,
        );
        for (const { fragment: query } of queries) add(promqlTokens(query.result), query.map);
        break;
      }
      case 'matchers':
        add(matcherTokens(fragment.result), fragment.map);
        break;
    }
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
