import { cover, type Span } from '../../text/span';
import type { AggregateExpr, CallExpr, Expr, LabelList, ParenExpr, Word } from './ast';
import type { Matching } from './parse-matching';
import type { TokenKind } from './token-kinds';

/** What waits for an operand, or for the parenthesis that closes it: the parser's own stack. */
export type Frame = UnaryFrame | BinaryFrame | ParenFrame | CallFrame | AggregateFrame;

export interface UnaryFrame {
  readonly kind: 'unary';
  readonly op: Word;
  readonly precedence: number;
}

export interface BinaryFrame {
  readonly kind: 'binary';
  readonly op: Word;
  readonly precedence: number;
  readonly lhs: Expr;
  readonly matching: Matching;
}

interface Parenthesis {
  /** Where it opens. */
  readonly from: number;
  /** Less than that of every operator. */
  readonly precedence: 0;
}

export interface ParenFrame extends Parenthesis {
  readonly kind: 'paren';
}

export interface CallFrame extends Parenthesis {
  readonly kind: 'call';
  readonly func: Word;
  readonly args: Expr[];
}

export interface AggregateFrame extends Parenthesis {
  readonly kind: 'aggregate';
  readonly op: Word;
  readonly grouping: LabelList | undefined;
  readonly args: Expr[];
}

const COMPARISON = 3;

/** Of signs, which bind like products. */
export const SIGN = 5;
/** Of `^`, which is right-associative; all others are left-associative. */
export const POWER = 6;

/** Precedence of binary operators, as in promql/parser/generated_parser.y. */
export const PRECEDENCE: ReadonlyMap<TokenKind, number> = new Map<TokenKind, number>([
  ['or', 1],
  ['and', 2],
  ['unless', 2],
  ['==', COMPARISON],
  ['!=', COMPARISON],
  ['<', COMPARISON],
  ['<=', COMPARISON],
  ['>', COMPARISON],
  ['>=', COMPARISON],
  ['</', COMPARISON],
  ['>/', COMPARISON],
  ['+', 4],
  ['-', 4],
  ['*', SIGN],
  ['/', SIGN],
  ['%', SIGN],
  ['atan2', SIGN],
  ['^', POWER],
]);

/** What a parenthesis that isn't closed holds so far, `expr` being the last of it; the text ends at `to`. */
export function unclosed(
  frame: ParenFrame | CallFrame | AggregateFrame,
  expr: Expr,
  to: number,
): ParenExpr | CallExpr | AggregateExpr {
  const list: Span = { from: frame.from, to };
  switch (frame.kind) {
    case 'paren':
      return { kind: 'paren', expr, span: list };
    case 'call': {
      const { func, args } = frame;
      return { kind: 'call', func, args: [...args, expr], argList: list, span: cover(func.span, list) };
    }
    case 'aggregate': {
      const { op, grouping, args } = frame;
      const span = cover(op.span, list);
      return {
        kind: 'aggregate',
        op,
        grouping,
        groupingLast: false,
        args: [...args, expr],
        argList: list,
        span,
      };
    }
  }
}
