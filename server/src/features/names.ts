import { metricRefs, type MetricRef } from '../languages/promql/occurrences';
import { hostSpan } from '../text/region';
import { touches, type Span } from '../text/span';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';
import type { FactIndex } from '../workspace/fact-index';
import { here } from './fragment';
import { familyOf, namesOf } from './metric-family';
import { pageNames } from './page-names';

/** A metric (a series, or the metric that a program defines), or an alert. */
export interface Name {
  readonly kind: 'metric' | 'alert';
  readonly text: string;
  /** In the document. */
  readonly span: Span;
  /** A rule or a program defines it there. */
  readonly isDefinition: boolean;
}

/** The metric or alert that is named at a document offset, where it is defined or where it is used. */
export function nameAt(document: OpenDocument, offset: number): Name | undefined {
  const { slice, offset: inSlice, place, fragment } = here(document, offset);
  if (fragment?.language === 'promql' && fragment.result.expr) {
    const at = fragment.map.toFragment(offset);
    const ref = metricRefs(fragment.result.expr).find(({ span }) => touches(span, at));
    return (
      ref && {
        kind: kindOf(ref),
        text: ref.name,
        span: hostSpan(fragment.map, ref.span),
        isDefinition: false,
      }
    );
  }
  if (fragment) return undefined;
  const rule = place?.rule;
  if (slice && rule?.name && rule.kind !== 'unknown' && touches(rule.name.span, inSlice)) {
    const span = hostSpan(slice.map, rule.name.span);
    return {
      kind: rule.kind === 'alert' ? 'alert' : 'metric',
      text: rule.name.text,
      span,
      isDefinition: true,
    };
  }
  return hostedNameAt(document, offset);
}

export function kindOf(ref: MetricRef): Name['kind'] {
  return ref.kind === 'alert' ? 'alert' : 'metric';
}

/** What a program, a dashboard or the like names outside of its texts. */
function hostedNameAt(document: OpenDocument, offset: number): Name | undefined {
  const host = document.analysis?.host;
  const isHere = ({ span }: { readonly span: Span }): boolean => touches(span, offset);
  const rule = host?.rules.find(({ name }) => isHere(name));
  if (rule) {
    const { name, kind } = rule;
    return { ...name, kind: kind === 'alert' ? 'alert' : 'metric', isDefinition: true };
  }
  const metric = host?.metrics.find((one) => !one.implied && touches(one.nameSpan, offset));
  if (metric) return { kind: 'metric', text: metric.name, span: metric.nameSpan, isDefinition: true };
  const alert = host?.names?.find((name) => name.kind === 'alert' && isHere(name));
  if (alert) return { kind: 'alert', text: alert.name, span: alert.span, isDefinition: false };
  for (const { kind, name, span } of pageNames(document)) {
    if (kind === 'metric' && isHere({ span })) return { kind, text: name, span, isDefinition: false };
  }
  return undefined;
}

/** Names of one kind, such as those of all series of a metric. */
export interface Names {
  readonly kind: Name['kind'];
  readonly texts: ReadonlySet<string>;
}

/** Where a document defines and uses names; each place once, in the order of its pieces. */
export interface Occurrences {
  readonly definitions: Span[];
  readonly uses: Span[];
}

/**
 * Where the analysed document defines the names, and where it uses them. A program defines a metric under each of its
 * series' names.
 */
export function occurrences(analysis: Analysis, { kind, texts }: Names): Occurrences {
  const definitions = new Map<number, Span>();
  const uses = new Map<number, Span>();
  for (const { facts, map } of analysis.facts()) {
    const add = (spans: Map<number, Span>, span: Span): void => {
      const placed = hostSpan(map, span);
      spans.set(placed.from, placed);
    };
    for (const rule of facts.rules ?? []) {
      const defined = rule.kind === 'alert' ? 'alert' : 'metric';
      if (defined === kind && texts.has(rule.name.text)) add(definitions, rule.name.span);
    }
    for (const metric of kind === 'metric' ? (facts.metrics ?? []) : []) {
      if (namesOf(metric).some((name) => texts.has(name))) add(definitions, metric.nameSpan);
    }
    for (const use of facts.uses ?? []) {
      if (use.kind === kind && texts.has(use.name)) add(uses, use.span);
    }
  }
  return { definitions: [...definitions.values()], uses: [...uses.values()] };
}

/** A name with those that go with it: a metric's with those of its series. */
export function namesWith(index: FactIndex, { kind, text }: Pick<Name, 'kind' | 'text'>): Names {
  return { kind, texts: kind === 'metric' ? familyOf(index, text).names : new Set([text]) };
}

/** The documents that define one of the names. */
export function filesDefining(index: FactIndex, { kind, texts }: Names): Set<string> {
  const uris = new Set<string>();
  for (const text of texts) {
    for (const uri of index.definers(kind === 'alert' ? 'alert' : 'record', text)) uris.add(uri);
    if (kind === 'metric') for (const { uri } of index.metrics.definitions(text)) uris.add(uri);
  }
  return uris;
}

/** The documents that define or use one of the names. */
export function filesNaming(index: FactIndex, names: Names): Set<string> {
  const uris = filesDefining(index, names);
  for (const text of names.texts) for (const uri of index.users(names.kind, text)) uris.add(uri);
  return uris;
}
