import { cover, type Span } from '../../text/span';
import type {
  AtModifier,
  Expr,
  MatrixSelector,
  OffsetModifier,
  SubqueryExpr,
  VectorSelector,
  Word,
} from './ast';
import { parseOffset, parseRange } from './parse-duration';
import { parseNumber } from './parse-number';
import type { Reader } from './reader';

/** Whatever follows an operand and binds tighter than any operator: `[…]`, `offset`, `@`, `anchored`, `smoothed`. */
export function parsePostfix(reader: Reader, operand: Expr): Expr {
  let expr = operand;
  for (;;) {
    switch (reader.kind) {
      case '[':
        expr = parseBrackets(reader, expr);
        break;
      case 'offset':
        expr = withOffset(reader, expr);
        break;
      case '@':
        expr = withTimestamp(reader, expr);
        break;
      case 'anchored':
      case 'smoothed':
        expr = withExtension(reader, expr, reader.kind);
        break;
      default:
        return expr;
    }
  }
}

/** `[range]` or `[range:step]`. */
function parseBrackets(reader: Reader, expr: Expr): Expr {
  const { from } = reader;
  reader.next();
  const range = parseRange(reader, 'subquery or range selector');
  let isDamaged = reader.damaged.has(range);
  let isSubquery = false;
  let step: Expr | undefined;
  if (!isDamaged && reader.is(':')) {
    isSubquery = true;
    reader.next();
    if (!reader.is(']')) {
      step = parseRange(reader, 'subquery selector', 'number, duration, step(), range(), or "]"');
      isDamaged = reader.damaged.has(step);
    }
  }
  if (!isDamaged && !reader.is(']')) {
    reader.unexpected(
      isSubquery ? 'subquery selector' : 'subquery or range',
      isSubquery ? '"]"' : '":" or "]"',
    );
    isDamaged = true;
  }
  if (isDamaged) leaveBrackets(reader);
  const brackets = { from, to: reader.accept(']') ? reader.end : reader.reach };
  const span = cover(expr.span, brackets);
  const node: MatrixSelector | SubqueryExpr = isSubquery
    ? { kind: 'subquery', expr, range, step, brackets, span }
    : { kind: 'matrix', selector: expr, range, brackets, span };
  if (isDamaged) reader.damaged.add(node);
  // A placeholder may bring a step too, and with it a subquery.
  else if (node.kind === 'matrix' && range.kind !== 'hole') checkRange(reader, node);
  return node;
}

/** After a fault in square brackets: to their end, or out of them at what can only stand behind. */
function leaveBrackets(reader: Reader): void {
  reader.skipWhile((kind) => {
    const isParen = kind === 'error' && reader.text.charAt(reader.from) === ')';
    return !isParen && kind !== ']' && kind !== ')' && kind !== ',' && kind !== '{';
  });
  if (!reader.is(']')) reader.lexer.leave(false);
}

function checkRange(reader: Reader, { selector, brackets }: MatrixSelector): void {
  const problem = rangeProblem(selector);
  if (problem === undefined) return;
  reader.fault('promql/range', brackets, problem);
}

function rangeProblem(expr: Expr): string | undefined {
  if (expr.kind === 'hole' || expr.kind === 'missing') return undefined;
  if (expr.kind !== 'selector') {
    return 'ranges only allowed for vector selectors: write a colon for a subquery, as in [5m:]';
  }
  if (isSet(expr.offset)) return 'no offset modifiers allowed before range: write it behind the brackets';
  return expr.at && 'no @ modifiers allowed before range: write it behind the brackets';
}

/** An offset of zero counts as none, as upstream keeps it. */
function isSet(offset: OffsetModifier | undefined): boolean {
  return offset !== undefined && !(offset.value.kind === 'number' && offset.value.value === 0);
}

type Modified = VectorSelector | SubqueryExpr;

/** `expr` with a changed selector or subquery, which carries the modifiers; its span then reaches to here. */
function change(reader: Reader, expr: Expr, make: (node: Modified) => Modified): Expr {
  const span = { from: expr.span.from, to: reader.reach };
  switch (expr.kind) {
    case 'selector':
    case 'subquery':
      return keepDamage(reader, expr, { ...make(expr), span });
    case 'matrix':
      if (expr.selector.kind !== 'selector') return expr;
      return keepDamage(reader, expr, { ...expr, selector: make(expr.selector), span });
    default:
      return expr;
  }
}

function keepDamage<E extends Expr>(reader: Reader, from: Expr, to: E): E {
  if (reader.damaged.has(from)) reader.damaged.add(to);
  return to;
}

/** What can take `offset` and `@`: it has the modifiers that are set already. Undefined if it has to be refused. */
function modifiable(expr: Expr): Pick<Modified, 'offset' | 'at'> | undefined {
  switch (expr.kind) {
    case 'selector':
    case 'subquery':
      return expr;
    case 'matrix':
      return expr.selector.kind === 'selector' ? expr.selector : NOTHING_SET;
    case 'missing':
    case 'hole':
      return NOTHING_SET;
    default:
      return undefined;
  }
}

