import type { Token } from './ast';
import type { Operand, Place } from './place-kinds';
import {
  afterList,
  begin,
  OPERATORS,
  readOperator,
  readWord,
  resultOf,
  setOperand,
  type BracesFrame,
  type DurationFrame,
  type ExpressionFrame,
  type Frame,
  type LabelsFrame,
} from './place-frames';
import { ANY_TYPE, placeOf, typesInParentheses } from './place-of-frame';
import { unquote } from './strings';

/** What may stand between `offset` and its value. */
const BEFORE_OFFSET: ReadonlySet<string> = new Set(['+', '-', 'step', 'range', 'max_of', 'min_of']);

/**
 * Reads tokens one by one and knows what may follow them. It follows promql/parser/generated_parser.y; where a token
 * can't stand, it goes on in the way that fits text which is being written.
 */
export class PlaceScanner {
  readonly frames: Frame[] = [{ kind: 'expression', types: ANY_TYPE, argument: 0, modifiers: [] }];

  read(token: Token): void {
    const frame = this.#top();
    switch (frame.kind) {
      case 'expression':
        this.#readInExpression(frame, token);
        break;
      case 'labels':
        this.#readInLabels(frame, token);
        break;
      case 'braces':
        this.#readInBraces(frame, token);
        break;
      case 'duration':
        this.#readInDuration(frame, token);
        break;
      case 'closed':
        if (token.kind === ')') this.#close();
        break;
    }
  }

  /** The place behind all tokens that were read. */
  place(): Place {
    return placeOf(this.#top());
  }

  #top(): Frame {
    return this.frames.at(-1) ?? { kind: 'closed' };
  }

  #readInExpression(frame: ExpressionFrame, token: Token): void {
    const { kind } = token;
    if (frame.due && this.#readDue(frame, token, frame.due)) return;
    switch (kind) {
      case '(':
        this.#openParenthesis(frame);
        break;
      case ')':
        this.#close();
        break;
      case ',':
        frame.argument++;
        begin(frame);
        break;
      case '{':
        this.frames.push({ kind: 'braces', metric: frame.name, state: 'label', label: '', operator: '' });
        break;
      case '[':
        this.#openDuration('range');
        break;
      case '@':
        if (frame.operand) frame.due = '@';
        break;
      case 'number':
      case 'duration':
        setOperand(frame, { type: 'scalar', form: 'other' });
        break;
      case 'string':
        setOperand(frame, { type: 'string', form: 'other' });
        break;
      case 'hole':
        setOperand(frame, { type: 'unknown', form: 'other' });
        break;
      case 'error':
      case ':':
      case ']':
      case '}':
      case '=':
        break;
      default:
        if (OPERATORS.has(kind) && (frame.operand || !/^[a-z]/.test(kind))) readOperator(frame, kind);
        else readWord(frame, token);
    }
  }

