import type { FieldInfo, FieldType } from './field-info';

const typeWords: Record<FieldType, string> = {
  groups: 'list of groups',
  rules: 'list of rules',
  string: 'text',
  'metric-name': 'metric name',
  promql: 'PromQL expression',
  duration: 'duration',
  integer: 'whole number',
  labels: 'label names and values',
  annotations: 'names and text',
};

/** The type of a field in words, for lists: `duration, alerting rules only`. */
export function fieldDetail({ type, only }: FieldInfo): string {
  const whose = only && `, ${only === 'alert' ? 'alerting' : 'recording'} rules only`;
  return `${typeWords[type]}${whose ?? ''}`;
}

/** Documentation of a field as Markdown, without its name. */
export function fieldDocs(field: FieldInfo): string {
  const { summary, details, example, link, since } = field;
  const parts = [summary];
  if (details) parts.push(details);
  const facts = field.required ? ['Required.'] : [];
  if (field.default) facts.push(`Default: ${field.default}.`);
  if (since[0] > 2 || since[1] > 0) facts.push(`Since Prometheus ${since.join('.')}.`);
  if (facts.length > 0) parts.push(facts.join(' '));
  parts.push(`\`\`\`yaml\n${example}\n\`\`\``, `[Prometheus documentation](${link})`);
  return parts.join('\n\n');
}
