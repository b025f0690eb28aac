import type { BinaryExpr, Expr, VectorSelector } from './ast';
import { constantOf, unwrapped } from './constants';
import { listed, namesOf, selectorWords, timeWords, valueWords, type Unit } from './explain-parts';
import { ARITHMETIC_PHRASES, COMPARISONS, SCALES, STATES } from './explain-phrases';
import { fact, inline, named, noun, type ExpressionReader, type Reading } from './explain-reading';
import { children, typeOf } from './tree';

/** `a / b`, `a * 100`, `time() - a`, a join with an info metric, … */
export function arithmetic(expr: BinaryExpr, reader: ExpressionReader, depth: number): Reading {
  const { lhs, rhs } = expr;
  const op = expr.op.text.toLowerCase();
  const { left, right, per } = shared(expr, reader.read(lhs, depth), reader.read(rhs, depth));
  const info = joinedInfo(expr, reader);
  if (info !== undefined) return noun(`${inline(left)}, ${info}`, { per, loose: true, unit: left.unit });
  if (op === '-' && isTime(lhs)) return noun(`the time since ${inline(right)}`, { per, unit: 'seconds' });
  if (op === '-' && isTime(rhs)) return noun(`the time until ${inline(left)}`, { per, unit: 'seconds' });
  const scaled = inOtherUnit(expr, reader, depth);
  if (scaled) return { ...scaled, per };
  const matched = matchingWords(expr, per);
  if (op === '/' && constantOf(rhs) === undefined) {
    const hundredth = timesHundred(lhs);
    const dividend = hundredth ? { ...reader.read(hundredth, depth), per: left.per } : left;
    const [of, to] = isShare(hundredth ?? lhs, rhs) ? ['the share of', 'in'] : ['the ratio of', 'to'];
    const words = `${of} ${inline(dividend)} ${to} ${inline(right)}${matched}`;
    return hundredth
      ? noun(`${words}, in percent`, { per, loose: true, unit: 'percent' })
      : noun(words, { per, unit: 'ratio' });
  }
  const phrase = ARITHMETIC_PHRASES.get(op) ?? `{0} ${op} {1}`;
  // `a - b - c` reads as it is written, without parentheses.
  const isChain = isSum(op) && lhs.kind === 'binary' && isSum(lhs.op.text) && !lhs.matching;
  const first = isChain ? named(left) : inline(left);
  const words = phrase.replace('{0}', () => first).replace('{1}', () => inline(right));
  return noun(words + matched, { per, loose: true, unit: isSum(op) ? commonUnit(left, right) : undefined });
}

/** `a > 5` keeps values; `a > bool 5` tells. */
export function comparison(expr: BinaryExpr, reader: ExpressionReader, depth: number): Reading {
  const swap = constantOf(expr.lhs) !== undefined;
  const [subject, object] = swap ? [expr.rhs, expr.lhs] : [expr.lhs, expr.rhs];
  const written = expr.op.text;
  const op = swap ? (COMPARISONS.get(written)?.swapped ?? written) : written;
  const value = constantOf(object);
  const state = expr.bool ? undefined : stateWords(subject, op, value);
  if (state !== undefined) return noun(state, { plural: true });
  const { left, right, per } = shared(expr, reader.read(subject, depth), reader.read(object, depth));
  if (left.statement && !expr.bool && value !== undefined && holds(1, op, value)) return left;
  const unit = left.unit ?? right.unit;
  const other = value === undefined ? named(right) + matchingWords(expr, per) : valueWords(value, unit);
  const condition = (COMPARISONS.get(op)?.words ?? `${op} `) + other;
  if (expr.bool) {
    return noun(`1 where ${fact({ ...left, only: [condition] })} and 0 elsewhere`, { per, loose: true });
  }
  // A condition on everything so far, clauses included.
  const isWhole = left.also.length === 0 && !left.statement;
  const whole = isWhole ? left : noun(named(left), { loose: true, unit: left.unit });
  return { ...whole, per: per.length > 0 ? per : whole.per, only: [...whole.only, condition] };
}

