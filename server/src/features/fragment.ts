import type { ParseResult } from '../languages/promql/ast';
import type { TemplateResult } from '../languages/gotemplate/ast';
import { locate, type Place } from '../formats/rules/locate';
import type { ExprModel, RuleModel, TemplateModel } from '../formats/rules/model';
import { IDENTITY_MAP, type RuleSlice } from '../formats/rules/slice';
import type { TextEdit } from '../text/finding';
import { composeMaps, type OffsetMap, type Refusal, type Region } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';

interface FragmentBase {
  /** From the fragment to the document. */
  readonly map: OffsetMap;
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
  /** The rule that the fragment belongs to. */
  readonly rule?: RuleModel;
}

/** The PromQL or the Go template around a place, with its way back to the document. */
export type Fragment =
  | (FragmentBase & {
      readonly language: 'promql';
      readonly result: ParseResult;
      /** What a template language fills in, in offsets of the fragment. */
      readonly holes?: readonly Span[];
    })
  | (FragmentBase & { readonly language: 'gotemplate'; readonly result: TemplateResult });

/** What stands at a document offset: the rule file there, the place in it, and the fragment if the place is one. */
export interface Here {
  readonly slice?: RuleSlice;
  /** The offset in the slice's text. */
  readonly offset: number;
  readonly place?: Place;
  readonly fragment?: Fragment;
}

/** Finds the innermost language at `offset`. */
export function here(document: OpenDocument, offset: number): Here {
  const { analysis } = document;
  if (analysis?.promql) {
    const fragment: Fragment = {
      language: 'promql',
      result: analysis.promql,
      map: IDENTITY_MAP,
      encode: (edits) => [...edits],
    };
    return { offset, fragment };
  }
  const slice = analysis?.rulesAt(offset);
  if (!slice) return { offset };
  const inSlice = slice.map.toFragment(offset);
  const place = locate(slice.model, inSlice);
  return { slice, offset: inSlice, place, fragment: place && fragmentOf(slice, place) };
}

function fragmentOf(slice: RuleSlice, place: Place): Fragment | undefined {
  if (place.kind === 'expr') return promqlFragment(slice, place.expr, place.rule);
  if (place.kind !== 'template') return undefined;
  return templateFragment(slice, place.template, place.rule);
}

/** The fragment of a label's or annotation's template. */
export function templateFragment(
  slice: RuleSlice,
  template: TemplateModel,
  rule?: RuleModel,
): Fragment & { language: 'gotemplate' } {
  return { language: 'gotemplate', result: template.result(), ...placed(slice, template.region()), rule };
}

/** The fragment of a rule's expression. */
export function promqlFragment(
  slice: RuleSlice,
  expr: ExprModel,
  rule?: RuleModel,
): Fragment & { language: 'promql' } {
  const region = expr.region();
  return { language: 'promql', result: expr.result(), holes: region.holes, ...placed(slice, region), rule };
}

function placed(slice: RuleSlice, region: Region): Pick<FragmentBase, 'map' | 'encode'> {
  return {
    map: composeMaps(region.map, slice.map),
    encode: (edits) => {
      const inSlice = region.encode(edits);
      return Array.isArray(inSlice) ? slice.encode(inSlice) : inSlice;
    },
  };
}
