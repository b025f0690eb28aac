import { touches } from '../../text/span';
import type { AggregateExpr, BinaryExpr, Expr, LabelList, ParseResult } from './ast';
import type { MetricKnowledge } from './knowledge';
import { mayHave } from './label-sets';
import { metricRefs } from './occurrences';
import { resultLabels } from './result-labels';
import { pathAt } from './tree';

export interface LabelScope {
  /** Labels that series at this place are known to have. */
  readonly own: Iterable<string>;
  /** Labels that they can have, for all that is known. */
  readonly others: Iterable<string>;
}

interface Request {
  readonly result: ParseResult;
  readonly offset: number;
  readonly env: { readonly knowledge: MetricKnowledge };
}

/** The labels that the list of `keyword` at the cursor can name with effect. */
export function labelsInScope({ result, offset, env: { knowledge } }: Request, keyword: string): LabelScope {
  const owner = ownerOfList(result.expr, offset);
  if (!owner) return all(result.expr ? [result.expr] : [], knowledge);
  const operands = operandsOf(owner, keyword).filter(({ kind }) => kind !== 'missing' && kind !== 'hole');
  if (operands.length === 0) return all([], knowledge);
  const results = operands.map(resultLabels);
  const can = (label: string): boolean => results.every((labels) => mayHave(labels, label));
  const finite = results.find(({ kind }) => kind === 'only');
  if (finite?.kind === 'only') return { own: finite.labels.filter(can), others: [] };
  const { own, others } = all(operands, knowledge);
  return { own: filtered(own, can), others: filtered(others, can) };
}

/** The aggregation or binary operation with the list of labels that the cursor is in. */
function ownerOfList(expr: Expr | undefined, offset: number): AggregateExpr | BinaryExpr | undefined {
  const isHere = (list: LabelList | undefined): boolean => list !== undefined && touches(list.span, offset);
  for (const node of expr ? pathAt(expr, offset).reverse() : []) {
    if (node.kind === 'aggregate' && isHere(node.grouping)) return node;
    if (node.kind === 'binary' && (isHere(node.matching) || isHere(node.group))) return node;
  }
  return undefined;
}

/** Whose labels count: of an aggregation its vector, of `on` both sides, of `group_left (…)` the side they come from. */
function operandsOf(owner: AggregateExpr | BinaryExpr, keyword: string): Expr[] {
  if (owner.kind === 'aggregate') return owner.args.slice(-1);
  switch (keyword) {
    case 'group_left':
      return [owner.rhs];
    case 'group_right':
      return [owner.lhs];
    default:
      return [owner.lhs, owner.rhs];
  }
}

function all(operands: readonly Expr[], knowledge: MetricKnowledge): LabelScope {
  const metrics = operands.flatMap((operand) => metricRefs(operand)).filter(({ kind }) => kind === 'metric');
  const own = new Set(metrics.flatMap(({ name }) => [...knowledge.labelNames(name)]));
  return { own, others: knowledge.labelNames() };
}

function* filtered(labels: Iterable<string>, test: (label: string) => boolean): Iterable<string> {
  for (const label of labels) if (test(label)) yield label;
}
