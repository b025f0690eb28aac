import type { HoverAnswer } from '../../text/answers';
import type { DurationExpr, NumberLiteral, StringLiteral } from './ast';
import { constantOf } from './constants';
import { inlineCode } from './docs';
import { cut } from './explain-parts';
import { formatFloat } from './format-literals';
import { answer, hoverKeyword, type HoverRequest } from './hover-request';
import { durationInWords, numberInWords } from './words';

/** Numbers, durations and strings in words. */
export function hoverLiteral(
  node: NumberLiteral | StringLiteral | DurationExpr,
  request: HoverRequest,
): HoverAnswer | undefined {
  switch (node.kind) {
    case 'number': {
      const { value, duration, span } = node;
      if (duration) return answer(span, `**${durationInWords(value)}** · ${formatFloat(value)} seconds`);
      const words = numberInWords(value);
      return answer(span, `**${formatFloat(value)}**${words && ` · ${words}`}`);
    }
    case 'string':
      return node.holed ? undefined : answer(node.span, `String ${inlineCode(cut(node.value, 400))}`);
    case 'duration':
      return hoverDuration(node, request);
  }
}

function hoverDuration(node: DurationExpr, request: HoverRequest): HoverAnswer | undefined {
  const seconds = constantOf(node);
  const words =
    seconds === undefined ? [] : [`**${durationInWords(seconds)}** · ${formatFloat(seconds)} seconds`];
  const { op } = node;
  if (/^\w/.test(op.text) && request.isAt(op.span)) {
    return hoverKeyword({ text: `${op.text}()`, span: op.span }, request, ...words);
  }
  return words.length > 0 ? answer(node.span, ...words) : undefined;
}
