import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { hoverPromql } from '../languages/promql/hover';
import { hoverTemplate } from '../languages/gotemplate/hover';
import { hoverMatchers } from '../languages/matchers/hover';
import { hoverField } from '../formats/rules/hover';
import { IDENTITY_MAP } from '../formats/rules/slice';
import type { HoverAnswer } from '../text/answers';
import { hostSpan, type OffsetMap } from '../text/region';
import { toRange } from './convert';
import { hoverConfig } from './config-hover';
import { offsetOf, type FeatureContext } from './context';
import { here, type Fragment } from './fragment';
import { hoverMore, hoverName } from './metric-hover';
import { templatesFor } from './template-context';

/** What the innermost language says of the place, and of a metric what the workspace makes of it. */
export async function hover(context: FeatureContext, position: Position): Promise<Hover | undefined> {
  const { document } = context;
  const offset = offsetOf(context, position);
  const at = here(document, offset);
  const { slice, config, place, fragment } = at;
  if (fragment) {
    const answer = hoverFragment(context, fragment, fragment.map.toFragment(offset));
    const more = answer && fragment.language === 'promql' ? await hoverMore(context, offset) : undefined;
    const whole =
      answer && more !== undefined ? { ...answer, markdown: `${answer.markdown}\n\n${more}` } : answer;
    return toHover(context, whole, fragment.map);
  }
  if (config) return toHover(context, hoverConfig(context, at, Date.now()), config.map);
  const field = slice && place ? hoverField(place) : undefined;
  if (slice && field) return toHover(context, field, slice.map);
  return toHover(context, await hoverName(context, offset), IDENTITY_MAP);
}

function hoverFragment(context: FeatureContext, fragment: Fragment, at: number): HoverAnswer | undefined {
  const { knowledge, dialect } = context;
  switch (fragment.language) {
    case 'promql':
      return hoverPromql(fragment.result, at, { knowledge, dialect });
    case 'gotemplate':
      return hoverTemplate(fragment.result, at, templatesFor(context, fragment.result.dialect));
    case 'matchers':
      return hoverMatchers(fragment.result, at);
  }
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
