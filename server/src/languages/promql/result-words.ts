import type { Expr } from './ast';
import { escapeMarkdown, typeWords } from './docs';
import { explain } from './explain';
import { listed } from './explain-parts';
import type { ResultLabels } from './label-sets';
import type { MetricKnowledge } from './knowledge';
import { resultLabels } from './result-labels';
import { typeOf } from './tree';

/** What an expression says, the type of its value and the labels that its series can have, as Markdown. */
export function resultDoc(expr: Expr, knowledge: MetricKnowledge): string {
  const type = typeOf(expr);
  const labels = labelWords(resultLabels(expr));
  const result = type === 'unknown' ? '' : `Result: ${typeWords(type)}${labels && `, ${labels}`}`;
  const reading = escapeMarkdown(explain(expr, knowledge));
  return [reading, result].filter((part) => part !== '').join('\n\n');
}

/** `with the labels a and b`; empty where there are no series or nothing is known. */
export function labelWords(labels: ResultLabels): string {
  switch (labels.kind) {
    case 'none':
    case 'unknown':
      return '';
    case 'only': {
      const names = labels.name
        ? ['the metric name', ...labels.labels.map(ticked)]
        : labels.labels.map(ticked);
      if (names.length === 0) return 'one series without labels';
      return `with ${labels.labels.length === 1 && !labels.name ? 'the label' : 'the labels'} ${listed(names)}`;
    }
    case 'allBut': {
      const missing = [...(labels.name ? [] : ['the metric name']), ...labels.dropped.map(ticked)];
      return missing.length === 0 ? 'with all labels' : `with all labels but ${listed(missing)}`;
    }
  }
}

function ticked(label: string): string {
  return `\`${label}\``;
}
