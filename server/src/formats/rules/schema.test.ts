import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { ruleCodes } from './codes';
import { decodeFile } from './decode';
import type { FieldInfo } from './field-info';
import { FILE_FIELDS, GROUP_FIELDS } from './fields-of-group';
import { RULE_FIELDS } from './fields-of-rule';
import { foreignFields } from './foreign-fields';
import { fieldsOf } from './schema';

const fields = [...FILE_FIELDS, ...GROUP_FIELDS, ...RULE_FIELDS];

/** The example of a field inside a file that has everything else that it needs. */
function fileWith({ level, name, only, example }: FieldInfo): string {
  const indented = (text: string, indent: number): string => text.replaceAll('\n', `\n${' '.repeat(indent)}`);
  if (level === 'file') return example;
  if (level === 'group')
    return `groups:\n  - ${name === 'name' ? '' : 'name: a\n    '}${indented(example, 4)}`;
  const kind = only === 'record' ? 'record: a' : 'alert: A';
  const isKind = name === 'alert' || name === 'record';
  const others = [...(isKind ? [] : [kind]), ...(name === 'expr' ? [] : ['expr: up'])];
  return `groups:\n  - name: a\n    rules:\n      - ${indented([...others, example].join('\n'), 8)}`;
}

describe('fields', () => {
  it.each(fields.map((field) => [`${field.level}.${field.name}`, field] as const))(
    'has an example of %s that Prometheus accepts',
    (_, field) => {
      const text = fileWith(field);
      const dialect = { version: [3, 14], features: new Set<string>() } as const;
      const [document] = parseYaml(text);
      expect(document?.faults).toEqual([]);
      expect(decodeFile(document?.root, { text, dialect, nameValidation: 'utf8' }).findings).toEqual([]);
    },
  );

  it('names each field once a level, and no foreign one', () => {
    expect(fields).toHaveLength(fieldsOf('file').size + fieldsOf('group').size + fieldsOf('rule').size);
    for (const { level, name } of foreignFields) expect(fieldsOf(level).has(name)).toBe(false);
  });

  it.each(fields.map(({ level, name, snippet }) => [`${level}.${name}`, name, snippet]))(
    'has a snippet of %s that starts with its key and ends at a place to write',
    (_, name, snippet) => {
      expect(snippet.startsWith(`${name}:`)).toBe(true);
      expect(snippet).toMatch(/\$0|\$\{1:/);
    },
  );
});

describe('ruleCodes', () => {
  it.each(Object.entries(ruleCodes))('%s has a title and an explanation', (code, { title, explanation }) => {
    expect(code).toMatch(/^rules\/[a-z-]+$/);
    expect(title).not.toMatch(/\.$/);
    expect(explanation).toMatch(/\.$/);
  });
});
