import type { HoverAnswer } from '../../text/answers';
import { AGGREGATIONS } from './aggregations';
import type { AggregateExpr, BinaryExpr, CallExpr, Expr, LabelList, ParenExpr, UnaryExpr } from './ast';
import { aggregationDoc, functionDoc, inlineCode } from './docs';
import { listed } from './explain-parts';
import { FUNCTIONS } from './functions';
import { answer, hoverKeyword, labelDoc, RULE, type HoverRequest } from './hover-request';
import { metricRefs } from './occurrences';
import { resultDoc } from './result-words';

/** Functions, aggregations, operators and their keywords, each with what it says and gives here. */
export function hoverOperation(
  node: CallExpr | AggregateExpr | BinaryExpr | UnaryExpr | ParenExpr,
  request: HoverRequest,
): HoverAnswer | undefined {
  const { isAt, knowledge } = request;
  switch (node.kind) {
    case 'call': {
      if (!isAt(node.func.span)) return undefined;
      const info = FUNCTIONS.get(node.func.text);
      return (
        info && answer(node.func.span, functionDoc(info, request.dialect), RULE, resultDoc(node, knowledge))
      );
    }
    case 'aggregate':
      return hoverAggregate(node, request);
    case 'binary':
      return hoverBinary(node, request);
    case 'unary':
      return isAt(node.op.span) ? hoverKeyword(node.op, request, resultDoc(node, knowledge)) : undefined;
    case 'paren':
      return answer(node.span, resultDoc(node, knowledge));
  }
}

function hoverAggregate(node: AggregateExpr, request: HoverRequest): HoverAnswer | undefined {
  const { op, grouping, args } = node;
  if (request.isAt(op.span)) {
    const info = AGGREGATIONS.get(op.text.toLowerCase());
    return (
      info && answer(op.span, aggregationDoc(info, request.dialect), RULE, resultDoc(node, request.knowledge))
    );
  }
  return hoverList(grouping, node, args.slice(-1), request);
}

function hoverBinary(node: BinaryExpr, request: HoverRequest): HoverAnswer | undefined {
  const { op, bool, matching, group, fills, lhs, rhs } = node;
  const { isAt, knowledge } = request;
  if (isAt(op.span)) return hoverKeyword(op, request, resultDoc(node, knowledge));
  if (bool && isAt(bool.span)) return hoverKeyword(bool, request);
  const fill = fills.find(({ span }) => isAt(span));
  if (fill)
    return hoverKeyword(
      { text: fill.keyword.text, span: fill.span },
      request,
      `Missing values count as ${fill.value}.`,
    );
  return hoverList(matching, node, [lhs, rhs], request) ?? hoverList(group, node, [lhs, rhs], request);
}

/** The keyword of a list of labels, or one of its labels. */
function hoverList(
  list: LabelList | undefined,
  owner: Expr,
  operands: readonly Expr[],
  request: HoverRequest,
): HoverAnswer | undefined {
  if (!list || !request.isAt(list.span)) return undefined;
  const label = list.labels.find(({ span }) => request.isAt(span));
  if (label && !label.holed)
    return answer(label.span, labelDoc(label.text, ownersOf(label.text, operands, request), request));
  const names = list.labels.map(({ text }) => inlineCode(text));
  const labels = names.length > 0 ? [`Labels: ${listed(names)}.`] : [];
  const { text, span } = list.keyword;
  const word = { text, span: request.isAt(span) ? span : list.span };
  return hoverKeyword(word, request, ...labels, resultDoc(owner, request.knowledge));
}

/** The metrics in `operands` that are known to have the label. */
function ownersOf(label: string, operands: readonly Expr[], { knowledge }: HoverRequest): string[] {
  const metrics = new Set(operands.flatMap((operand) => metricRefs(operand)).map(({ name }) => name));
  return [...metrics].filter((metric) => [...knowledge.labelNames(metric)].includes(label));
}
