import { cover } from '../../text/span';
import type { BinaryExpr, Expr, ParenExpr, Word } from './ast';
import { checkFills } from './check-names';
import {
  POWER,
  PRECEDENCE,
  SIGN,
  unclosed,
  type AggregateFrame,
  type BinaryFrame,
  type CallFrame,
  type Frame,
  type ParenFrame,
} from './frames';
import { closeArguments } from './parse-arguments';
import { parseLabelList } from './parse-labels';
import { NO_MATCHING, parseMatching } from './parse-matching';
import { skipMisplaced } from './parse-misplaced';
import { parseNumber } from './parse-number';
import { parsePostfix } from './parse-postfix';
import { parseSelector } from './parse-selector';
import type { Reader } from './reader';
import { unquote } from './strings';
import { startsExpression } from './token-kinds';

/** Everything up to the end of the text; undefined if nothing is written. */
export function parseExpression(reader: Reader): Expr | undefined {
  if (reader.is('end of input')) return undefined;
  return new ExpressionParser(reader).parse();
}

/**
 * Operator precedence with a stack of its own instead of recursion, so that an expression may be nested as deep as it
 * is long.
 */
class ExpressionParser {
  readonly #frames: Frame[] = [];

  constructor(readonly reader: Reader) {}

  parse(): Expr {
    for (;;) {
      let operand = this.#operand();
      while (operand) {
        operand = parsePostfix(this.reader, operand);
        const precedence = PRECEDENCE.get(this.reader.kind);
        if (precedence !== undefined) {
          this.#openBinary(operand, precedence);
          break;
        }
        if (this.reader.is('end of input')) return this.#finish(operand);
        if (operand.kind === 'hole' && startsExpression(this.reader.kind) && !this.reader.lexer.fault) {
          this.#joinHole(operand);
          break;
        }
        operand = this.#reduce(operand, 1);
        operand = this.#close(operand);
      }
    }
  }