function holds(left: number, op: string, right: number): boolean {
  switch (op) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '!=':
      return left !== right;
    default:
      return left === right;
  }
}

/** `and`, `or`, `unless`. */
export function setOperation(expr: BinaryExpr, reader: ExpressionReader, depth: number): Reading {
  const { lhs, rhs } = expr;
  const op = expr.op.text.toLowerCase();
  const constant = op === 'or' ? vectorConstant(rhs) : undefined;
  if (constant !== undefined) {
    const left = reader.read(lhs, depth);
    return { ...left, also: [...left.also, `or ${constant} where there is none`] };
  }
  const { left, right, per } = shared(expr, reader.read(lhs, depth), reader.read(rhs, depth));
  const matched = matchingWords(expr, per);
  if (op === 'or') {
    // What only one side is grouped by is said there.
    const whole = left.per.length > 0 ? noun(named(left)) : left;
    return { ...whole, per, also: [...whole.also, `or else ${named(right)}${matched}`] };
  }
  const clause = `${op === 'and' ? 'and only while' : 'except where'} ${fact(right)}${matched}`;
  return { ...left, per: per.length > 0 ? per : left.per, also: [...left.also, clause] };
}

/** Both sides, without the grouping that they have in common, and that grouping. */
function shared(
  { lhs, rhs }: BinaryExpr,
  left: Reading,
  right: Reading,
): { left: Reading; right: Reading; per: readonly string[] } {
  const isScalar = typeOf(lhs) === 'scalar' || typeOf(rhs) === 'scalar';
  if (!isScalar && !sameLabels(left.per, right.per)) return { left, right, per: [] };
  const per = left.per.length > 0 ? left.per : right.per;
  return { left: { ...left, per: [] }, right: { ...right, per: [] }, per };
}

function sameLabels(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((label) => b.includes(label));
}

function isTime(expr: Expr): boolean {
  const call = unwrapped(expr);
  return call.kind === 'call' && call.func.text === 'time';
}

/** What is multiplied by 100. */
function timesHundred(expr: Expr): Expr | undefined {
  const product = unwrapped(expr);
  if (product.kind !== 'binary' || product.op.text !== '*') return undefined;
  if (constantOf(product.lhs) === 100) return product.rhs;
  return constantOf(product.rhs) === 100 ? product.lhs : undefined;
}

/** A value in the unit that a constant factor gives it: per cent, hours, GiB. */
function inOtherUnit(expr: BinaryExpr, reader: ExpressionReader, depth: number): Reading | undefined {
  const { op, lhs, rhs } = expr;
  const ratio = timesHundred(expr);
  if (ratio) {
    const reading = reader.read(ratio, depth);
    if (reading.unit !== 'ratio') return undefined;
    return noun(`${inline({ ...reading, per: [] })}, in percent`, { loose: true, unit: 'percent' });
  }
  if (op.text !== '/') return undefined;
  // `a / 1024 / 1024` is one division.
  let [dividend, divisor] = [lhs, constantOf(rhs)];
  for (let steps = 0; steps < depth && divisor !== undefined; steps++) {
    const inner = unwrapped(dividend);
    const factor = inner.kind === 'binary' && inner.op.text === '/' ? constantOf(inner.rhs) : undefined;
    if (inner.kind !== 'binary' || factor === undefined) break;
    divisor *= factor;
    dividend = inner.lhs;
  }
  const reading = reader.read(dividend, depth);
  const unit = SCALES.find((scale) => scale.unit === reading.unit && scale.factor === divisor);
  return unit && noun(`${inline({ ...reading, per: [] })}, in ${unit.words}`, { loose: true });
}

function isSum(op: string): boolean {
  return op === '+' || op === '-';
}

function commonUnit(left: Reading, right: Reading): Unit | undefined {
  if (left.unit === undefined || left.unit === right.unit) return right.unit;
  return right.unit === undefined ? left.unit : undefined;
}

