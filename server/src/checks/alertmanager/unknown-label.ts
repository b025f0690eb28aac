import { matches } from '../../languages/matchers/regex';
import type { AlertmanagerCheck } from './check';
import { matcherLists } from './walk';

/** A matcher asks for a label that no alert rule of the workspace gives. */
export const unknownLabel: AlertmanagerCheck = {
  code: 'alertmanager/unknown-label',
  severity: 'information',
  title: 'Matcher on a label that no alert has',
  explanation:
    'No alert rule of the workspace gives its alerts this label, so the matcher is never fulfilled. Often it is ' +
    'misspelt. External labels of Prometheus, and alerts from elsewhere, are not known here.',
  scope: 'file',
  *run(model, { labelNames }) {
    if (!labelNames) return;
    for (const { matchers } of matcherLists(model)) {
      for (const { matcher, span } of matchers) {
        const { name } = matcher;
        if (name === 'alertname' || labelNames.has(name) || matches(matcher, '')) continue;
        yield { span, message: `no alert rule of the workspace sets the label "${name}"` };
      }
    }
  },
};
