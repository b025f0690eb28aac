import { parse } from '../../languages/promql/parse';
import type { ParseResult } from '../../languages/promql/ast';
import type { PromqlDialect } from '../../languages/promql/knowledge';
import { parseTemplate, type TemplateResult } from '../../languages/gotemplate/parse';
import { prometheusTemplates } from '../../languages/gotemplate/prometheus';
import { queryCalls } from '../../languages/gotemplate/references';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { ScalarNode } from '../../languages/yaml/nodes';
import type { Fix } from '../../text/finding';
import { hostFixes, hostSpan, nested, type Region } from '../../text/region';
import type { Span } from '../../text/span';
import type { Decoding } from './context';
import type { EmptyValue } from '../structure/empty-value';
import type { ExprModel, QueryModel, TemplateModel } from './model';

/** A scalar that holds another language, and its decoded text. */
export interface Source {
  readonly node: ScalarNode;
  readonly text: string;
  /** Where it isn't written yet. */
  readonly empty?: EmptyValue;
}

/** Made when first asked, then kept. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The model of a rule's expression; reports what Prometheus' parser refuses, where `decoding` wants that. */
export function exprModel(decoding: Decoding, source: Source): ExprModel {
  const { context, shared } = decoding;
  const { node, text } = source;
  const known = shared.exprs.get(node);
  if (known) return known;
  const region = lazy(() => regionOf(decoding, source, 'promql'));
  // Most expressions need no region: no holes, no faults.
  const holes = () => (decoding.isUnknown(node.span) ? region().holes : undefined);
  const result = lazy((): ParseResult => parse(text, { dialect: context.dialect, holes: holes() }));
  if (!context.modelOnly && text !== '' && !decoding.isGuessed(node.span)) {
    addFaults(decoding, result().faults, region);
  }
  const model = { node, text, region, result };
  shared.exprs.set(node, model);
  return model;
}

/** The model of a label's or annotation's template; reports what Go's parser refuses, where `decoding` wants that. */
export function templateModel(decoding: Decoding, source: Source, name: string): TemplateModel {
  const { context, shared } = decoding;
  const { node, text } = source;
  const known = shared.templates.get(node);
  // Only a text that defines templates depends on the name.
  if (known && !text.includes(name)) return known;
  const region = lazy(() => regionOf(decoding, source, 'gotemplate'));
  const result = lazy((): TemplateResult =>
    parseTemplate(text, prometheusTemplates(context.dialect.version), name),
  );
  const isReadable = !decoding.isUnknown(node.span) && !decoding.isGuessed(node.span);
  if (!context.modelOnly && text.includes('{{') && isReadable) addFaults(decoding, result().faults, region);
  const queries = lazy(() => queriesIn(result(), region, context.dialect));
  const model = { node, region, result, queries };
  shared.templates.set(node, model);
  return model;
}

/** The PromQL that a template runs, as regions of what `host` is a region of. */
export function queriesIn(
  template: TemplateResult,
  host: () => Region,
  dialect: PromqlDialect,
): QueryModel[] {
  return queryCalls(template).map(({ span, region }) => ({
    span,
    region: () => nested(region, host()),
    result: lazy(() => parse(region.text, { dialect, holes: region.holes })),
  }));
}

/** What another language refuses of its fragment. */
interface FragmentFault {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
}

/** Reports faults of a fragment at their places in the host; a fix that its notation can't hold is left out. */
function addFaults(decoding: Decoding, faults: readonly FragmentFault[], region: () => Region): void {
  for (const { code, message, span, fixes } of faults) {
    const host = region();
    const placed = { span: hostSpan(host.map, span), fixes: hostFixes(host, fixes) };
    decoding.add({ code, message, severity: 'error', ...placed });
  }
}

/** The scalar as a region, with the context's holes in offsets of the fragment. */
function regionOf(decoding: Decoding, { node, empty }: Source, language: Region['language']): Region {
  const scalar = empty?.region() ?? scalarRegion(decoding.context.text, node);
  const { text, map } = scalar;
  const holes = decoding
    .holesIn(node.span)
    .reverse()
    .map(({ from, to }) => ({ from: map.toFragment(from), to: map.toFragment(to) }));
  return { language, text, map, holes, encode: (edits) => scalar.encode(edits) };
}
