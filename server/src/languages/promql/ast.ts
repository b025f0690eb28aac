import type { Span } from '../../text/span';

/** The type of an expression's value; `unknown` where a fault or a hole hides it, which silences checks. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string' | 'unknown';

export type Expr =
  | AggregateExpr
  | BinaryExpr
  | CallExpr
  | MatrixSelector
  | SubqueryExpr
  | NumberLiteral
  | ParenExpr
  | StringLiteral
  | UnaryExpr
  | VectorSelector
  | DurationExpr
  | MissingExpr
  | HoleExpr;

interface NodeBase {
  readonly span: Span;
}

/** A word with its place: an operator, a name, a label. */
export interface Word extends NodeBase {
  /** As read: unquoted where it was quoted. */
  readonly text: string;
  /** True where the source has quotes (UTF-8 names). */
  readonly quoted?: boolean;
  /** A placeholder is part of it, so what it will be is not known. */
  readonly holed?: true;
}

/** `by (a, b)`, `on (a)`, `group_left (b)`: the keyword and its labels. */
export interface LabelList extends NodeBase {
  readonly keyword: Word;
  readonly labels: readonly Word[];
  /** The parentheses with what is between; absent where the list has none. */
  readonly list?: Span;
}

export interface AggregateExpr extends NodeBase {
  readonly kind: 'aggregate';
  readonly op: Word;
  readonly grouping?: LabelList;
  /** True when the clause stands after the arguments. */
  readonly groupingLast: boolean;
  /** Every argument as written; the last is the vector, the one before it the parameter. */
  readonly args: readonly Expr[];
  /** The parentheses with what is between. */
  readonly argList?: Span;
}

export interface BinaryExpr extends NodeBase {
  readonly kind: 'binary';
  readonly op: Word;
  readonly lhs: Expr;
  readonly rhs: Expr;
  /** The `bool` keyword. */
  readonly bool?: Word;
  /** `on (…)` or `ignoring (…)`. */
  readonly matching?: LabelList;
  /** `group_left` or `group_right`, with or without a list. */
  readonly group?: LabelList;
  readonly fills: readonly Fill[];
}

/** `fill(0)`, `fill_left(0)`, `fill_right(0)`. */
export interface Fill extends NodeBase {
  readonly keyword: Word;
  readonly value: number;
}

export interface CallExpr extends NodeBase {
  readonly kind: 'call';
  readonly func: Word;
  readonly args: readonly Expr[];
  readonly argList?: Span;
}

/** `selector[range]`. Modifiers that follow the bracket are on the selector, as upstream keeps them. */
export interface MatrixSelector extends NodeBase {
  readonly kind: 'matrix';
  readonly selector: Expr;
  readonly range: Expr;
  /** The brackets with what is between. */
  readonly brackets: Span;
}

export interface SubqueryExpr extends NodeBase {
  readonly kind: 'subquery';
  readonly expr: Expr;
  readonly range: Expr;
  readonly step?: Expr;
  readonly brackets: Span;
  readonly offset?: OffsetModifier;
  readonly at?: AtModifier;
}

/** A number, or a duration which Prometheus 3 takes as a number of seconds. */
export interface NumberLiteral extends NodeBase {
  readonly kind: 'number';
  /** Seconds where `duration`. */
  readonly value: number;
  readonly duration: boolean;
}

export interface ParenExpr extends NodeBase {
  readonly kind: 'paren';
  readonly expr: Expr;
}

export interface StringLiteral extends NodeBase {
  readonly kind: 'string';
  readonly value: string;
  /** A placeholder is part of it, so what it will be is not known. */
  readonly holed?: true;
}

export interface UnaryExpr extends NodeBase {
  readonly kind: 'unary';
  readonly op: Word;
  readonly expr: Expr;
}

export interface VectorSelector extends NodeBase {
  readonly kind: 'selector';
  /** The metric name, in front of the braces or quoted inside them. */
  readonly name?: Word;
  readonly matchers: readonly Matcher[];
  /** The braces with what is between. */
  readonly braces?: Span;
  readonly offset?: OffsetModifier;
  readonly at?: AtModifier;
  readonly anchored?: Word;
  readonly smoothed?: Word;
}

export type MatchOp = '=' | '!=' | '=~' | '!~';

export interface Matcher extends NodeBase {
  readonly label: Word;
  readonly op: MatchOp;
  /** Empty while the operator is not written yet. */
  readonly opSpan: Span;
  /** Absent while it is not written yet. */
  readonly value?: StringLiteral;
}

export interface OffsetModifier extends NodeBase {
  readonly keyword: Word;
  /** A number, or a duration expression. Negative values are folded into numbers. */
  readonly value: Expr;
}

export interface AtModifier extends NodeBase {
  /** Seconds since the epoch, or the preprocessor's name; NaN for a placeholder. */
  readonly value: number | 'start' | 'end';
  readonly valueSpan: Span;
}

/** Arithmetic on durations: `5m * 2`, `step()`, `range()`, `max_of(a, b)`; unary operators have no `lhs`. */
export interface DurationExpr extends NodeBase {
  readonly kind: 'duration';
  readonly op: Word;
  readonly lhs?: Expr;
  readonly rhs?: Expr;
  /** In parentheses. */
  readonly wrapped: boolean;
}

/** Nothing stands where an expression is due; never seen in an expression without errors. */
export interface MissingExpr extends NodeBase {
  readonly kind: 'missing';
}

/** A placeholder that is filled in before Prometheus reads the expression. */
export interface HoleExpr extends NodeBase {
  readonly kind: 'hole';
  /** What is written around the placeholder, where that may be an operator or a modifier: `a {{ op }} b`. */
  readonly parts?: readonly Expr[];
}

/** A comment, from `#` to before the line's end. */
export interface Comment extends NodeBase {
  readonly text: string;
}

/** A fault that Prometheus' parser refuses, `span` as upstream gives it. */
export interface PromqlFault extends NodeBase {
  /** `promql/…` */
  readonly code: string;
  readonly message: string;
  /** A mechanical repair, if there is one: edits of the expression's text. */
  readonly fixes?: readonly {
    title: string;
    edits: readonly { span: Span; newText: string }[];
    preferred?: boolean;
  }[];
}

export interface ParseResult {
  readonly text: string;
  /** Absent only when nothing is written. With faults it is the best reading. */
  readonly expr?: Expr;
  /** Ordered by place; the first is the one that Prometheus reports. Empty if and only if Prometheus accepts. */
  readonly faults: readonly PromqlFault[];
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
}

/** A lexical token; `kind` is the lexer's own name for it. */
export interface Token extends NodeBase {
  readonly kind: string;
  readonly text: string;
}
