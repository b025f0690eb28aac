import { yamlText } from '../structure/yaml-text';

/** A rule that isn't written yet. */
export interface NewRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * The rule as an item of a group's rules, with a line break behind its last line.
 * @param indent of the dash, in columns
 */
export function ruleText(rule: NewRule, indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const lines = [`${' '.repeat(indent)}- ${rule.kind}: ${yamlText(rule.name)}`];
  lines.push(`${inner}expr: ${exprScalar(rule.expr, indent + 4)}`);
  if (rule.for !== undefined) lines.push(`${inner}for: ${rule.for}`);
  for (const key of ['labels', 'annotations'] as const) {
    const entries = Object.entries(rule[key] ?? {});
    if (entries.length === 0) continue;
    lines.push(`${inner}${key}:`, ...entries.map(([name, text]) => `${inner}  ${name}: ${yamlText(text)}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** A group of the rules, as an item of a file's groups. */
export function groupText(name: string, rules: readonly NewRule[], indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const items = rules.map((rule) => ruleText(rule, indent + 4)).join('');
  return `${' '.repeat(indent)}- name: ${yamlText(name)}\n${inner}rules:\n${items}`;
}

/** Without quotes where YAML allows it, as expressions are full of them. */
function exprScalar(expr: string, indent: number): string {
  const isPlain =
    /^[\w(:]/.test(expr) && !/[\n\r]|: |:$| #|^(?:true|false|null|yes|no|on|off|y|n|\d.*)$/i.test(expr);
  if (isPlain) return expr;
  const lines = expr.split(/\r?\n/).map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  // A first line that begins with blanks would set the indentation of the block.
  return /^\s/.test(expr) ? JSON.stringify(expr) : `|-\n${lines.join('\n')}`;
}
