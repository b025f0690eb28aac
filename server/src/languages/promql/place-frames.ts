import { AGGREGATIONS } from './aggregations';
import type { Token, ValueType } from './ast';
import { FUNCTIONS } from './functions';
import type { BinaryModifier, Operand } from './place-kinds';

/** An open bracket, or the whole expression, with what stands in it so far. */
export type Frame = ExpressionFrame | LabelsFrame | BracesFrame | DurationFrame | ClosedFrame;

/** The whole expression, parentheses or the arguments of a call. */
export interface ExpressionFrame {
  readonly kind: 'expression';
  readonly callee?: string;
  /** Types that may stand in it, if it isn't a call. */
  readonly types: readonly ValueType[];
  argument: number;
  /** What stands in front of the cursor, if an operator could follow. */
  operand?: Operand;
  /** A name that may turn out to be a function's. */
  name?: string;
  operator?: string;
  modifiers: readonly BinaryModifier[];
  /** What must follow. */
  due?: 'list' | 'fill' | 'offset' | '@' | 'arguments';
  /** The keyword whose list is due. */
  keyword?: string;
}

export interface LabelsFrame {
  readonly kind: 'labels';
  readonly keyword: string;
  readonly used: string[];
  isLabelDue: boolean;
}

export interface BracesFrame {
  readonly kind: 'braces';
  readonly metric?: string;
  state: 'label' | 'operator' | 'value' | 'end';
  label: string;
  operator: string;
}

export interface DurationFrame {
  readonly kind: 'duration';
  readonly of: 'range' | 'offset';
  isStep: boolean;
  /** Parentheses that are open inside. */
  depth: number;
  isValueDue: boolean;
}

/** Parentheses that have nothing to complete: `fill(0)`, `start()`. */
export interface ClosedFrame {
  readonly kind: 'closed';
}

export const SET_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
export const OPERATORS: ReadonlySet<string> = new Set([
  ...['+', '-', '*', '/', '%', '^', 'atan2', '</', '>/'],
  ...SET_OPERATORS,
  ...COMPARISONS,
]);

/** Begins an argument. */
export function begin(frame: ExpressionFrame): void {
  frame.operand = undefined;
  frame.name = undefined;
  frame.operator = undefined;
  frame.modifiers = [];
  frame.due = undefined;
  frame.keyword = undefined;
}

export function setOperand(frame: ExpressionFrame, operand: Operand): void {
  frame.operand = operand;
  frame.name = undefined;
  frame.due = undefined;
}

export function readOperator(frame: ExpressionFrame, operator: string): void {
  // A sign in front of an operand leaves everything else open.
  if (!frame.operand) return;
  begin(frame);
  frame.operator = operator;
  frame.modifiers = modifiersOf(operator);
}

function modifiersOf(operator: string): BinaryModifier[] {
  if (SET_OPERATORS.has(operator)) return ['matching'];
  const rest: BinaryModifier[] = ['matching', 'fill', 'fill_left', 'fill_right'];
  return COMPARISONS.has(operator) ? ['bool', ...rest] : rest;
}

/** Modifiers of a binary operator by keyword, and the ones that may still follow. */
const AFTER_KEYWORD: ReadonlyMap<string, readonly BinaryModifier[]> = new Map<
  string,
  readonly BinaryModifier[]
>([
  ['bool', ['matching', 'fill', 'fill_left', 'fill_right']],
  ['on', ['group', 'fill', 'fill_left', 'fill_right']],
  ['ignoring', ['group', 'fill', 'fill_left', 'fill_right']],
  ['group_left', ['fill', 'fill_left', 'fill_right']],
  ['group_right', ['fill', 'fill_left', 'fill_right']],
  ['fill', []],
  ['fill_left', ['fill_right']],
  ['fill_right', ['fill_left']],
]);

export function readWord(frame: ExpressionFrame, { kind, text }: Token): void {
  if (frame.operand && readWordBehindOperand(frame, kind)) return;
  const modifiers = frame.operator === undefined ? undefined : AFTER_KEYWORD.get(kind);
  if (!frame.operand && modifiers) {
    const isOpen = frame.modifiers;
    frame.modifiers = SET_OPERATORS.has(frame.operator ?? '')
      ? []
      : modifiers.filter((m) => m === 'group' || isOpen.includes(m));
    frame.due = kind === 'bool' ? undefined : kind.startsWith('fill') ? 'fill' : 'list';
    frame.keyword = kind;
    return;
  }
  const isAggregation = AGGREGATIONS.has(kind);
  setOperand(frame, { type: 'vector', form: 'selector', metric: text });
  frame.name = isAggregation ? kind : text;
  if (isAggregation) {
    frame.operand = undefined;
    frame.due = 'arguments';
    frame.keyword = undefined;
  }
}

/** Keywords that belong to the operand in front of them; false for words that can only be something new. */
function readWordBehindOperand(frame: ExpressionFrame, kind: string): boolean {
  switch (kind) {
    case 'offset':
      frame.due = 'offset';
      return true;
    case 'by':
    case 'without':
      frame.due = 'list';
      frame.keyword = kind;
      return true;
    case 'anchored':
    case 'smoothed':
      return true;
    default:
      return false;
  }
}

/** After `by (…)` the aggregation's arguments are due or it is complete; after `on (…)` the operand is due. */
export function afterList(frame: ExpressionFrame, keyword: string): void {
  if (keyword !== 'by' && keyword !== 'without') return;
  if (frame.operand) frame.operand = { ...frame.operand, grouped: true };
  else frame.due = 'arguments';
}

/** What a call, an aggregation or parentheses give. */
export function resultOf(closed: ExpressionFrame, outer: ExpressionFrame): Operand {
  const { callee, operand } = closed;
  if (callee === undefined) {
    if (closed.operator !== undefined)
      return { type: operand?.type === 'scalar' ? 'unknown' : 'vector', form: 'other' };
    return { type: operand?.type ?? 'unknown', form: 'other' };
  }
  if (AGGREGATIONS.has(callee)) {
    return {
      type: 'vector',
      form: 'aggregation',
      grouped: outer.keyword === 'by' || outer.keyword === 'without',
    };
  }
  return { type: FUNCTIONS.get(callee)?.returns ?? 'unknown', form: 'other' };
}
