import type { ParameterInfo } from './function-info';
import type { Token, ValueType } from './ast';

/** Where a cursor stands, told by the tokens before it, so that it works in text that is only half written. */
export type Place =
  /** In a comment, a number, behind everything that may be written. */
  | { readonly kind: 'nothing' }
  | OperandPlace
  | OperatorPlace
  /** Behind the name of an aggregation: its grouping or its arguments. */
  | { readonly kind: 'aggregation' }
  | MatcherLabelPlace
  | { readonly kind: 'match operator' }
  | MatcherValuePlace
  | LabelListPlace
  | DurationPlace
  /** Behind `@`. */
  | { readonly kind: 'timestamp' }
  | StringArgumentPlace;

export interface OperandPlace {
  readonly kind: 'operand';
  /** The types that may stand here; `vector` stands for instant vectors only. */
  readonly types: readonly ValueType[];
  /** The parameter of the function or aggregation that this becomes, where it is one by itself. */
  readonly parameter?: ParameterInfo;
  /** Name of the function or aggregation whose argument this is. */
  readonly callee?: string;
  /** The operator in front. */
  readonly operator?: string;
  /** Modifiers of that operator which may still come: `bool`, `on`, `group_left`, `fill`. */
  readonly modifiers: readonly BinaryModifier[];
}

export type BinaryModifier = 'bool' | 'matching' | 'group' | 'fill' | 'fill_left' | 'fill_right';

export interface OperatorPlace {
  readonly kind: 'operator';
  readonly operand: Operand;
  /** Types that the argument must have, if it is one. */
  readonly types: readonly ValueType[];
}

export interface Operand {
  readonly type: ValueType;
  readonly form: 'selector' | 'matrix' | 'subquery' | 'aggregation' | 'other';
  /** Of an aggregation: it has its `by` or `without`. */
  readonly grouped?: boolean;
  /** It has an `offset` or an `@`. */
  readonly offset?: boolean;
  readonly at?: boolean;
  /** The metric, if it is a selector with a name in front. */
  readonly metric?: string;
}

/** The name of a label in braces. */
export interface MatcherLabelPlace {
  readonly kind: 'matcher label';
  readonly metric?: string;
  /** The string that the cursor is in. */
  readonly quoted?: Token;
}

export interface MatcherValuePlace {
  readonly kind: 'matcher value';
  readonly label: string;
  readonly op: string;
  readonly metric?: string;
  /** The string that the cursor is in. */
  readonly string?: Token;
}

export interface LabelListPlace {
  readonly kind: 'label list';
  readonly keyword: string;
  /** Labels that the list has already. */
  readonly used: readonly string[];
  readonly quoted?: Token;
}

export interface DurationPlace {
  readonly kind: 'duration';
  readonly of: 'range' | 'step' | 'offset';
}

export interface StringArgumentPlace {
  readonly kind: 'string argument';
  readonly parameter: ParameterInfo;
  readonly callee: string;
  readonly string: Token;
}