  /** An operand; undefined if a frame was opened that waits for one. */
  #operand(): Expr | undefined {
    const { reader } = this;
    const { kind, span } = reader;
    switch (kind) {
      case 'number':
      case 'duration':
        return parseNumber(reader);
      case 'string':
        return this.#string();
      case '{':
        return parseSelector(reader, undefined);
      case '(':
        reader.next();
        this.#frames.push({ kind: 'paren', from: span.from, precedence: 0 });
        return undefined;
      case '+':
      case '-':
        this.#frames.push({ kind: 'unary', op: reader.word(), precedence: SIGN });
        return undefined;
      case 'hole':
        return this.#hole();
      case 'error':
        reader.next();
        return { kind: 'missing', span };
      case 'identifier':
      case 'start':
      case 'end':
      case 'step':
      case 'range':
      case 'max_of':
      case 'min_of':
        return this.#callOrSelector(reader.word());
      case 'avg':
      case 'bottomk':
      case 'count':
      case 'count_values':
      case 'group':
      case 'limit_ratio':
      case 'limitk':
      case 'max':
      case 'min':
      case 'quantile':
      case 'stddev':
      case 'stdvar':
      case 'sum':
      case 'topk':
        return this.#aggregateOrSelector(reader.word());
      case 'metric identifier':
      case 'and':
      case 'anchored':
      case 'by':
      case 'fill':
      case 'fill_left':
      case 'fill_right':
      case 'offset':
      case 'or':
      case 'smoothed':
      case 'unless':
      case 'without':
        return parseSelector(reader, reader.word());
      default:
        reader.unexpected('', 'an expression');
        return reader.missing();
    }
  }

  #string(): Expr {
    const { reader } = this;
    const { value } = unquote(reader.tokenText);
    const { span, holed } = reader.word();
    return holed ? { kind: 'string', value, span, holed } : { kind: 'string', value, span };
  }

  #callOrSelector(name: Word): Expr | undefined {
    const { reader } = this;
    if (!reader.is('(')) return parseSelector(reader, name);
    const { from } = reader;
    reader.next();
    return this.#openArguments({ kind: 'call', func: name, args: [], from, precedence: 0 });
  }

  #aggregateOrSelector(op: Word): Expr | undefined {
    const { reader } = this;
    const isGrouped = reader.is('by') || reader.is('without');
    const grouping = isGrouped ? parseLabelList(reader, reader.word()) : undefined;
    if (reader.is('(')) {
      const { from } = reader;
      reader.next();
      return this.#openArguments({ kind: 'aggregate', op, grouping, args: [], from, precedence: 0 });
    }
    if (!grouping && !this.#startsOperand()) return parseSelector(reader, op);
    reader.unexpected('aggregation', '"("', 'promql/aggregation');
    const span = { from: op.span.from, to: reader.end };
    return this.#damaged({ kind: 'aggregate', op, grouping, groupingLast: false, args: [], span });
  }

  /** The token can only be an operand's first, where an operator or an end would be due. */
  #startsOperand(): boolean {
    const { kind } = this.reader;
    return kind === 'identifier' || kind === 'metric identifier' || kind === 'number' || kind === 'string';
  }

  #openArguments(frame: CallFrame | AggregateFrame): Expr | undefined {
    this.#frames.push(frame);
    return this.reader.is(')') ? this.#closeArguments(frame) : undefined;
  }

  /** A placeholder alone, or in place of a name in front of braces or arguments. */
  #hole(): Expr | undefined {
    const { reader } = this;
    const word = reader.word();
    if (reader.is('{') || reader.is('(')) return this.#callOrSelector(word);
    return { kind: 'hole', span: word.span };
  }

  #openBinary(operand: Expr, precedence: number): void {
    const { reader } = this;
    const lhs = this.#reduce(operand, precedence === POWER ? POWER + 1 : precedence);
    const op = reader.word();
    if ((op.text === '</' || op.text === '>/') && !reader.dialect.since('3.11')) {
      reader.fault('promql/too-new', op.span, `operator ${op.text} needs Prometheus 3.11 or newer`);
    }
    this.#frames.push({ kind: 'binary', op, precedence, lhs, matching: parseMatching(reader) });
  }

  /** Applies the operators of at least this precedence to `operand`, innermost first. */
  #reduce(operand: Expr, precedence: number): Expr {
    let reduced = operand;
    for (
      let frame = this.#frames.at(-1);
      frame && frame.precedence >= precedence;
      frame = this.#frames.at(-1)
    ) {
      if (frame.kind !== 'unary' && frame.kind !== 'binary') break;
      this.#frames.pop();
      reduced = frame.kind === 'unary' ? signed(frame.op, reduced) : this.#binary(frame, reduced);
    }
    return reduced;
  }

  #binary({ op, lhs, matching }: BinaryFrame, rhs: Expr): Expr {
    const span = cover(lhs.span, rhs.span);
    if (op.holed) return { kind: 'hole', span, parts: [lhs, rhs] };
    const node: BinaryExpr = { kind: 'binary', op, lhs, rhs, ...matching, span };
    checkFills(this.reader, node);
    return node;
  }

  /** What comes after an operand that no operator follows; undefined if another operand is due. */
  #close(operand: Expr): Expr | undefined {
    const { reader } = this;
    const frame = this.#frames.at(-1);
    switch (reader.kind) {
      case ')':
        if (frame?.kind === 'paren') return this.#closeParen(operand, frame);
        if (frame?.kind === 'call' || frame?.kind === 'aggregate') {
          frame.args.push(operand);
          return this.#closeArguments(frame);
        }
        // Only after a fault: the lexer itself refuses what nothing has opened.
        reader.next();
        return operand;
      case ',':
        if (frame?.kind === 'call' || frame?.kind === 'aggregate') {
          frame.args.push(operand);
          return this.#nextArgument(frame);
        }
        return this.#skip(operand);
      case 'hole': {
        const { span } = reader.word();
        return { kind: 'hole', span: cover(operand.span, span), parts: [operand] };
      }
      default:
        return this.#skip(operand);
    }
  }

  #closeParen(expr: Expr, { from }: ParenFrame): ParenExpr {
    const { reader } = this;
    reader.next();
    this.#frames.pop();
    return { kind: 'paren', expr, span: { from, to: reader.end } };
  }

  #nextArgument(frame: CallFrame | AggregateFrame): Expr | undefined {
    const { reader } = this;
    const comma = reader.span;
    reader.next();
    if (startsExpression(reader.kind) || reader.lexer.fault) return undefined;
    const fix = { title: 'Remove the comma', edits: [{ span: comma, newText: '' }], preferred: true };
    reader.fault('promql/syntax', comma, 'trailing commas not allowed in function call args', [fix]);
    while (reader.accept(','));
    if (startsExpression(reader.kind)) return undefined;
    if (!reader.is(')')) return reader.missing();
    frame.args.push(reader.missing());
    return this.#damaged(this.#closeArguments(frame));
  }

  #closeArguments(frame: CallFrame | AggregateFrame): Expr {
    this.#frames.pop();
    return closeArguments(this.reader, frame);
  }

  /** A placeholder may bring an operator: what follows it is its right side. */
  #joinHole(hole: Expr): void {
    const at = hole.span.to;
    const op: Word = { text: '', span: { from: at, to: at }, holed: true };
    this.#frames.push({ kind: 'binary', op, precedence: 1, lhs: hole, matching: NO_MATCHING });
  }

  /** The token can't follow `operand`. */
  #skip(operand: Expr): Expr {
    skipMisplaced(this.reader, this.#frames.at(-1));
    return this.#damaged(operand);
  }

  /** At the end of the text: closes what is open. */
  #finish(operand: Expr): Expr {
    let expr = operand;
    for (let frame = this.#frames.pop(); frame; frame = this.#frames.pop()) {
      if (frame.kind === 'unary') expr = signed(frame.op, expr);
      else if (frame.kind === 'binary') expr = this.#binary(frame, expr);
      else expr = this.#damaged(unclosed(frame, expr, this.reader.reach));
    }
    return expr;
  }

  #damaged<E extends Expr>(expr: E): E {
    this.reader.damaged.add(expr);
    return expr;
  }
}

/** A sign makes a negative number of a number, and an operation of anything else. */
function signed(op: Word, expr: Expr): Expr {
  const span = cover(op.span, expr.span);
  if (expr.kind !== 'number') return { kind: 'unary', op, expr, span };
  return { ...expr, value: op.text === '-' ? -expr.value : expr.value, span };
}
