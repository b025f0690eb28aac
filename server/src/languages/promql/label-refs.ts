import type { Span } from '../../text/span';
import type { AggregateExpr, BinaryExpr, CallExpr, Expr, VectorSelector } from './ast';
import { unwrapped } from './constants';
import { fold } from './fold';
import { FUNCTIONS } from './functions';
import { namesIn } from './names';
import { children, walk } from './tree';

/** Where a label of an expression's series comes from, as Prometheus' engine hands labels on (promql/engine.go). */
export interface LabelOrigin {
  /** Metrics whose series can bring it. */
  readonly metrics: readonly string[];
  /** Series of unnamed metrics can bring it, or what a placeholder stands for. */
  readonly isOpen: boolean;
  /** `label_replace` or the like writes it. */
  readonly isMade: boolean;
}

/** A place of an expression that names a label, or goes by it without naming it. */
export interface LabelRef {
  /** The name without quotes; of `implied` the operator. */
  readonly span: Span;
  /**
   * `implied`: an operator that compares all labels of its sides. `made`: a function that writes the label. `matching`:
   * both sides have it.
   */
  readonly role: 'matcher' | 'grouping' | 'matching' | 'argument' | 'made' | 'implied';
  readonly origin: LabelOrigin;
}

/** Expressions with more metrics than this behind a label are as good as unknown, which bounds the work. */
const MOST_METRICS = 64;

const NOWHERE: LabelOrigin = { metrics: [], isOpen: false, isMade: false };
const ANYWHERE: LabelOrigin = { ...NOWHERE, isOpen: true };
const MADE: LabelOrigin = { ...NOWHERE, isMade: true };

/** Where `label` of the result of `expr` comes from. */
export function labelOrigin(expr: Expr, label: string): LabelOrigin {
  return allOrigins(expr, label).get(expr) ?? ANYWHERE;
}

/** Every place of `expr` that names `label` or depends on its name, in order. */
export function labelRefs(expr: Expr, label: string): LabelRef[] {
  const spans = new Map(
    namesIn(expr).flatMap(({ kind, name, span }) =>
      kind === 'label' && name === label ? [[span.from, span] as const] : [],
    ),
  );
  const origins = allOrigins(expr, label);
  const of = (node: Expr | undefined): LabelOrigin => (node && origins.get(node)) ?? ANYWHERE;
  const refs: LabelRef[] = [];
  const add: Add = (role, words, origin) => {
    for (const { span } of words) {
      // A name in quotes begins behind them.
      const found = spans.get(span.from) ?? spans.get(span.from + 1);
      if (found) refs.push({ span: found, role, origin });
    }
  };
  walk(expr, (node) => {
    if (node.kind === 'selector') {
      for (const matcher of node.matchers) add('matcher', [matcher.label], ownOrigin(node));
    } else if (node.kind === 'aggregate') {
      add('grouping', node.grouping?.labels ?? [], of(node.args.at(-1)));
      if (node.op.text.toLowerCase() === 'count_values') add('made', node.args.slice(0, 1), MADE);
    } else if (node.kind === 'call') addCall(node, of, add);
    else if (node.kind === 'binary') addBinary(node, label, of, add, refs);
  });
  return refs.sort((a, b) => a.span.from - b.span.from);
}

type Add = (role: LabelRef['role'], words: readonly { readonly span: Span }[], origin: LabelOrigin) => void;
type Of = (node: Expr | undefined) => LabelOrigin;

function addCall({ func, args }: CallExpr, of: Of, add: Add): void {
  const vector = of(args.find((arg) => arg.kind !== 'string' && arg.kind !== 'number'));
  for (const [index, arg] of args.entries()) {
    if (arg.kind !== 'string') continue;
    if (index === MAKERS.get(func.text)) add('made', [arg], MADE);
    else add('argument', [arg], vector);
  }
}

function addBinary(node: BinaryExpr, label: string, of: Of, add: Add, refs: LabelRef[]): void {
  const sides = union(of(node.lhs), of(node.rhs));
  add('matching', node.matching?.labels ?? [], sides);
  if (node.group) {
    const one = node.group.keyword.text.toLowerCase() === 'group_left' ? node.rhs : node.lhs;
    add('grouping', node.group.labels, of(one));
  }
  const isListed = node.matching?.labels.some(({ text }) => text === label) === true;
  const isOn = node.matching?.keyword.text.toLowerCase() === 'on';
  const comparesIt = !isOn && !isListed && node.op.text.toLowerCase() !== 'or';
  if (comparesIt && isVector(node.lhs) && isVector(node.rhs)) {
    refs.push({ span: node.op.span, role: 'implied', origin: sides });
  }
}

/** False for what is surely a scalar, which has no labels to compare. */
function isVector(expr: Expr): boolean {
  const inner = unwrapped(expr);
  if (inner.kind === 'number' || inner.kind === 'string' || inner.kind === 'duration') return false;
  return inner.kind !== 'call' || FUNCTIONS.get(inner.func.text)?.returns !== 'scalar';
}

/** Functions that write a label, with the index of the argument that names it. */
const MAKERS: ReadonlyMap<string, number> = new Map([
  ['label_replace', 1],
  ['label_join', 1],
  ['histogram_quantiles', 1],
]);

