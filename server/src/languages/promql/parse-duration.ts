import { cover, type Span } from '../../text/span';
import type { DurationExpr, Expr, Word } from './ast';
import { parseNumber } from './parse-number';
import type { Reader } from './reader';
import type { TokenKind } from './token-kinds';

/** The most seconds of either sign that fit into Go's time.Duration. */
const MOST_SECONDS = 2 ** 63 / 1e9;

const EXPECTED = 'number, duration, step(), or range()';

/**
 * A range or a step: `positive_duration_expr` in promql/parser/generated_parser.y. `context` and `expected` are for
 * the message where it can't be read; the node is damaged then.
 */
export function parseRange(reader: Reader, context: string, expected = EXPECTED): Expr {
  const duration = new DurationParser(reader, context, expected).parse();
  if (duration.kind !== 'number' || duration.value > 0 || !reader.dialect.since('3.4')) return duration;
  reader.lateFault('promql/duration', duration.span, 'duration must be greater than 0');
  return { kind: 'missing', span: duration.span };
}

/**
 * What follows `offset`: `offset_duration_expr`. A literal, with or without a sign, is all of it, so that
 * `x offset -2^2` is `(x offset -2)^2`; arithmetic begins with a parenthesis.
 */
export function parseOffset(reader: Reader): Expr {
  return new DurationParser(reader, 'offset', EXPECTED, true).parse();
}

/** What waits for an operand, or for the parenthesis that closes it. */
type Frame =
  | { readonly kind: 'unary'; readonly op: Word; readonly precedence: number }
  | { readonly kind: 'binary'; readonly op: Word; readonly precedence: number; readonly lhs: Expr }
  | { readonly kind: 'paren'; readonly from: number; readonly precedence: 0 }
  | { readonly kind: 'call'; readonly op: Word; readonly lhs?: Expr; readonly precedence: 0 };

const PRODUCT = 2;
const POWER = 3;
const PRECEDENCE: ReadonlyMap<TokenKind, number> = new Map<TokenKind, number>([
  ['+', 1],
  ['-', 1],
  ['*', PRODUCT],
  ['/', PRODUCT],
  ['%', PRODUCT],
  ['^', POWER],
]);

/** Operator precedence with a stack of its own, so that a duration may be nested as deep as it is long. */
class DurationParser {
  readonly #frames: Frame[] = [];
  #hasFailed = false;
  /** The next operand can be the whole duration, as the first of an offset. */
  #mayBeAll: boolean;
  /** What needs a newer version or a feature flag is reported once. */
  #isGated = false;

  constructor(
    readonly reader: Reader,
    readonly context: string,
    readonly expected: string,
    readonly isOffset = false,
  ) {
    this.#mayBeAll = isOffset;
  }

  parse(): Expr {
    const { reader } = this;
    for (;;) {
      let operand = this.#operand();
      while (operand) {
        if (this.#hasFailed || this.#isAll()) return this.#finish(operand);
        const precedence = PRECEDENCE.get(reader.kind);
        // `^` alone is right-associative: it waits for its right side whatever is on the left.
        operand = this.#reduce(operand, precedence === POWER ? POWER + 1 : (precedence ?? 1));
        const frame = this.#frames.at(-1);
        if (precedence !== undefined) {
          this.#frames.push({ kind: 'binary', op: reader.word(), precedence, lhs: operand });
          operand = undefined;
        } else {
          if (!frame) return this.#finish(operand);
          operand = this.#close(operand, frame);
        }
      }
    }
  }

  #finish(operand: Expr): Expr {
    const whole = this.#reduce(operand, 0);
    if (this.#hasFailed) this.reader.damaged.add(whole);
    return whole;
  }

  /** An operand; undefined if a frame was opened that waits for one. */
  #operand(): Expr | undefined {
    const { reader } = this;
    switch (reader.kind) {
      case 'number':
      case 'duration':
        return this.#inBounds(parseNumber(reader));
      case 'hole':
        return { kind: 'hole', span: reader.word().span };
      case '+':
      case '-':
        this.#openSign(reader.word());
        return undefined;
      case '(':
        this.#frames.push({ kind: 'paren', from: reader.from, precedence: 0 });
        reader.next();
        return undefined;
      case 'step':
      case 'range':
        return this.#query(reader.word());
      case 'max_of':
      case 'min_of':
      case 'max':
      case 'min':
        return this.#openCall(reader.word());
      default:
        return this.#fail();
    }
  }

