import type { Expr, ParseResult } from '../languages/promql/ast';
import type { TemplateResult } from '../languages/gotemplate/ast';
import type { MatchersResult } from '../languages/matchers/parse';
import { embeddedText } from '../formats/alertmanager/embedded';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import { locate, type Place } from '../formats/rules/locate';
import type { ExprModel, RuleModel, TemplateModel } from '../formats/rules/model';
import { IDENTITY_MAP, type RuleSlice } from '../formats/rules/slice';
import { locateStruct, type PlacedScalar, type StructPlace } from '../formats/structure/locate';
import type { HostedFragment } from '../formats/hosts/hosted';
import type { TextEdit } from '../text/finding';
import { nested, type OffsetMap, type Refusal, type Region } from '../text/region';
import { touches, type Span } from '../text/span';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';

interface FragmentBase {
  /** From the fragment to the document. */
  readonly map: OffsetMap;
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
  /** The rule that the fragment belongs to. */
  readonly rule?: RuleModel;
  /** It may be meant as an illustration. */
  readonly isIllustration?: boolean;
}

export interface PromqlFragment extends FragmentBase {
  readonly language: 'promql';
  readonly result: ParseResult;
  /** What a template language fills in, in offsets of the fragment. */
  readonly holes?: readonly Span[];
}

export interface NestedQuery {
  /** The string that holds it, in the template. */
  readonly span: Span;
  readonly fragment: PromqlFragment;
}

/** The PromQL, Go template or label matchers around a place, with its way back to the document. */
export type Fragment =
  | PromqlFragment
  | (FragmentBase & {
      readonly language: 'gotemplate';
      readonly result: TemplateResult;
      /** The PromQL in its strings. */
      readonly queries?: () => readonly NestedQuery[];
      /** The expression of the alert that it is a label or an annotation of. */
      readonly alertExpr?: () => Expr | undefined;
    })
  | (FragmentBase & {
      readonly language: 'matchers';
      readonly text: string;
      readonly result: MatchersResult;
    });

/** What stands at a document offset: the file in the document, the place in it, and the fragment if the place is one. */
export interface Here {
  readonly slice?: RuleSlice;
  readonly config?: ConfigSlice;
  /** The offset in the slice's or the configuration's text. */
  readonly offset: number;
  readonly place?: Place;
  readonly configPlace?: StructPlace;
  readonly fragment?: Fragment;
}

/** The way of a fragment that is its document. */
const WHOLE: Pick<FragmentBase, 'map' | 'encode'> = { map: IDENTITY_MAP, encode: (edits) => [...edits] };

/** Finds the innermost language at `offset`. */
export function here(document: OpenDocument, offset: number): Here {
  const { analysis } = document;
  if (analysis?.promql) {
    return { offset, fragment: { language: 'promql', result: analysis.promql, ...WHOLE } };
  }
  if (analysis?.template) {
    return { offset, fragment: { language: 'gotemplate', result: analysis.template, ...WHOLE } };
  }
  if (analysis?.fragments) return { offset, fragment: hostedAt(analysis, analysis.fragments, offset) };
  const slice = analysis?.rulesAt(offset);
  if (!slice) return inConfig(analysis?.configAt?.(offset), offset);
  const inSlice = slice.map.toFragment(offset);
  const place = locate(slice.model, inSlice);
  return { slice, offset: inSlice, place, fragment: place && fragmentOf(slice, place, inSlice) };
}

/** The innermost text around a document offset. */
function hostedAt(
  analysis: Analysis,
  fragments: readonly HostedFragment[],
  offset: number,
): Fragment | undefined {
  const found = fragments.find(({ hosted }) => touches(hosted.extent, offset));
  if (!found) return undefined;
  const fragment = hostedFragment(analysis, found);
  if (fragment.language !== 'gotemplate') return fragment;
  const at = fragment.map.toFragment(offset);
  return queryAt(fragment.queries?.() ?? [], at) ?? fragment;
}

/** At the quotes of a query the cursor is in the template. */
function queryAt(queries: readonly NestedQuery[], at: number): PromqlFragment | undefined {
  return queries.find(({ span }) => span.from < at && at < span.to)?.fragment;
}

