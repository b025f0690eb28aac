import type { InlayAnswer } from '../../text/answers';
import type { Expr, ParseResult } from './ast';
import { constantOf } from './constants';
import { formatFloat } from './format-literals';
import type { ResultLabels } from './label-sets';
import { allResultLabels } from './result-labels';
import { children } from './tree';
import { durationInWords } from './words';

/**
 * Hints to show inside an expression, in order of place: after an aggregation the labels of its result, after
 * a duration of several units or a computed one its sum in seconds.
 */
export function inlayHints({ text, expr }: ParseResult): InlayAnswer[] {
  if (!expr) return [];
  const labels = allResultLabels(expr);
  const hints: InlayAnswer[] = [];
  const nodes: Expr[] = [expr];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const hint = node.kind === 'aggregate' ? labelsHint(node, labels.get(node)) : sumHint(node, text);
    if (hint) hints.push(hint);
    // The parts of a computed duration are not hinted at one by one.
    if (!(hint && node.kind === 'duration')) for (const child of children(node)) nodes.push(child);
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

function labelsHint({ span }: Expr, labels: ResultLabels | undefined): InlayAnswer | undefined {
  if (labels?.kind === 'only') {
    const names = labels.name ? ['__name__', ...labels.labels] : labels.labels;
    const tooltip =
      names.length > 0
        ? 'The only labels that the result can have.'
        : 'The result has no labels: it is one value.';
    return { offset: span.to, label: `{${names.join(', ')}}`, tooltip };
  }
  if (labels?.kind !== 'allBut' || labels.dropped.length === 0) return undefined;
  const names = labels.dropped.join(', ');
  return { offset: span.to, label: `{all but ${names}}`, tooltip: `The result has no label ${names}.` };
}

function sumHint(node: Expr, text: string): InlayAnswer | undefined {
  const { from, to } = node.span;
  const isSum =
    node.kind === 'duration' ||
    (node.kind === 'number' && node.duration && /\d[a-z]+\d/i.test(text.slice(from, to)));
  const seconds = isSum ? constantOf(node) : undefined;
  if (seconds === undefined || !Number.isFinite(seconds)) return undefined;
  return { offset: to, label: `= ${formatFloat(seconds)}s`, tooltip: durationInWords(seconds) };
}