/** True where the left side is the same as the right side, of some of its series only. */
function isShare(lhs: Expr, rhs: Expr): boolean {
  let [part, whole] = [unwrapped(lhs), unwrapped(rhs)];
  for (let steps = 0; steps < DEEPEST_SHARE; steps++) {
    if (part.kind === 'selector' && whole.kind === 'selector') return isPart(part, whole);
    if (part.kind === 'aggregate' && whole.kind === 'aggregate') {
      if (part.op.text.toLowerCase() !== whole.op.text.toLowerCase()) return false;
    } else if (part.kind === 'call' && whole.kind === 'call') {
      if (part.func.text !== whole.func.text) return false;
    } else if (part.kind !== 'matrix' || whole.kind !== 'matrix') return false;
    const [inner, outer] = [children(part)[0], children(whole)[0]];
    if (!inner || !outer) return false;
    [part, whole] = [unwrapped(inner), unwrapped(outer)];
  }
  return false;
}

const DEEPEST_SHARE = 8;

/** True where `part` selects by all conditions of `whole` and by more. */
function isPart(part: VectorSelector, whole: VectorSelector): boolean {
  const conditions = ({ matchers }: VectorSelector): string[] =>
    matchers.map(({ label, op, value }) => `${label.text}${op}${value?.value ?? ''}`);
  const narrow = new Set(conditions(part));
  const isNarrower = part.matchers.length > whole.matchers.length;
  return (
    part.name?.text === whole.name?.text &&
    isNarrower &&
    conditions(whole).every((condition) => narrow.has(condition))
  );
}

/** What a join adds, where the right side is there for its labels only. */
function joinedInfo(
  { op, rhs, group, matching }: BinaryExpr,
  { knowledge }: ExpressionReader,
): string | undefined {
  const info = unwrapped(rhs);
  if (
    op.text !== '*' ||
    group?.keyword.text.toLowerCase() !== 'group_left' ||
    !matching ||
    info.kind !== 'selector'
  )
    return undefined;
  const name = info.name?.text ?? '';
  if (!/_(?:info|labels)$/.test(name) && knowledge?.metric(name)?.type !== 'info') return undefined;
  const labels = namesOf(group);
  const taken = labels.length > 0 ? `with ${listed(labels)} from` : 'where there is a';
  return `${taken} ${selectorWords(info)}${byWords(matching.keyword.text, namesOf(matching))}`;
}

/** How series are matched, unless that is how they are grouped anyway. */
function matchingWords({ matching, group }: BinaryExpr, per: readonly string[]): string {
  if (!matching) return '';
  const labels = namesOf(matching);
  const include = namesOf(group);
  const side = group?.keyword.text.toLowerCase() === 'group_right' ? 'left' : 'right';
  const taken = include.length > 0 ? `, with ${listed(include)} from the ${side} side` : '';
  return (sameLabels(labels, per) && per.length > 0 ? '' : byWords(matching.keyword.text, labels)) + taken;
}

function byWords(keyword: string, labels: readonly string[]): string {
  if (keyword.toLowerCase() === 'on')
    return labels.length > 0 ? `, matched by ${listed(labels)}` : ', whatever the labels';
  return labels.length > 0 ? `, matched without ${listed(labels)}` : '';
}

/** `targets that are down (job is api)` for `up{job="api"} == 0`. */
function stateWords(subject: Expr, op: string, value: number | undefined): string | undefined {
  const selector = unwrapped(subject);
  const state = selector.kind === 'selector' ? STATES.get(selector.name?.text ?? '') : undefined;
  if (!state || selector.kind !== 'selector') return undefined;
  const isZero = (op === '==' && value === 0) || ((op === '!=' || op === '<') && value === 1);
  const isOne = (op === '==' && value === 1) || ((op === '!=' || op === '>') && value === 0);
  if (!isZero && !isOne) return undefined;
  const conditions = selectorWords({ ...selector, name: undefined }).slice('all series'.length);
  const time = timeWords(selector);
  return `${state.what} that ${isZero ? state.zero : state.one}${conditions}${time === '' ? '' : ` ${time}`}`;
}

/** The number of `vector(0)`. */
function vectorConstant(expr: Expr): number | undefined {
  const call = unwrapped(expr);
  if (call.kind !== 'call' || call.func.text !== 'vector' || !call.args[0]) return undefined;
  return constantOf(call.args[0]);
}
