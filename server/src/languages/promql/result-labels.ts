import type { AggregateExpr, BinaryExpr, CallExpr, Expr, LabelList, Matcher, VectorSelector } from './ast';
import { unwrapped } from './constants';
import { fold } from './fold';
import { FUNCTIONS } from './functions';
import {
  add,
  bounded,
  intersection,
  keep,
  mayHave,
  NO_LABELS,
  remove,
  union,
  withoutName,
  type AllButLabels,
  type ResultLabels,
  type SomeLabels,
} from './label-sets';
import { children } from './tree';

/**
 * The labels that the series of an expression's result can carry, as Prometheus' engine makes them (promql/engine.go,
 * functions.go). Sound: what it says can't be there can't; what it says is sure is there. Time stamps and values
 * play no part, so a sound answer may still be wider than what a server gives.
 */
export function resultLabels(expr: Expr): ResultLabels {
  const labels = known.get(expr) ?? allResultLabels(expr).get(expr) ?? UNKNOWN;
  known.set(expr, labels);
  return labels;
}

/** Several who look at an expression want them. */
const known = new WeakMap<Expr, ResultLabels>();

/** The result's labels of every node below `root` and of itself. */
export function allResultLabels(root: Expr): ReadonlyMap<Expr, ResultLabels> {
  return fold<ResultLabels>(root, children, (node, of) => bounded(labelsOf(node, of)));
}

type Of = (child: Expr) => ResultLabels;

const UNKNOWN: ResultLabels = { kind: 'unknown' };
const NONE: ResultLabels = { kind: 'none' };

function labelsOf(node: Expr, of: Of): ResultLabels {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'duration':
      return NONE;
    case 'hole':
    case 'missing':
      return UNKNOWN;
    case 'selector':
      return selectorLabels(node);
    case 'matrix':
      return of(node.selector);
    case 'subquery':
    case 'paren':
      return of(node.expr);
    case 'unary':
      return node.op.text === '-' ? mapped(of(node.expr), withoutName) : of(node.expr);
    case 'aggregate':
      return aggregateLabels(node, of);
    case 'binary':
      return binaryLabels(node, of);
    case 'call':
      return callLabels(node, of);
  }
}

/** `change` for a vector; nothing changes where there are no series or nothing is known. */
function mapped(labels: ResultLabels, change: (labels: SomeLabels) => ResultLabels): ResultLabels {
  return labels.kind === 'none' || labels.kind === 'unknown' ? labels : change(labels);
}

/** Everything that a stored series can have, where a vector is all that is known. */
const ANYTHING: AllButLabels = { kind: 'allBut', dropped: [], name: true, sure: [] };

function selectorLabels({ matchers }: VectorSelector): SomeLabels {
  const named = (test: (matcher: Matcher) => boolean): string[] =>
    matchers
      .filter((matcher) => !matcher.label.holed && !matcher.value?.holed && test(matcher))
      .map(({ label }) => label.text);
  // A matcher for the empty value selects series without the label.
  const dropped = named(({ op, value }) => (op === '=' || op === '=~') && value?.value === '');
  return {
    kind: 'allBut',
    dropped: dropped.filter((label) => label !== '__name__'),
    name: !dropped.includes('__name__'),
    sure: named(demandsLabel).filter((label) => label !== '__name__'),
  };
}

/** True for the matchers that surely refuse series without the label. */
function demandsLabel({ op, value }: Matcher): boolean {
  if (op === '=') return value !== undefined && value.value !== '';
  return value?.value === (op === '=~' ? '.+' : '');
}

/** Aggregations that give series of their input, with all labels. */
const SELECTING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregateLabels({ op, grouping, args }: AggregateExpr, of: Of): ResultLabels {
  const operator = op.text.toLowerCase();
  const operand = args.at(-1);
  const given = operand ? of(operand) : UNKNOWN;
  if (SELECTING.has(operator)) return given;
  if (isHoled(grouping)) return UNKNOWN;
  const input = given.kind === 'only' || given.kind === 'allBut' ? given : ANYTHING;
  const names = grouping?.labels.map(({ text }) => text) ?? [];
  const counted = operator === 'count_values' ? stringOf(args[0]) : undefined;
  if (operator === 'count_values' && counted === undefined) return UNKNOWN;
  if (grouping?.keyword.text.toLowerCase() === 'without') {
    return withoutName(remove(counted === undefined ? input : add(input, counted), names));
  }
  // The feature promql-delayed-name-removal keeps the name for `by (__name__)`, even where the operand lost it.
  const grouped = keep({ ...input, name: true }, names);
  return counted === undefined ? grouped : add(grouped, counted);
}

/** True where a placeholder may become any label, or several. */
function isHoled(list: LabelList | undefined): boolean {
  return list?.labels.some(({ holed }) => holed) ?? false;
}

function stringOf(expr: Expr | undefined): string | undefined {
  const inner = expr && unwrapped(expr);
  return inner?.kind === 'string' && !inner.holed ? inner.value : undefined;
}

/** Operators whose result is no longer the metric that it was. */
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '^', 'atan2']);

