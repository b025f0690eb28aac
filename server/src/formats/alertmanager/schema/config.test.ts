import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../languages/yaml/parse';
import { decodeStruct } from '../../structure/decode';
import type { FieldType, StructInfo } from '../../structure/types';
import { SETTINGS } from '../testing';
import { alertmanagerConfig } from './config';

const structs = new Set<StructInfo>([alertmanagerConfig]);
for (const { fields } of structs) {
  for (const { type } of fields) {
    const inner = structIn(type);
    if (inner) structs.add(inner);
  }
}

function structIn(type: FieldType): StructInfo | undefined {
  if (type.kind === 'struct') return type.struct();
  if (type.kind === 'list') return structIn(type.of);
  return type.kind === 'map' ? structIn(type.values) : undefined;
}

const all = Array.from(structs, (info) => [info.id, info] as const);
const fields = all.flatMap(([id, info]) =>
  info.fields.map((field) => [`${id}.${field.name}`, field, info] as const),
);

describe('the tables', () => {
  it('name each struct once', () => {
    expect(new Set(all.map(([id]) => id)).size).toBe(all.length);
    expect(fields.length).toBeGreaterThan(350);
  });

  it.each(all)('%s has a title with its article and a link', (_, { title, link }) => {
    expect(title).toMatch(/^(?:(?:an?|the) |properties of )/);
    expect(link).toMatch(/^https:\/\/prometheus\.io\/docs\/alerting\/latest\/configuration\/#[\w-]+$/);
  });

  it.each(fields)('%s is described', (_, field, { fields: siblings }) => {
    expect(field.name).toMatch(/^[a-z][a-z0-9_]*$/i);
    expect(field.summary).toMatch(/^[A-Z`].*[.…]$/);
    const { deprecated, secret } = field;
    const names = siblings.map(({ name }) => name);
    if (deprecated?.use) expect(names).toContain(deprecated.use);
    if (secret?.file) expect(names).toContain(secret.file);
  });

  const examples = fields.filter(([, { example }]) => example !== undefined);
  it.each(examples)('%s has an example that decodes', (_, { name, example = '', type, since = [0, 27] }) => {
    const info: StructInfo = {
      id: 'x',
      title: 'an example',
      link: '',
      fields: [{ name, type, summary: '', since }],
    };
    const [document] = parseYaml(example, { dialect: 'v2' });
    const context = { ...SETTINGS, text: example, area: 'alertmanager', program: 'Alertmanager', root: info };
    const findings = document?.root ? decodeStruct(document.root, info, context).findings : ['no YAML'];
    expect(findings).toEqual([]);
  });
});
