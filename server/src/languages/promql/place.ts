import type { Span } from '../../text/span';
import type { ParameterInfo } from './function-info';
import type { ParseResult, Token, ValueType } from './ast';
import type { Frame } from './place-frames';
import { placeIn } from './place-of-frame';
import { PlaceScanner } from './place-scanner';

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

/** A place with the word that is being written there. */
export interface Spot {
  readonly place: Place;
  /** The word up to the cursor and beyond, or an empty span at the cursor. */
  readonly word: Span;
  /** The open brackets around the cursor, innermost last. */
  readonly frames: readonly Frame[];
}

/** The place at `offset` (UTF-16) in the expression; takes time linear in the tokens before it. */
export function spotAt(result: ParseResult, offset: number): Spot {
  const nowhere = { place: { kind: 'nothing' }, word: { from: offset, to: offset }, frames: [] } as const;
  if (result.comments.some(({ span }) => span.from < offset && offset <= span.to)) return nowhere;
  const scanner = new PlaceScanner();
  for (const token of result.tokens) {
    const { from, to } = token.span;
    if (from >= offset) break;
    if (token.kind === 'string' ? isInside(token, offset) : isWord(token) && offset <= to) {
      return { place: placeIn(scanner.place(), token), word: token.span, frames: scanner.frames };
    }
    if (to > offset) return nowhere;
    scanner.read(token);
  }
  return { place: scanner.place(), word: { from: offset, to: offset }, frames: scanner.frames };
}

/** True in a string's quotes, and behind a string that isn't closed. */
function isInside({ text, span }: Token, offset: number): boolean {
  return offset < span.to || (offset === span.to && !isClosed(text));
}

/** True if the source of a string ends with the quote that it began with. */
export function isClosed(text: string): boolean {
  const quote = text.charAt(0);
  if (text.length < 2 || !text.endsWith(quote)) return false;
  const escapes = quote === '`' ? '' : (/\\*$/.exec(text.slice(1, -1))?.[0] ?? '');
  return escapes.length % 2 === 0;
}

/** Words, numbers and what the lexer could make nothing of, such as a lone `!`: all that can be a beginning. */
function isWord({ kind, text }: Token): boolean {
  return kind === 'error' || kind === 'hole' || (kind !== ':' && /^[\w:.]/.test(text));
}