/** A text of a program, a dashboard or the like. */
export function hostedFragment(analysis: Analysis, found: HostedFragment): Fragment {
  const { region, severity } = found.hosted;
  const isIllustration = severity === 'warning';
  const base = { ...way(region), isIllustration };
  if (found.language === 'promql') {
    return { language: 'promql', result: found.result, holes: region.holes, ...base };
  }
  const queries = () =>
    found.queries.map((query): NestedQuery => {
      const inner = query.region();
      const fragment: PromqlFragment = {
        language: 'promql',
        result: query.result(),
        holes: inner.holes,
        ...way(inner),
        isIllustration,
      };
      return { span: query.span, fragment };
    });
  const alertExpr = (): Expr | undefined => hostedAlertExpr(analysis, found);
  return { language: 'gotemplate', result: found.result, queries, alertExpr, ...base };
}

/** The expression of the alert that a template of a program belongs to: the last of that name that begins before it. */
function hostedAlertExpr(analysis: Analysis, { hosted: { by, extent } }: HostedFragment): Expr | undefined {
  const rules =
    analysis.host?.rules.filter(({ kind, name }) => kind === 'alert' && name.text === by.name) ?? [];
  const rule = rules.findLast(({ name }) => name.span.from <= extent.from) ?? rules[0];
  return hostedExpr(analysis, rule?.expr);
}

/** The expression that is the text of this index in a host, if it is one. */
export function hostedExpr({ host, fragments }: Analysis, index: number | undefined): Expr | undefined {
  const text = index === undefined ? undefined : host?.texts[index];
  const fragment = text && fragments?.find(({ hosted }) => hosted === text);
  return fragment?.language === 'promql' ? fragment.result.expr : undefined;
}

function way(region: Region): Pick<FragmentBase, 'map' | 'encode'> {
  return { map: region.map, encode: (edits) => region.encode(edits) };
}

function inConfig(config: ConfigSlice | undefined, offset: number): Here {
  if (!config) return { offset };
  const inSlice = config.map.toFragment(offset);
  const configPlace = config.model.root && locateStruct(config.model.root, inSlice);
  const fragment = configPlace?.kind === 'value' ? configFragment(config, configPlace) : undefined;
  return { config, offset: inSlice, configPlace, fragment };
}

/** The template or the label matchers in a scalar of a configuration. */
export function configFragment(
  config: ConfigSlice,
  scalar: Pick<PlacedScalar, 'type' | 'field' | 'value'>,
): Fragment | undefined {
  const embedded = embeddedText(scalar, config.text, config.dialect);
  if (!embedded) return undefined;
  const region = embedded.region();
  const base = placed(config, region);
  return embedded.language === 'matchers'
    ? { language: 'matchers', text: region.text, result: embedded.result(), ...base }
    : { language: 'gotemplate', result: embedded.result(), ...base };
}

/** @param offset in the slice. */
function fragmentOf(slice: RuleSlice, place: Place, offset: number): Fragment | undefined {
  if (place.kind === 'expr') return promqlFragment(slice, place.expr, place.rule);
  if (place.kind !== 'template') return undefined;
  const { template, rule } = place;
  const fragment = templateFragment(slice, template, rule);
  return queryAt(fragment.queries?.() ?? [], template.region().map.toFragment(offset)) ?? fragment;
}

/** The fragment of a label's or annotation's template. */
export function templateFragment(
  slice: RuleSlice,
  template: TemplateModel,
  rule?: RuleModel,
): Fragment & { language: 'gotemplate' } {
  return {
    language: 'gotemplate',
    result: template.result(),
    queries: () =>
      template.queries().map((query) => ({ span: query.span, fragment: promqlFragment(slice, query, rule) })),
    alertExpr: () => rule?.expr?.result().expr,
    ...placed(slice, template.region()),
    rule,
  };
}

/** The fragment of a rule's expression, or of a query in one of its templates. */
export function promqlFragment(
  slice: RuleSlice,
  source: Pick<ExprModel, 'region' | 'result'>,
  rule?: RuleModel,
): PromqlFragment {
  const region = source.region();
  return { language: 'promql', result: source.result(), holes: region.holes, ...placed(slice, region), rule };
}

function placed(slice: RuleSlice | ConfigSlice, region: Region): Pick<FragmentBase, 'map' | 'encode'> {
  return way(nested(region, slice));
}