  /** Reads what an earlier token asks for; false if it is something else, which is then read as usual. */
  #readDue(frame: ExpressionFrame, { kind }: Token, due: NonNullable<ExpressionFrame['due']>): boolean {
    frame.due = undefined;
    switch (due) {
      case 'list':
        if (kind !== '(') return false;
        this.frames.push({ kind: 'labels', keyword: frame.keyword ?? '', used: [], isLabelDue: true });
        return true;
      case 'fill':
        if (kind === '(') this.frames.push({ kind: 'closed' });
        return kind === '(';
      case 'arguments':
        if (kind !== 'by' && kind !== 'without') return false;
        frame.due = 'list';
        frame.keyword = kind;
        return true;
      case '@':
        return this.#readTimestamp(frame, kind);
      case 'offset':
        return this.#readOffset(frame, kind);
    }
  }

  #readTimestamp(frame: ExpressionFrame, kind: string): boolean {
    if (kind === '+' || kind === '-' || kind === 'start' || kind === 'end') {
      frame.due = '@';
      return true;
    }
    if (kind === '(') this.frames.push({ kind: 'closed' });
    else if (kind !== 'number' && kind !== 'duration' && kind !== 'hole') return false;
    if (frame.operand) frame.operand = { ...frame.operand, at: true };
    return true;
  }

  #readOffset(frame: ExpressionFrame, kind: string): boolean {
    if (BEFORE_OFFSET.has(kind)) {
      frame.due = 'offset';
      return true;
    }
    if (kind === '(') this.#openDuration('offset');
    else if (kind !== 'number' && kind !== 'duration' && kind !== 'hole') return false;
    if (frame.operand) frame.operand = { ...frame.operand, offset: true };
    return true;
  }

  #openDuration(of: DurationFrame['of']): void {
    this.frames.push({ kind: 'duration', of, isStep: false, depth: 0, isValueDue: true });
  }

  #openParenthesis(frame: ExpressionFrame): void {
    const callee = frame.name;
    const types = callee === undefined ? typesInParentheses(frame) : [];
    this.frames.push({ kind: 'expression', callee, types, argument: 0, modifiers: [] });
  }

  /** Closes the innermost bracket and tells the one around it what it was. */
  #close(): void {
    if (this.frames.length === 1) return;
    const closed = this.frames.pop();
    const frame = this.#top();
    if (frame.kind !== 'expression' || !closed) return;
    if (closed.kind === 'expression') setOperand(frame, resultOf(closed, frame));
    else if (closed.kind === 'labels') afterList(frame, closed.keyword);
  }

  #readInLabels(frame: LabelsFrame, token: Token): void {
    if (token.kind === ')') this.#close();
    else if (token.kind === ',') frame.isLabelDue = true;
    else if (/^[\w"'`]/.test(token.text)) {
      frame.used.push(token.kind === 'string' ? unquote(token.text).value : token.text);
      frame.isLabelDue = false;
    } else this.#giveUp(token);
  }

  #readInBraces(frame: BracesFrame, token: Token): void {
    switch (token.kind) {
      case '}':
        this.frames.pop();
        this.#ended({ type: 'vector', form: 'selector', metric: frame.metric });
        break;
      case ',':
        frame.state = 'label';
        break;
      case 'identifier':
        frame.label = token.text;
        frame.state = 'operator';
        break;
      case 'string':
        if (frame.state === 'label') frame.label = unquote(token.text).value;
        frame.state = frame.state === 'label' ? 'operator' : 'end';
        break;
      case '=':
      case '!=':
      case '=~':
      case '!~':
        frame.operator = token.kind;
        frame.state = 'value';
        break;
      case 'error':
        break;
      default:
        this.#giveUp(token);
    }
  }

  #readInDuration(frame: DurationFrame, token: Token): void {
    switch (token.kind) {
      case ']':
        this.frames.pop();
        this.#ended(frame.isStep ? { type: 'matrix', form: 'subquery' } : { type: 'matrix', form: 'matrix' });
        break;
      case ')':
        if (frame.depth > 0) {
          frame.depth--;
          frame.isValueDue = false;
        } else if (frame.of === 'offset') this.frames.pop();
        else this.#giveUp(token);
        break;
      case '(':
        frame.depth++;
        frame.isValueDue = true;
        break;
      case ':':
        frame.isStep = true;
        frame.isValueDue = true;
        break;
      case 'number':
      case 'duration':
      case 'hole':
        frame.isValueDue = false;
        break;
      case '{':
      case '}':
        this.#giveUp(token);
        break;
      default:
        frame.isValueDue = true;
    }
  }

  /** A bracket of an operand is closed. */
  #ended(operand: Operand): void {
    const frame = this.#top();
    if (frame.kind === 'expression') setOperand(frame, operand);
  }

  /** Takes the innermost bracket as closed, because `token` can't stand in it. */
  #giveUp(token: Token): void {
    this.frames.pop();
    this.read(token);
  }
}
