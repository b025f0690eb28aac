import { labelReferences } from '../languages/gotemplate/references';
import { labelOrigin, labelRefs, type LabelOrigin, type LabelRef } from '../languages/promql/label-refs';
import { IDENTITY_MAP } from '../formats/rules/slice';
import type { TextEdit } from '../text/finding';
import type { OffsetMap, Refusal } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import { hostedExpr } from './fragment';
import { fragments } from './fragments';
import type { LabelScope } from './label-scope';
import { pageNames } from './page-names';
import { withoutQuotes } from './plain-edit';

/** A place that names a label, in offsets of its text. */
export interface LabelPlace {
  readonly span: Span;
  readonly role: LabelRef['role'] | 'template' | 'definition' | 'write' | 'expected';
  readonly origin: LabelOrigin;
  /** How another name is written there; it takes the name's place where absent. */
  readonly write?: (name: string) => string;
}

/** The places of one text in a document, with its way there. */
export interface LabelPlaces {
  readonly places: readonly LabelPlace[];
  readonly map: OffsetMap;
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
  readonly isIllustration?: boolean;
}

/**
 * Where a document names a label of the metrics and alerts of `scope`: in expressions and templates, where programs
 * define and write it, in tests of rules.
 * @param around only in what stands at these places; everywhere where absent
 */
export function labelPlaces(
  document: OpenDocument,
  scope: Pick<LabelScope, 'label' | 'metrics' | 'alerts'>,
  around?: readonly Span[],
): LabelPlaces[] {
  const { label, metrics } = scope;
  const isOurs = (origin: LabelOrigin): boolean => origin.metrics.some((metric) => metrics.has(metric));
  const found: LabelPlaces[] = [];
  const add = (places: readonly LabelPlace[], way: Omit<LabelPlaces, 'places'>): void => {
    if (places.length > 0) found.push({ ...way, places });
  };
  const near = around ? around.flatMap((span) => fragments(document, span)) : fragments(document);
  for (const fragment of near) {
    if (fragment.language === 'matchers') continue;
    const expressions = fragment.language === 'promql' ? [fragment] : [];
    if (fragment.language === 'gotemplate') {
      expressions.push(...(fragment.queries?.() ?? []).map((query) => query.fragment));
      const refs = labelReferences(fragment.result).filter((ref) => ref.label === label);
      const expr = refs.length > 0 ? fragment.alertExpr?.() : undefined;
      const origin = expr && labelOrigin(expr, label);
      if (origin && isOurs(origin)) {
        const { text } = fragment.result;
        const places = refs.flatMap(({ span }) => withoutQuotes(text, label, span) ?? []);
        add(
          places.map((span) => ({ span, role: 'template', origin })),
          fragment,
        );
      }
    }
    for (const expression of expressions) {
      const { expr } = expression.result;
      const refs = expr ? labelRefs(expr, label).filter(({ origin }) => isOurs(origin)) : [];
      add(refs, expression);
    }
  }
  add(hostedPlaces(document, scope), { map: IDENTITY_MAP, encode: (edits) => [...edits] });
  return found;
}

/** How far behind a name it is looked for what follows; UTF-16 units. */
const LOOK_BEHIND = 100;

/** What a program or the like says of the label outside of its texts. */
function hostedPlaces(
  document: OpenDocument,
  { label, metrics, alerts }: Pick<LabelScope, 'label' | 'metrics' | 'alerts'>,
): LabelPlace[] {
  const { analysis, text } = document;
  const host = analysis?.host;
  if (!host) return [];
  const places: LabelPlace[] = [];
  const add = (
    role: LabelPlace['role'],
    span: Span | undefined,
    origin: LabelOrigin,
    write?: LabelPlace['write'],
  ): void => {
    const inside = span && withoutQuotes(text, label, span);
    if (inside) places.push({ role, span: inside, origin, write });
  };
  const ofOnly = (metric: string): LabelOrigin => ({ metrics: [metric], isOpen: false, isMade: false });
  for (const { name: metric, labels = [] } of host.metrics) {
    if (!metrics.has(metric)) continue;
    for (const { name, span } of labels) if (name === label) add('definition', span, ofOnly(metric));
  }
  for (const { kind, name, span, metric } of pageNames(document)) {
    if (kind === 'label' && name === label && metrics.has(metric)) add('write', span, ofOnly(metric));
  }
  for (const { metric, labels } of analysis?.kind === 'metrics' ? [] : host.writes) {
    if (metric === undefined || !metrics.has(metric)) continue;
    for (const { name, nameSpan } of labels) {
      if (name !== label || !nameSpan) continue;
      // `{ method }` is short for `{ method: method }`.
      const isShort = /^\s*[,}]/.test(text.slice(nameSpan.to, nameSpan.to + LOOK_BEHIND));
      add('write', nameSpan, ofOnly(metric), isShort ? (newName) => `${newName}: ${label}` : undefined);
    }
  }
  for (const { kind, name, span, alert, of: index } of host.names ?? []) {
    if (kind !== 'label' || name !== label) continue;
    if (alert !== undefined && alerts.has(alert)) add('expected', span, ofOnly(alert));
    const expr = hostedExpr(analysis, index);
    const origin = expr && labelOrigin(expr, label);
    if (origin?.metrics.some((metric) => metrics.has(metric))) add('template', span, origin);
  }
  return places;
}

/** A program's statement by which the label's places can't all be known, and why. */
export interface Unknowable {
  readonly offset: number;
  readonly reason: string;
}

/** Why a program's uses of the label can't all be found, or belong to others too, if so. */
export function unknowableLabel(
  { analysis, text }: OpenDocument,
  { label, metrics }: Pick<LabelScope, 'label' | 'metrics'>,
): Unknowable | undefined {
  // A page of samples says all that it says of labels.
  if (analysis?.kind === 'metrics') return undefined;
  const { metrics: defined = [], writes = [] } = analysis?.host ?? {};
  const isOurs = (metric: string | undefined): boolean => metric !== undefined && metrics.has(metric);
  /** Where labels of that name are written for other metrics. */
  const others = new Map<number, string>();
  for (const { name: metric, labels = [] } of defined) {
    for (const { name, span } of labels) {
      if (name === label && span && !isOurs(metric)) others.set(span.from, metric);
    }
  }
  for (const { metric, labels } of writes) {
    for (const { name, nameSpan } of labels) {
      if (name === label && nameSpan && !isOurs(metric))
        others.set(nameSpan.from, metric ?? 'another metric');
    }
  }
  const problem = (metric: string, place: Span | undefined, offset: number): Unknowable | undefined => {
    if (!place || !withoutQuotes(text, label, place)) {
      return { offset, reason: `the labels of ${metric} are computed there` };
    }
    const other = others.get(place.from);
    return other === undefined
      ? undefined
      : { offset: place.from, reason: `${label} is also a label of ${other} there` };
  };
  for (const { name: metric, labels, nameSpan, implied } of defined) {
    if (!isOurs(metric)) continue;
    if (implied) return { offset: nameSpan.from, reason: `${metric} is defined by a library` };
    const own = labels?.find(({ name }) => name === label);
    const found = labels && !own ? undefined : problem(metric, own?.span, nameSpan.from);
    if (found) return found;
  }
  for (const { metric, labels, open, span } of writes) {
    if (metric === undefined || !isOurs(metric)) continue;
    const own = labels.find(({ name }) => name === label);
    if (own && !own.nameSpan) continue;
    const found = own || open ? problem(metric, own?.nameSpan, span.from) : undefined;
    if (found) return found;
  }
  return undefined;
}
