import { AGGREGATED, AGGREGATIONS } from './aggregations';
import type { Token, ValueType } from './ast';
import type { ParameterInfo } from './function-info';
import { FUNCTIONS } from './functions';
import type { Place } from './place-kinds';
import { SET_OPERATORS, type BracesFrame, type ExpressionFrame, type Frame } from './place-frames';

const ANY_VALUE: readonly ValueType[] = ['vector', 'scalar'];

/** What may stand where nothing is known of the place. */
export const ANY_TYPE: readonly ValueType[] = [...ANY_VALUE, 'string', 'matrix'];

const NOTHING: Place = { kind: 'nothing' };

/** The place behind everything that was read in the innermost frame. */
export function placeOf(frame: Frame): Place {
  switch (frame.kind) {
    case 'expression':
      return expressionPlace(frame);
    case 'labels': {
      const { keyword, used } = frame;
      return frame.isLabelDue ? { kind: 'label list', keyword, used } : NOTHING;
    }
    case 'braces':
      return bracesPlace(frame);
    case 'duration':
      if (!frame.isValueDue) return NOTHING;
      return { kind: 'duration', of: frame.isStep ? 'step' : frame.of };
    case 'closed':
      return NOTHING;
  }
}

/** The place of a word or string that the cursor is in and that stands at `place`. */
export function placeIn(place: Place, token: Token): Place {
  switch (token.kind) {
    case 'string':
      return inString(place, token);
    case 'number':
    case 'duration':
    case 'hole':
      return place.kind === 'duration' ? place : NOTHING;
    case 'error':
      return place.kind === 'duration' || place.kind === 'match operator' ? place : NOTHING;
    default:
      return place;
  }
}

interface Argument {
  readonly types: readonly ValueType[];
  readonly parameter?: ParameterInfo;
}

/** The parameter that the argument at the cursor is for. */
function argumentOf({ callee, argument, types }: ExpressionFrame): Argument {
  if (callee === undefined) return { types };
  const aggregation = AGGREGATIONS.get(callee);
  if (aggregation) {
    const parameters = [aggregation.parameter, AGGREGATED].filter((parameter) => parameter !== undefined);
    const parameter = parameters[argument];
    return { types: parameter ? [parameter.type] : [], parameter };
  }
  const info = FUNCTIONS.get(callee);
  if (!info) return { types: ANY_TYPE };
  const index = info.variadic === 0 ? argument : Math.min(argument, info.parameters.length - 1);
  const parameter = info.parameters[index];
  return { types: parameter ? [parameter.type] : [], parameter };
}

/** In parentheses at the cursor may stand what they stand for; around a subquery, any vector. */
export function typesInParentheses(frame: ExpressionFrame): readonly ValueType[] {
  const { types } = argumentOf(frame);
  if (frame.operator !== undefined) return operandTypes(frame.operator);
  return types.includes('matrix') && !types.includes('vector') ? [...types, 'vector'] : types;
}

function operandTypes(operator: string): readonly ValueType[] {
  return SET_OPERATORS.has(operator) ? ['vector'] : ANY_VALUE;
}

function expressionPlace(frame: ExpressionFrame): Place {
  const { callee, operator, operand, due, modifiers } = frame;
  const { types, parameter } = argumentOf(frame);
  switch (due) {
    case 'offset':
      return { kind: 'duration', of: 'offset' };
    case '@':
      return { kind: 'timestamp' };
    case 'arguments':
      return frame.keyword === undefined ? { kind: 'aggregation' } : NOTHING;
    case 'list':
      // `group_left` may do without a list.
      if (frame.keyword !== 'group_left' && frame.keyword !== 'group_right') return NOTHING;
      break;
    case 'fill':
      return NOTHING;
    case undefined:
      break;
  }
  if (operand) return { kind: 'operator', operand, types };
  if (operator === undefined) {
    return types.length > 0 ? { kind: 'operand', types, parameter, callee, modifiers } : NOTHING;
  }
  const isScalar = types.length === 1 && types[0] === 'scalar';
  return { kind: 'operand', types: isScalar ? types : operandTypes(operator), operator, modifiers, callee };
}

function bracesPlace({ state, metric, label, operator }: BracesFrame): Place {
  switch (state) {
    case 'label':
      return { kind: 'matcher label', metric };
    case 'operator':
      return { kind: 'match operator' };
    case 'value':
      return { kind: 'matcher value', label, op: operator, metric };
    case 'end':
      return NOTHING;
  }
}

function inString(place: Place, token: Token): Place {
  switch (place.kind) {
    case 'matcher value':
      return { ...place, string: token };
    case 'matcher label':
    case 'label list':
      return { ...place, quoted: token };
    case 'operand': {
      const { parameter, callee } = place;
      if (parameter?.type !== 'string' || callee === undefined) return NOTHING;
      return { kind: 'string argument', parameter, callee, string: token };
    }
    default:
      return NOTHING;
  }
}
