import type { Span } from '../../text/span';
import type { BinaryExpr, PromqlFault, ValueType } from './ast';
import type { PromqlCode } from './codes';
import { isBlank } from './lexer-characters';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
const SET_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);

/**
 * Operands, `bool` and vector matching of a binary expression, whose sides have the types `lhs` and `rhs`: that part
 * of `checkAST` in promql/parser/parse.go. Gives the expression's own type.
 */
export function checkBinary(
  text: string,
  node: BinaryExpr,
  lhs: ValueType,
  rhs: ValueType,
  reportFault: (fault: PromqlFault) => void,
): ValueType {
  const report = (code: PromqlCode, span: Span, message: string, fixes?: PromqlFault['fixes']): void => {
    reportFault({ code, span, message, fixes });
  };
  const op = node.op.text.toLowerCase();
  const isSetOperator = SET_OPERATORS.has(op);
  if (node.bool && !COMPARISONS.has(op)) {
    report('promql/bool', operatorSpan(text, node), 'bool modifier can only be used on comparison operators');
  }
  if (!node.bool && COMPARISONS.has(op) && lhs === 'scalar' && rhs === 'scalar') {
    const { to } = node.op.span;
    const fix = { title: 'Add bool', edits: [{ span: { from: to, to }, newText: ' bool' }], preferred: true };
    const message = `comparisons between scalars must use BOOL modifier: ${op} bool`;
    report('promql/bool', operatorSpan(text, node), message, [fix]);
  }
  const shared = sharedLabel(node);
  if (shared !== undefined) {
    const message = `label "${shared}" must not occur in ON and GROUP clause at once`;
    report('promql/vector-matching', operatorSpan(text, node), message);
  }
  const isRight = checkOperand(node.lhs.span, lhs) && checkOperand(node.rhs.span, rhs);
  if (isSure(lhs) && isSure(rhs) && (lhs === 'scalar' || rhs === 'scalar')) checkScalarMatching();
  else if (lhs === 'vector' && rhs === 'vector' && isSetOperator) checkSetMatching();
  if (isSetOperator && (lhs === 'scalar' || rhs === 'scalar')) {
    const message = `set operator "${op}" not allowed in binary scalar expression: vector(…) makes an instant vector of a number`;
    report('promql/set-operator', node.span, message);
  }
  if (!isRight || node.lhs.kind === 'missing' || node.rhs.kind === 'missing') return 'unknown';
  if (lhs === 'vector' || rhs === 'vector') return 'vector';
  return lhs === 'scalar' && rhs === 'scalar' ? 'scalar' : 'unknown';

  function checkOperand(span: Span, type: ValueType): boolean {
    if (type !== 'string' && type !== 'matrix') return true;
    const hint = type === 'matrix' ? ': apply a function such as rate to the range vector' : '';
    const message = `binary expression must contain only scalar and instant vector types${hint}`;
    report('promql/operand-type', span, message);
    return false;
  }

  function checkScalarMatching(): void {
    if (node.matching && node.matching.labels.length > 0) {
      report('promql/vector-matching', node.span, 'vector matching only allowed between instant vectors');
    }
    if (node.fills.length > 0) {
      const message = 'filling in missing series only allowed between instant vectors';
      report('promql/vector-matching', node.span, message);
    }
  }

  function checkSetMatching(): void {
    if (node.group) {
      const message = `no grouping allowed for "${op}" operation: it is many-to-many by itself`;
      report('promql/vector-matching', node.span, message);
    }
    if (node.fills.length > 0) {
      report('promql/vector-matching', node.span, 'filling in missing series not allowed for set operators');
    }
  }
}

function isSure(type: ValueType): boolean {
  return type === 'scalar' || type === 'vector';
}

/** A label that `on` has and that `group_left` or `group_right` includes too. */
function sharedLabel({ matching, group }: BinaryExpr): string | undefined {
  if (!group || matching?.keyword.text.toLowerCase() !== 'on') return undefined;
  const included = new Set(group.labels.map(({ text }) => text));
  return matching.labels.find(({ text }) => included.has(text))?.text;
}

/**
 * The operator with its modifiers. Upstream takes the place of the last character for the end, and so does this, for
 * the places to be equal.
 */
function operatorSpan(text: string, { lhs, rhs }: BinaryExpr): Span {
  let from = lhs.span.to;
  while (isBlank(text.charCodeAt(from))) from++;
  let to = rhs.span.from - 1;
  while (to > from && isBlank(text.charCodeAt(to))) to--;
  return { from, to };
}