const NOTHING_SET = {};
const PLACE =
  'must be preceded by an instant vector selector or range vector selector or a subquery: write it inside, next to the selector';

function withOffset(reader: Reader, expr: Expr): Expr {
  const { span } = expr;
  const keyword = reader.word();
  const value = parseOffset(reader);
  if (reader.damaged.has(value)) {
    const damaged = change(reader, expr, (node) => ({
      ...node,
      offset: { keyword, value, span: cover(keyword.span, value.span) },
    }));
    reader.damaged.add(damaged);
    return damaged;
  }
  const before = modifiable(expr);
  if (!before) {
    reader.fault('promql/modifier', span, `offset modifier ${PLACE}`);
    return expr;
  }
  if (isSet(before.offset)) {
    reader.fault('promql/modifier', span, 'offset may not be set multiple times');
    return change(reader, expr, (node) => node);
  }
  const offset = { keyword, value, span: { from: keyword.span.from, to: reader.end } };
  return change(reader, expr, (node) => ({ ...node, offset }));
}

function withTimestamp(reader: Reader, expr: Expr): Expr {
  const { span } = expr;
  const sign = reader.span;
  reader.next();
  const isHole = reader.is('hole');
  const at = parseTimestamp(reader, sign);
  if (!at) {
    reader.damaged.add(expr);
    return expr;
  }
  if (!isHole && typeof at.value === 'number' && isOutOfBounds(at.value)) {
    const message = `timestamp out of bounds for @ modifier: ${at.value}; seconds since 1970 are due`;
    reader.fault('promql/timestamp', span, message);
    return change(reader, expr, (node) => node);
  }
  const before = modifiable(expr);
  if (!before) {
    reader.fault('promql/modifier', span, `@ modifier ${PLACE}`);
    return expr;
  }
  if (before.at) {
    reader.fault('promql/modifier', span, '@ <timestamp> may not be set multiple times');
    return change(reader, expr, (node) => node);
  }
  return change(reader, expr, (node) => ({ ...node, at }));
}

/** `1609746000`, `-5`, `start()` or `end()`; nothing after a fault. */
function parseTimestamp(reader: Reader, at: Span): AtModifier | undefined {
  const { from } = reader;
  const sign = reader.is('-') ? -1 : 1;
  const isSigned = reader.accept('-') || reader.accept('+');
  switch (reader.kind) {
    case 'number':
    case 'duration': {
      const number = parseNumber(reader);
      if (number.kind !== 'number') return undefined;
      const valueSpan = { from, to: reader.end };
      return { value: sign * number.value, valueSpan, span: cover(at, valueSpan) };
    }
    case 'hole':
      reader.next();
      return { value: NaN, valueSpan: { from, to: reader.end }, span: { from: at.from, to: reader.end } };
    case 'start':
    case 'end': {
      const value = reader.kind;
      if (isSigned) break;
      reader.next();
      if (!reader.accept('(') || !reader.accept(')')) break;
      const valueSpan = { from, to: reader.end };
      return { value, valueSpan, span: cover(at, valueSpan) };
    }
    default:
  }
  reader.unexpected('@', 'timestamp, start() or end()');
  return undefined;
}

/** What doesn't fit into a 64-bit integer. */
function isOutOfBounds(seconds: number): boolean {
  return !(Math.abs(seconds) < 2 ** 63);
}

function withExtension(reader: Reader, expr: Expr, name: 'anchored' | 'smoothed'): Expr {
  const { span } = expr;
  const word: Word = reader.word();
  const problem = extensionProblem(reader, expr, name);
  if (problem) reader.fault(problem.code, span, problem.message);
  return change(reader, expr, (node) => (node.kind === 'selector' ? { ...node, [name]: word } : node));
}

interface Problem {
  readonly code: 'promql/modifier' | 'promql/not-enabled' | 'promql/too-new';
  readonly message: string;
}

function extensionProblem(
  { dialect }: Reader,
  expr: Expr,
  name: 'anchored' | 'smoothed',
): Problem | undefined {
  if (!dialect.since('3.7')) {
    return { code: 'promql/too-new', message: `${name} modifier needs Prometheus 3.7 or newer` };
  }
  if (!dialect.extendedRangeSelectors) {
    const flag = 'start Prometheus with --enable-feature=promql-extended-range-selectors';
    return {
      code: 'promql/not-enabled',
      message: `${name} modifier is experimental and not enabled: ${flag}`,
    };
  }
  const selector = expr.kind === 'matrix' ? expr.selector : expr;
  switch (selector.kind) {
    case 'selector': {
      const other = name === 'anchored' ? selector.smoothed : selector.anchored;
      if (!other) return undefined;
      return { code: 'promql/modifier', message: 'anchored and smoothed modifiers cannot be used together' };
    }
    case 'subquery':
      return { code: 'promql/modifier', message: `${name} modifier is not supported for subqueries` };
    case 'missing':
    case 'hole':
      return undefined;
    default:
      if (expr.kind === 'matrix') return undefined;
      return {
        code: 'promql/modifier',
        message: `${name} modifier not implemented for this: it follows a selector`,
      };
  }
}
