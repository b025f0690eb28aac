import { touches, type Span } from '../../text/span';
import type { Expr, LabelList, ParseResult } from './ast';
import { bracketPairs } from './brackets';
import { pathAt } from './tree';

/**
 * Ever bigger stretches around `offset` (UTF-16), innermost first, each holding the one before: word, content of
 * a string, matcher, content of brackets, selector, argument, call, operand, the whole expression.
 */
export function promqlSelections(result: ParseResult, offset: number): Span[] {
  const { text, expr, tokens, comments } = result;
  const spans: Span[] = [];
  const comment = comments.find(({ span }) => touches(span, offset));
  if (comment) spans.push(comment.span);
  // Where two tokens touch, a word is meant rather than a sign; brackets are selected with what they hold.
  const here = tokens.filter(
    ({ span, kind }) => touches(span, offset) && span.to > span.from && !/^[()[\]{},]$/.test(kind),
  );
  const token = here.find((one) => /^[\w:."'`]/.test(one.text)) ?? here[0];
  if (token) {
    if (token.kind === 'string') spans.push(inside(token.span));
    spans.push(token.span);
  }
  for (const pair of bracketPairs(tokens)) if (touches(inside(pair), offset)) spans.push(inside(pair), pair);
  if (expr) for (const node of pathAt(expr, offset)) spans.push(...partsOf(node), node.span);
  spans.push({ from: 0, to: text.length });
  return nested(spans, offset);
}

/** The stretches of a node that are no expressions of their own. */
function partsOf(node: Expr): Span[] {
  switch (node.kind) {
    case 'selector': {
      const { name, braces, matchers, offset, at } = node;
      const bare = braces
        ? [{ from: name?.quoted === true ? braces.from : (name?.span.from ?? braces.from), to: braces.to }]
        : [];
      return [...matchers.map(({ span }) => span), ...bare, ...modifiers(offset, at)];
    }
    case 'subquery':
      return modifiers(node.offset, node.at);
    case 'aggregate':
      return listSpans(node.grouping);
    case 'binary':
      return [...listSpans(node.matching), ...listSpans(node.group), ...node.fills.map(({ span }) => span)];
    default:
      return [];
  }
}

function modifiers(...found: readonly ({ readonly span: Span } | undefined)[]): Span[] {
  return found.flatMap((modifier) => (modifier ? [modifier.span] : []));
}

function listSpans(list: LabelList | undefined): Span[] {
  return list ? [list.span] : [];
}

function inside({ from, to }: Span): Span {
  return { from: from + 1, to: Math.max(from + 1, to - 1) };
}

/** Those around `offset`, from the smallest to the biggest; what would overlap a smaller one is left out. */
function nested(spans: readonly Span[], offset: number): Span[] {
  const around = spans.filter((span) => span.to > span.from && touches(span, offset));
  const chain: Span[] = [];
  for (const span of around.sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const last = chain.at(-1);
    const holds = !last || (span.from <= last.from && span.to >= last.to);
    const isSame = last?.from === span.from && last.to === span.to;
    if (holds && !isSame) chain.push(span);
  }
  return chain;
}