function binaryLabels(node: BinaryExpr, of: Of): ResultLabels {
  const [lhs, rhs] = [of(node.lhs), of(node.rhs)];
  const op = node.op.text.toLowerCase();
  const named = (labels: SomeLabels): SomeLabels =>
    ARITHMETIC.has(op) || node.bool ? withoutName(labels) : labels;
  if (lhs.kind === 'none' || rhs.kind === 'none') return mapped(lhs.kind === 'none' ? rhs : lhs, named);
  if (lhs.kind === 'unknown' || rhs.kind === 'unknown') return UNKNOWN;
  if (isHoled(node.matching) || isHoled(node.group)) return UNKNOWN;
  switch (op) {
    case 'or':
      return union(lhs, rhs);
    case 'unless':
      return lhs;
    case 'and':
      return intersection(lhs, asMatched(node, rhs));
  }
  if (node.group) return joinedLabels(node, node.group, named(lhs), named(rhs));
  const sides = node.fills.length > 0 ? union(lhs, rhs) : intersection(lhs, asMatched(node, rhs));
  return named(matchingLabels(node, sides));
}

/** The labels of a join: those of the many side, with the included ones of the other side in place of its own. */
function joinedLabels(node: BinaryExpr, group: LabelList, lhs: SomeLabels, rhs: SomeLabels): SomeLabels {
  const [many, one] = group.keyword.text.toLowerCase() === 'group_left' ? [lhs, rhs] : [rhs, lhs];
  const names = group.labels.map(({ text }) => text);
  const [own, included] = [remove(many, names), keep({ ...one, name: true }, names)];
  const filled = node.fills.length > 0;
  const sure = filled ? [] : [...own.sure, ...included.sure];
  const joined = { ...union(own, included), sure };
  return filled ? union(joined, matchingLabels(node, one)) : joined;
}

/** What `on` and `ignoring` leave of `labels`. */
function matchingLabels({ matching }: BinaryExpr, labels: SomeLabels): SomeLabels {
  const names = matching?.labels.map(({ text }) => text) ?? [];
  return matching?.keyword.text.toLowerCase() === 'on' ? keep(labels, names) : remove(labels, names);
}

/**
 * What `rhs` says of the labels of series that it matches: the labels that matching compares are equal on both
 * sides, so none can be there that it lacks. Of the others it says nothing.
 */
function asMatched(node: BinaryExpr, rhs: SomeLabels): SomeLabels {
  const { matching } = node;
  const names = matching?.labels.map(({ text }) => text) ?? [];
  if (matching?.keyword.text.toLowerCase() !== 'on') return names.reduce(add, remove(rhs, names));
  const dropped = names.filter((label) => !mayHave(rhs, label));
  return { ...ANYTHING, dropped, sure: keep(rhs, names).sure };
}

/** What a function does to the labels of its vector argument `input`, if it isn't just to drop the name. */
type Rule = (input: SomeLabels, args: readonly Expr[]) => ResultLabels;

const same: Rule = (input) => input;
const withoutBuckets = (input: SomeLabels): SomeLabels => withoutName(remove(input, ['le']));
/** Sets the label that the second argument names, or removes it where its new value is empty. */
const labelled: Rule = (input, args) => {
  const label = stringOf(args[1]);
  return label === undefined ? UNKNOWN : add(remove(input, label === '__name__' ? [] : [label]), label);
};

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['sort', same],
  ['sort_desc', same],
  ['sort_by_label', same],
  ['sort_by_label_desc', same],
  ['first_over_time', same],
  ['last_over_time', same],
  ['histogram_quantile', withoutBuckets],
  ['histogram_fraction', withoutBuckets],
  ['histogram_quantiles', (input, args) => labelled(withoutBuckets(input), args)],
  ['label_replace', labelled],
  ['label_join', labelled],
  ['absent', (_, args) => absentLabels(args[0])],
  ['absent_over_time', (_, args) => absentLabels(args[0])],
  // Brings labels of info metrics that only the stored data know.
  ['info', (input) => ({ ...ANYTHING, name: input.name, sure: input.sure })],
]);

function callLabels(call: CallExpr, of: Of): ResultLabels {
  const info = FUNCTIONS.get(call.func.text);
  if (!info) return UNKNOWN;
  if (info.returns !== 'vector') return NONE;
  const rule = RULES.get(info.name) ?? withoutName;
  // `hour()` and its like take the time of evaluation and `vector(1)` a number, neither of which has labels.
  const input = call.args.map(of).find(({ kind }) => kind !== 'none') ?? NO_LABELS;
  return mapped(input, (labels) => rule(labels, call.args));
}

/**
 * `absent` tells the labels that its selector demands by equality, unless it does so twice
 * (`createLabelsForAbsentFunction`). Whether another matcher of the label takes it away depends on the version.
 */
function absentLabels(arg: Expr | undefined): ResultLabels {
  const inner = arg && unwrapped(arg);
  const selector = inner?.kind === 'matrix' ? inner.selector : inner;
  if (selector?.kind !== 'selector') return NO_LABELS;
  const { matchers } = selector;
  if (matchers.some(({ label }) => label.holed)) return UNKNOWN;
  const equal = matchers.filter(({ op }) => op === '=');
  const [timesEqual, times] = [countLabels(equal), countLabels(matchers)];
  const told = equal.filter(
    ({ label: { text }, value }) => text !== '__name__' && value?.value !== '' && timesEqual.get(text) === 1,
  );
  const sure = told.filter(({ label, value }) => times.get(label.text) === 1 && !value?.holed);
  const names = (of: readonly Matcher[]): string[] => of.map(({ label }) => label.text);
  return { kind: 'only', labels: names(told), name: false, sure: names(sure) };
}

/** How many matchers each label has. */
function countLabels(matchers: readonly Matcher[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of matchers) counts.set(label.text, (counts.get(label.text) ?? 0) + 1);
  return counts;
}