  #openSign(op: Word): void {
    const [first, second] = this.#frames;
    // A second sign makes an operation of an offset.
    if (first?.kind === 'unary' && !second) this.#mayBeAll = false;
    if (first || !this.isOffset || op.text === '+') this.#gate('3.4', undefined, op.span);
    this.#frames.push({ kind: 'unary', op, precedence: PRODUCT });
  }

  /** What stands here can't go on: the rest is left to the caller. */
  #fail(operand: Expr = this.reader.missing()): Expr {
    if (!this.#hasFailed) this.reader.unexpected(this.context, this.expected);
    this.#hasFailed = true;
    return operand;
  }

  /** A literal as time.Duration can hold it. */
  #inBounds(literal: Expr): Expr {
    if (literal.kind !== 'number' || !(Math.abs(literal.value) > MOST_SECONDS)) return literal;
    const [sign] = this.#isAll() ? this.#frames : [];
    const span = sign?.kind === 'unary' ? sign.op.span : literal.span;
    this.reader.fault('promql/duration', span, 'duration out of range: 292 years is the most');
    return { kind: 'missing', span: literal.span };
  }

  /** `step()` and `range()`. */
  #query(op: Word): Expr {
    const { reader } = this;
    if (!reader.accept('(') || !reader.accept(')')) return this.#fail({ kind: 'missing', span: op.span });
    const span = { from: op.span.from, to: reader.end };
    this.#gate(op.text.toLowerCase() === 'step' ? '3.6' : '3.10', '3.12', span);
    return { kind: 'duration', op, wrapped: false, span };
  }

  /** In brackets the lexer has refused them already. */
  #refuseMinMax({ text, span }: Word): void {
    this.#isGated = true;
    if (!this.isOffset) return;
    const newText = `${text}_of`;
    const fix = { title: `Write ${newText}`, edits: [{ span, newText }], preferred: true };
    const message = `unexpected "${text}" in ${this.context}, expected ${this.expected}: it is ${newText}() since Prometheus 3.13`;
    this.reader.fault('promql/syntax', span, message, [fix]);
  }

  /** `max_of(` and `min_of(`, which were `max(` and `min(` from 3.6 to 3.12. */
  #openCall(op: Word): Expr | undefined {
    const { reader } = this;
    const name = op.text.toLowerCase();
    const isNamedOf = name.endsWith('_of');
    if (!isNamedOf && !reader.lexer.hasMinMax) this.#refuseMinMax(op);
    if (!reader.accept('(')) return this.#fail({ kind: 'missing', span: op.span });
    this.#gate(isNamedOf ? '3.13' : '3.6', '3.12', op.span);
    this.#frames.push({ kind: 'call', op, precedence: 0 });
    return undefined;
  }

  #isAll(): boolean {
    const [sign, more] = this.#frames;
    return this.#mayBeAll && !more && (!sign || sign.kind === 'unary');
  }

  #close(operand: Expr, frame: Frame): Expr | undefined {
    const { reader } = this;
    if (frame.kind === 'call' && !frame.lhs && reader.accept(',')) {
      this.#frames[this.#frames.length - 1] = { ...frame, lhs: operand };
      return undefined;
    }
    const isFull = frame.kind === 'paren' || (frame.kind === 'call' && frame.lhs !== undefined);
    if (!isFull || !reader.accept(')')) return this.#fail(operand);
    this.#frames.pop();
    if (this.#frames.length === 0 && frame.kind === 'paren') this.#mayBeAll = false;
    return this.#complete(frame, operand);
  }

  /** Applies the frames of at least this precedence to `operand`, innermost first. */
  #reduce(operand: Expr, precedence: number): Expr {
    let reduced = operand;
    for (
      let frame = this.#frames.at(-1);
      frame && frame.precedence >= precedence;
      frame = this.#frames.at(-1)
    ) {
      this.#frames.pop();
      reduced = this.#complete(frame, reduced);
    }
    return reduced;
  }

  #complete(frame: Frame, operand: Expr): Expr {
    switch (frame.kind) {
      case 'unary':
        return signed(frame.op, operand);
      case 'binary':
        return this.#binary(frame.op, frame.lhs, operand);
      case 'call': {
        const { op, lhs } = frame;
        const span = { from: op.span.from, to: this.reader.end };
        return { kind: 'duration', op, lhs, rhs: operand, wrapped: false, span };
      }
      case 'paren': {
        const span = { from: frame.from, to: this.reader.end };
        this.#gate('3.4', '3.4', operand.span);
        return this.#wrapped(operand, span);
      }
    }
  }

  #binary(op: Word, lhs: Expr, rhs: Expr): Expr {
    const span = cover(lhs.span, rhs.span);
    this.#gate('3.4', '3.4', lhs.span);
    if ((op.text === '/' || op.text === '%') && rhs.kind === 'number' && rhs.value === 0) {
      this.reader.lateFault(
        'promql/duration',
        op.span,
        op.text === '/' ? 'division by zero' : 'modulo by zero',
      );
      return { kind: 'missing', span };
    }
    return { kind: 'duration', op, lhs, rhs, wrapped: false, span };
  }

  /** In parentheses, which upstream keeps for printing: since 3.14 a number in them counts as an operation. */
  #wrapped(operand: Expr, span: Span): Expr {
    if (operand.kind === 'duration') return { ...operand, wrapped: true, span };
    if (operand.kind !== 'number' || !this.reader.dialect.since('3.14')) return operand;
    const op: Word = { text: '+', span: { from: span.from, to: span.from + 1 } };
    return { kind: 'duration', op, rhs: operand, wrapped: true, span };
  }

  /** Something that is there since one version, and behind the feature flag since another, if at all. */
  #gate(since: string, flaggedSince: string | undefined, span: Span): void {
    const { reader } = this;
    const { dialect } = reader;
    if (this.#isGated) return;
    if (!dialect.since(since)) {
      this.#isGated = true;
      reader.lateFault('promql/too-new', span, `duration expression needs Prometheus ${since} or newer`);
    } else if (!dialect.durationExpressions && flaggedSince && dialect.since(flaggedSince)) {
      this.#isGated = true;
      const flag = 'start Prometheus with --enable-feature=promql-duration-expr, or use 3.14 or newer';
      reader.lateFault(
        'promql/not-enabled',
        span,
        `experimental duration expression is not enabled: ${flag}`,
      );
    }
  }
}

/** A sign makes a negative number of a number, and an operation of anything else. */
function signed(op: Word, operand: Expr): Expr {
  const span = cover(op.span, operand.span);
  const isMinus = op.text === '-';
  switch (operand.kind) {
    case 'number':
      return { ...operand, value: isMinus ? -operand.value : operand.value, span };
    case 'duration': {
      const negative: DurationExpr = { kind: 'duration', op, rhs: operand, wrapped: false, span };
      return isMinus ? negative : operand;
    }
    default:
      return operand;
  }
}
