import type { HoverAnswer } from '../../text/answers';
import type { Matcher, MatrixSelector, SubqueryExpr, VectorSelector, Word } from './ast';
import { inlineCode, metricDoc } from './docs';
import { durationWords, rangeWords, timeWords } from './explain-parts';
import { answer, hoverKeyword, labelDoc, RULE, type HoverRequest } from './hover-request';
import { findWithDerived } from './metrics';
import { regexInWords } from './regex-words';
import { resultDoc } from './result-words';

/** Metrics, matchers, ranges and the modifiers of a selector. */
export function hoverSelector(
  node: VectorSelector | MatrixSelector | SubqueryExpr,
  request: HoverRequest,
): HoverAnswer | undefined {
  if (node.kind === 'selector') return hoverVectorSelector(node, request);
  if (!request.isAt(node.brackets)) return node.kind === 'subquery' ? hoverTimes(node, request) : undefined;
  const step = node.kind === 'subquery' && node.step ? `, taken every ${durationWords(node.step)}` : '';
  const when = node.kind === 'subquery' ? node : node.selector.kind === 'selector' ? node.selector : {};
  const what = node.kind === 'subquery' ? 'Values of the expression' : 'Samples';
  return answer(
    node.brackets,
    `${what} ${rangeWords(node.range, when)}${step}.`,
    resultDoc(node, request.knowledge),
  );
}

function hoverVectorSelector(node: VectorSelector, request: HoverRequest): HoverAnswer | undefined {
  const { name, matchers, braces } = node;
  const { isAt, knowledge } = request;
  if (name && isAt(name.span)) return hoverMetric(name, node, request);
  const matcher = matchers.find(({ span }) => isAt(span));
  if (matcher) return hoverMatcher(matcher, node, request);
  return (
    hoverTimes(node, request) ??
    (braces && isAt(braces) ? answer(node.span, resultDoc(node, knowledge)) : undefined)
  );
}

function hoverMetric(name: Word, node: VectorSelector, request: HoverRequest): HoverAnswer {
  const reading = node.matchers.length > 0 ? [RULE, resultDoc(node, request.knowledge)] : [];
  return answer(name.span, metricOf(name.text, request), ...reading);
}

/** What is known of a metric; of an unknown one what its name tells. */
function metricOf(name: string, { knowledge }: HoverRequest): string {
  const metric = findWithDerived(name, (wanted) => knowledge.metric(wanted));
  if (metric && (metric.type !== 'unknown' || metric.help)) return metricDoc(metric);
  const guess = guessByName(name);
  return [
    `**${inlineCode(name)}** · metric`,
    guess && `By its name ${guess}.`,
    metric ? `From: ${metric.origin}` : 'Nothing more is known of it.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** https://prometheus.io/docs/practices/naming/ and https://prometheus.io/docs/practices/rules/ */
function guessByName(name: string): string | undefined {
  if (name.includes(':')) return 'a recording rule';
  if (name.endsWith('_total')) return 'a counter';
  if (name.endsWith('_bucket')) return 'the buckets of a histogram';
  if (/_(?:sum|count)$/.test(name)) return 'part of a histogram or summary';
  return name.endsWith('_info') ? 'an info metric, always 1' : undefined;
}

function hoverMatcher(matcher: Matcher, { name }: VectorSelector, request: HoverRequest): HoverAnswer {
  const { label, op, value, span } = matcher;
  const says = matcherInWords(matcher);
  if (label.text === '__name__') {
    const metric = op === '=' && value && !value.holed ? metricOf(value.value, request) : undefined;
    return answer(span, metric ?? '**`__name__`** · the name of the metric', says);
  }
  return answer(span, labelDoc(label.text, name ? [name.text] : [], request), says);
}

function matcherInWords({ label, op, value }: Matcher): string | undefined {
  if (!value || value.holed) return undefined;
  const name = inlineCode(label.text);
  const isNegative = op === '!=' || op === '!~';
  const verb = isNegative ? 'is not' : 'is';
  if (op === '=' || op === '!=') {
    if (value.value === '') return `Series ${isNegative ? 'with' : 'without'} the label ${name}.`;
    return `Series whose ${name} ${verb} ${inlineCode(value.value)}${isNegative ? ', or that lack it' : ''}.`;
  }
  const words = regexInWords(value.value);
  return words === undefined
    ? `Series whose whole ${name} ${isNegative ? 'does not match' : 'matches'} ${inlineCode(value.value)} (RE2).`
    : `Series whose ${name} ${verb} ${words}.`;
}

function hoverTimes(node: VectorSelector | SubqueryExpr, request: HoverRequest): HoverAnswer | undefined {
  const { offset, at } = node;
  const moment = `Read as of ${timeWords(node)}.`;
  if (offset && request.isAt(offset.keyword.span)) return hoverKeyword(offset.keyword, request, moment);
  if (at && request.isAt(at.span)) return hoverKeyword({ text: '@', span: at.span }, request, moment);
  if (node.kind === 'subquery') return undefined;
  const extended = [node.anchored, node.smoothed].find((word) => request.isAt(word?.span));
  return extended && hoverKeyword(extended, request);
}
