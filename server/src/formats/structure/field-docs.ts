import type { FieldInfo, FieldType, StructInfo } from './types';

/** The type of a field in words, for lists: `list of durations`. */
export function fieldDetail({ type, secret, required }: FieldInfo): string {
  return [typeInWords(type), secret && 'secret', required && 'required'].filter(Boolean).join(', ');
}

function typeInWords(type: FieldType): string {
  switch (type.kind) {
    case 'string':
      return (
        type.check?.title ??
        (type.closed && type.values ? type.values.map((v) => v.value).join(' | ') : 'text')
      );
    case 'bool':
      return 'true or false';
    case 'int':
      return 'whole number';
    case 'float':
      return 'number';
    case 'go-duration':
      return 'duration such as 10s';
    case 'list':
      return `list, each ${typeInWords(type.of)}`;
    case 'map':
      return 'names and values';
    case 'struct':
      return type.struct().title;
    case 'any':
      return 'any YAML';
  }
}

/**
 * Documentation of a field as Markdown, without its name.
 * @param program whose versions `since` and the like are of
 */
export function fieldDocs(field: FieldInfo, of: StructInfo, program: string): string {
  const parts = [field.summary];
  const { deprecated, details, example } = field;
  if (deprecated)
    parts.unshift(`**Deprecated since ${program} ${deprecated.since.join('.')}.** ${deprecated.note}`);
  if (details) parts.push(details);
  const facts = factsOf(field, of, program);
  if (facts.length > 0) parts.push(facts.join(' '));
  if (example) parts.push(`\`\`\`yaml\n${example}\n\`\`\``);
  parts.push(`[${program} documentation](${field.link ?? of.link})`);
  return parts.join('\n\n');
}

function factsOf(field: FieldInfo, { rules = [] }: StructInfo, program: string): string[] {
  const { name, secret, since, removed, templated } = field;
  const facts = field.required ? ['Required.'] : [];
  if (field.default) facts.push(`Default: ${field.default}.`);
  if (templated) facts.push('A Go template, executed when a notification is sent.');
  if (secret) facts.push(secret.file ? `A secret: \`${secret.file}\` takes it from a file.` : 'A secret.');
  for (const rule of rules) {
    if (rule.kind !== 'exclusive' || !rule.fields.includes(name)) continue;
    const others = rule.fields.filter((other) => other !== name).map((other) => `\`${other}\``);
    facts.push(`Not together with ${others.join(', ')}.`);
  }
  if (since) facts.push(`Since ${program} ${since.join('.')}.`);
  if (removed) facts.push(`Removed in ${program} ${removed.join('.')}.`);
  return facts;
}
