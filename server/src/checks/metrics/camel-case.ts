import type { MetricCheck } from './check';
import { named, renamed } from './definitions';

const HUMP = /([a-z])([A-Z])/g;

/** promlint: "metric names should be written in 'snake_case' not 'camelCase'", and the same of labels. */
export const camelCase: MetricCheck = {
  code: 'metrics/camel-case',
  severity: 'information',
  title: 'Name in camelCase',
  explanation: 'Names of metrics and labels are written in snake_case: `status_code`.',
  *run(model) {
    for (const { metric } of named(model)) {
      const { name, nameSpan, labels = [] } = metric;
      if (isCamel(name)) {
        const plain = snake(name);
        yield { span: nameSpan, message: `write ${plain}, in snake_case`, fixes: renamed(metric, plain) };
      }
      for (const label of labels) {
        if (!label.span || !isCamel(label.name)) continue;
        yield { span: label.span, message: `write ${snake(label.name)}, in snake_case` };
      }
    }
  },
};

function isCamel(name: string): boolean {
  return /[a-z][A-Z]/.test(name);
}

function snake(name: string): string {
  return name.replace(HUMP, '$1_$2').toLowerCase();
}
