import type { AlertKnowledge } from '../languages/matchers/complete';
import type { FeatureContext } from './context';

/** What the workspace's rules say of the labels of alerts. */
export function alertKnowledge({ workspace: { index, knowledge } }: FeatureContext): AlertKnowledge {
  return {
    labelNames: () => new Set(['alertname', 'severity', ...index.labelNames()]),
    labelValues: (label) => knowledge.labelValues(label),
  };
}
