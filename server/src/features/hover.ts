import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { hoverPromql } from '../languages/promql/hover';
import { hoverTemplate } from '../languages/gotemplate/hover';
import { hoverField } from '../formats/rules/hover';
import type { HoverAnswer } from '../text/answers';
import { hostSpan, type OffsetMap } from '../text/region';
import { toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here, type Fragment } from './fragment';

/** What the innermost language says of the place. */
export function hover(context: FeatureContext, position: Position): Hover | undefined {
  const { document } = context;
  const offset = offsetOf(context, position);
  const { slice, place, fragment } = here(document, offset);
  if (fragment) {
    return toHover(context, hoverFragment(context, fragment, fragment.map.toFragment(offset)), fragment.map);
  }
  return slice && place ? toHover(context, hoverField(place), slice.map) : undefined;
}

function hoverFragment(context: FeatureContext, fragment: Fragment, at: number): HoverAnswer | undefined {
  const { knowledge, dialect } = context;
  return fragment.language === 'promql'
    ? hoverPromql(fragment.result, at, { knowledge, dialect })
    : hoverTemplate(fragment.result, at);
}

function toHover(
  { document }: FeatureContext,
  answer: HoverAnswer | undefined,
  map: OffsetMap,
): Hover | undefined {
  if (!answer) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: answer.markdown },
    range: toRange(document.lines, hostSpan(map, answer.span)),
  };
}
