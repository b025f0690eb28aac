/** Sets of labels that series may have, of which some are finite and others are all labels but a few. */

/** What is known of the labels of an expression's result. Each claim holds for every series that it can give. */
export type ResultLabels =
  /** A scalar or a string: there are no series. */
  { readonly kind: 'none' } | SomeLabels | { readonly kind: 'unknown' };

export type SomeLabels = OnlyLabels | AllButLabels;

interface Named {
  /** True where series may have a metric name; `__name__` is in no list. */
  readonly name: boolean;
  /** Labels that every series has. */
  readonly sure: readonly string[];
}

/** No label but `labels` can be there. */
export interface OnlyLabels extends Named {
  readonly kind: 'only';
  readonly labels: readonly string[];
}

/** Any label of the stored series can be there, but none of `dropped`. */
export interface AllButLabels extends Named {
  readonly kind: 'allBut';
  readonly dropped: readonly string[];
}

/** Lists beyond this length are given up, which bounds the work on any input. */
const MOST_LABELS = 256;

/** No label at all. */
export const NO_LABELS: OnlyLabels = { kind: 'only', labels: [], name: false, sure: [] };

/** True unless it is certain that no series has `label`. */
export function mayHave(labels: ResultLabels, label: string): boolean {
  switch (labels.kind) {
    case 'none':
      return false;
    case 'unknown':
      return true;
    case 'only':
      return label === '__name__' ? labels.name : labels.labels.includes(label);
    case 'allBut':
      return label === '__name__' ? labels.name : !labels.dropped.includes(label);
  }
}

export function withoutName(labels: SomeLabels): SomeLabels {
  return { ...labels, name: false };
}

/** `labels` minus `names`. */
export function remove(labels: SomeLabels, names: readonly string[]): SomeLabels {
  const gone = new Set(names);
  const stays = (label: string): boolean => !gone.has(label);
  const sure = labels.sure.filter(stays);
  const name = labels.name && stays('__name__');
  if (labels.kind === 'only') return { kind: 'only', labels: labels.labels.filter(stays), name, sure };
  return { kind: 'allBut', dropped: merged(labels.dropped, names), name, sure };
}

/** `labels` that are among `names`. */
export function keep(labels: SomeLabels, names: readonly string[]): OnlyLabels {
  const kept = unique(names).filter((label) => mayHave(labels, label));
  return {
    kind: 'only',
    labels: kept.filter((label) => label !== '__name__'),
    name: kept.includes('__name__'),
    sure: labels.sure.filter((label) => kept.includes(label)),
  };
}

/** `labels` and perhaps `name` too. */
export function add(labels: SomeLabels, name: string): SomeLabels {
  if (name === '__name__') return { ...labels, name: true };
  if (labels.kind === 'only') return { ...labels, labels: merged(labels.labels, [name]) };
  return { ...labels, dropped: labels.dropped.filter((label) => label !== name) };
}

/** Series of either. */
export function union(a: SomeLabels, b: SomeLabels): SomeLabels {
  const inB = new Set(b.sure);
  const shared = { name: a.name || b.name, sure: a.sure.filter((label) => inB.has(label)) };
  if (a.kind === 'only' && b.kind === 'only')
    return { kind: 'only', labels: merged(a.labels, b.labels), ...shared };
  const dropped = missingIn(a).filter((label) => !mayHave(b, label));
  const alsoDropped = missingIn(b).filter((label) => !mayHave(a, label));
  return { kind: 'allBut', dropped: merged(dropped, alsoDropped), ...shared };
}

/** Series that have the labels of both; the name is that of `a`. */
export function intersection(a: SomeLabels, b: SomeLabels): SomeLabels {
  const shared = { name: a.name, sure: merged(a.sure, b.sure).filter((l) => mayHave(a, l) && mayHave(b, l)) };
  if (a.kind === 'allBut' && b.kind === 'allBut') {
    return { kind: 'allBut', dropped: merged(a.dropped, b.dropped), ...shared };
  }
  const [finite, other] = a.kind === 'only' ? [a, b] : [b, a];
  const possible = finite.kind === 'only' ? finite.labels.filter((label) => mayHave(other, label)) : [];
  return { kind: 'only', labels: possible, ...shared };
}

/** `labels`, or `unknown` where they are too many to go on with. */
export function bounded(labels: ResultLabels): ResultLabels {
  if (labels.kind !== 'only' && labels.kind !== 'allBut') return labels;
  const lists = [labels.sure, labels.kind === 'only' ? labels.labels : labels.dropped];
  return lists.some(({ length }) => length > MOST_LABELS) ? { kind: 'unknown' } : labels;
}

/** Names that `labels` is known to lack, as far as they can be listed. */
function missingIn(labels: SomeLabels): readonly string[] {
  return labels.kind === 'allBut' ? labels.dropped : [];
}

function merged(a: readonly string[], b: readonly string[]): string[] {
  return unique([...a, ...b]);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