function allOrigins(root: Expr, label: string): ReadonlyMap<Expr, LabelOrigin> {
  return fold<LabelOrigin>(root, children, (node, of) => bounded(originIn(node, label, of)));
}

function originIn(node: Expr, label: string, of: (child: Expr) => LabelOrigin): LabelOrigin {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'duration':
      return NOWHERE;
    case 'hole':
    case 'missing':
      return ANYWHERE;
    case 'selector':
      return selectorOrigin(node, label);
    case 'matrix':
      return of(node.selector);
    case 'subquery':
    case 'paren':
    case 'unary':
      return of(node.expr);
    case 'aggregate':
      return aggregateOrigin(node, label, of);
    case 'binary':
      return binaryOrigin(node, label, of);
    case 'call':
      return callOrigin(node, label, of);
  }
}

/** Of a label that the selector's series have. */
function ownOrigin(selector: VectorSelector): LabelOrigin {
  const { name, matchers } = selector;
  const named =
    name ?? matchers.find(({ label, op, value }) => label.text === '__name__' && op === '=' && value)?.value;
  if (!named || named.holed) return ANYWHERE;
  return { ...NOWHERE, metrics: ['text' in named ? named.text : named.value] };
}

function selectorOrigin(selector: VectorSelector, label: string): LabelOrigin {
  const isDropped = selector.matchers.some(
    (matcher) => matcher.label.text === label && matcher.op === '=' && matcher.value?.value === '',
  );
  return isDropped ? NOWHERE : ownOrigin(selector);
}

const SELECTING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregateOrigin(
  { op, grouping, args }: AggregateExpr,
  label: string,
  of: (child: Expr) => LabelOrigin,
): LabelOrigin {
  const operand = args.at(-1);
  const given = operand ? of(operand) : ANYWHERE;
  const operator = op.text.toLowerCase();
  if (SELECTING.has(operator)) return given;
  if (operator === 'count_values' && stringOf(args[0]) === label) return MADE;
  if (grouping?.labels.some(({ holed }) => holed)) return given;
  const isListed = grouping?.labels.some(({ text }) => text === label) === true;
  const isWithout = grouping?.keyword.text.toLowerCase() === 'without';
  return isListed === isWithout ? NOWHERE : given;
}

function binaryOrigin(node: BinaryExpr, label: string, of: (child: Expr) => LabelOrigin): LabelOrigin {
  const [lhs, rhs] = [of(node.lhs), of(node.rhs)];
  const op = node.op.text.toLowerCase();
  if (op === 'and' || op === 'unless') return lhs;
  if (op === 'or' || !isVector(node.lhs) || !isVector(node.rhs)) return union(lhs, rhs);
  if (node.group) {
    const [many, one] =
      node.group.keyword.text.toLowerCase() === 'group_left' ? ([lhs, rhs] as const) : ([rhs, lhs] as const);
    return node.group.labels.some(({ text }) => text === label) ? one : many;
  }
  const isListed = node.matching?.labels.some(({ text }) => text === label) === true;
  const isOn = node.matching?.keyword.text.toLowerCase() === 'on';
  return isListed === isOn ? union(lhs, rhs) : NOWHERE;
}

function callOrigin({ func, args }: CallExpr, label: string, of: (child: Expr) => LabelOrigin): LabelOrigin {
  const info = FUNCTIONS.get(func.text);
  if (!info || info.name === 'info') return ANYWHERE;
  if (info.returns !== 'vector') return NOWHERE;
  const given = args.map(of).reduce(union, NOWHERE);
  const made = MAKERS.get(info.name);
  if (made !== undefined && stringOf(args[made]) === label) {
    // Where the pattern doesn't match, label_replace leaves the label as it was.
    return info.name === 'label_replace' ? { ...given, isMade: true } : MADE;
  }
  if (label === 'le' && /^histogram_(?:quantiles?|fraction)$/.test(info.name)) return NOWHERE;
  if (info.name !== 'absent' && info.name !== 'absent_over_time') return given;
  // The labels that its selector demands are those of its result.
  const isDemanded = demandsLabel(args[0], label);
  return isDemanded ? given : NOWHERE;
}

function demandsLabel(arg: Expr | undefined, label: string): boolean {
  const inner = arg && unwrapped(arg);
  const selector = inner?.kind === 'matrix' ? inner.selector : inner;
  if (selector?.kind !== 'selector') return false;
  return selector.matchers.some((matcher) => matcher.label.text === label && matcher.op === '=');
}

function stringOf(expr: Expr | undefined): string | undefined {
  const inner = expr && unwrapped(expr);
  return inner?.kind === 'string' && !inner.holed ? inner.value : undefined;
}

function union(a: LabelOrigin, b: LabelOrigin): LabelOrigin {
  if (a === b || isNowhere(b)) return a;
  if (isNowhere(a)) return b;
  return {
    metrics: [...new Set([...a.metrics, ...b.metrics])],
    isOpen: a.isOpen || b.isOpen,
    isMade: a.isMade || b.isMade,
  };
}

function isNowhere({ metrics, isOpen, isMade }: LabelOrigin): boolean {
  return metrics.length === 0 && !isOpen && !isMade;
}

function bounded(origin: LabelOrigin): LabelOrigin {
  return origin.metrics.length > MOST_METRICS ? { ...ANYWHERE, isMade: origin.isMade } : origin;
}
