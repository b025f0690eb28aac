/** The parts of an expression that are printed in one go, as Prometheus' promql/parser/printer.go has them. */
import type {
  BinaryExpr,
  Expr,
  MatrixSelector,
  NumberLiteral,
  OffsetModifier,
  SubqueryExpr,
  VectorSelector,
} from './ast';
import { fold } from './fold';
import { formatDuration, formatFloat, formatGeneral, wholeMilliseconds } from './format-literals';
import { children } from './tree';

/** The expression can't be printed so that it means the same. */
export class Unprintable extends Error {}

/** Prometheus keeps a time stamp in milliseconds as a 64-bit integer. */
const LATEST_MS = 2 ** 63;

/** The two sides' fill values as upstream has them: one word where they are equal. */
export function fillText({ fills }: BinaryExpr): string {
  const value = (side: string): number | undefined =>
    fills.findLast(({ keyword }) => ['fill', side].includes(keyword.text.toLowerCase()))?.value;
  const [left, right] = [value('fill_left'), value('fill_right')];
  if (left !== undefined && left === right) return ` fill (${formatGeneral(left)})`;
  const one = (word: string, fill: number | undefined): string =>
    fill === undefined ? '' : ` ${word} (${formatGeneral(fill)})`;
  return one('fill_left', left) + one('fill_right', right);
}

/** What follows an instant vector selector. */
export function instantSuffix(node: VectorSelector): string {
  return atText(node) + extensionText(node) + offsetText(node.offset);
}

/** What follows a range vector selector, whose modifiers come in another order. */
export function rangeSuffix({ range }: MatrixSelector, selector: VectorSelector): string {
  return `[${spanText(range)}]${extensionText(selector)}${atText(selector)}${offsetText(selector.offset)}`;
}

/** What follows the expression of a subquery. */
export function subquerySuffix(node: SubqueryExpr): string {
  const step = node.step ? spanText(node.step) : '';
  return `[${spanText(node.range)}:${step}]${atText(node)}${offsetText(node.offset)}`;
}

function extensionText({ anchored, smoothed }: VectorSelector): string {
  if (anchored) return ' anchored';
  return smoothed ? ' smoothed' : '';
}

function atText({ at }: Pick<VectorSelector, 'at'>): string {
  if (!at) return '';
  if (at.value === 'start' || at.value === 'end') return ` @ ${at.value}()`;
  const ms = Math.sign(at.value) * Math.round(Math.abs(at.value) * 1000);
  if (!(Math.abs(ms) < LATEST_MS)) throw new Unprintable('the time stamp after @ is out of range');
  return ` @ ${(ms / 1000).toFixed(3)}`;
}

function offsetText(offset: OffsetModifier | undefined): string {
  if (!offset) return '';
  if (offset.value.kind !== 'number') return ` offset ${durationText(offset.value)}`;
  const ms = wholeMilliseconds(offset.value.value);
  return ms === 0 ? '' : ` offset ${formatDuration(ms)}`;
}

/** A range or a step. Upstream prints those under a millisecond as `0s`, which nobody accepts. */
function spanText(expr: Expr): string {
  if (expr.kind !== 'number') return durationText(expr);
  const ms = wholeMilliseconds(expr.value);
  if (ms === 0) throw new Unprintable('a range or step is shorter than a millisecond');
  return formatDuration(ms);
}

/**
 * A number or a duration. Two cases are not upstream's: it cuts where we round, and so prints `1001ms` as `1s`, which
 * is another number; and as the base of a power it prints `+Inf`, whose sign is then read as the power's.
 */
export function numberText({ value, duration }: NumberLiteral, isBase = false): string {
  if (duration) return formatDuration(Math.round(value * 1000));
  return isBase && value === Infinity ? 'Inf' : formatFloat(value);
}

/** A duration expression on one line. */
export function durationText(root: Expr): string {
  return fold<string>(root, children, durationPart).get(root) ?? '';
}

function durationPart(node: Expr, of: (child: Expr) => string): string {
  if (node.kind === 'number') return numberText(node);
  if (node.kind !== 'duration') throw new Unprintable('a duration is not complete');
  const { lhs, rhs, wrapped } = node;
  const op = node.op.text.toLowerCase();
  const [left, right] = [lhs && of(lhs), rhs && of(rhs)];
  const text = operationText(op, left, right);
  return wrapped ? `(${text})` : text;
}

function operationText(op: string, left: string | undefined, right: string | undefined): string {
  if (right === undefined) return `${op}()`;
  if (left === undefined) return op === '-' ? `-${right}` : right;
  return op === 'min_of' || op === 'max_of' ? `${op}(${left}, ${right})` : `${left} ${op} ${right}`;
}
