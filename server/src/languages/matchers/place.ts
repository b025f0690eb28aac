import type { Span } from '../../text/span';
import { unquote } from '../promql/strings';
import type { MatchOperator } from './ast';
import { tokenize, type Token } from './lexer';

/** What may be written at a place in half-written matchers. `replace` is what stands there already. */
export type MatcherPlace =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'name'; readonly replace: Span; readonly hasOperator: boolean }
  | { readonly kind: 'operator'; readonly replace: Span }
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly operator: MatchOperator;
      /** Without the quotes. */
      readonly replace: Span;
      readonly isQuoted: boolean;
      readonly isClosed: boolean;
    };

/** The place of a cursor at `offset`, by what stands before it on its side of the last comma. */
export function placeAt(text: string, offset: number): MatcherPlace {
  const tokens = tokenize(text);
  const before = tokens.filter(({ span }) => span.from < offset);
  const open = before.findLastIndex(({ kind }) => kind === ',' || kind === '{' || kind === '}');
  if (before[open]?.kind === '}') return { kind: 'nothing' };
  const [name, operator, ...value] = before.slice(open + 1);
  const next = tokens[before.length];
  const empty = { from: offset, to: offset };
  if (!name) return { kind: 'name', replace: empty, hasOperator: isOperator(next) };
  if (offset <= name.span.to) {
    return { kind: 'name', replace: name.span, hasOperator: isOperator(operator ?? next) };
  }
  if (!operator) return { kind: 'operator', replace: empty };
  if (!isOperator(operator)) {
    return offset <= operator.span.to ? { kind: 'operator', replace: operator.span } : { kind: 'nothing' };
  }
  const isQuotedName = name.kind === 'quoted';
  return {
    kind: 'value',
    name: isQuotedName ? unquote(name.text).value : name.text,
    operator: operator.kind,
    ...valueAt(text, offset, value),
  };
}

function valueAt(
  text: string,
  offset: number,
  [first]: readonly Token[],
): { replace: Span; isQuoted: boolean; isClosed: boolean } {
  if (!first) return { replace: { from: offset, to: offset }, isQuoted: false, isClosed: false };
  if (!first.text.startsWith('"')) {
    // Up to the comma, as the classic parser reads it.
    const rest = text.slice(first.span.from);
    const end = first.span.from + rest.search(/,|\}?\s*$/);
    return {
      replace: { from: first.span.from, to: Math.max(end, offset) },
      isQuoted: false,
      isClosed: false,
    };
  }
  const isClosed = first.kind === 'quoted';
  const replace = { from: first.span.from + 1, to: isClosed ? first.span.to - 1 : offset };
  return { replace, isQuoted: true, isClosed };
}

function isOperator(token: Token | undefined): token is Token & { readonly kind: MatchOperator } {
  return token !== undefined && /^(?:=|!=|=~|!~)$/.test(token.kind);
}
