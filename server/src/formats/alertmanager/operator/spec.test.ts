import { describe, expect, it } from 'vitest';
import type { FieldType, StructInfo } from '../../structure/types';
import type { OperatorApi } from './api';
import { operatorSpecs } from './spec';

/** Every struct below `root`, itself included. */
function structs(root: StructInfo): Set<StructInfo> {
  const all = new Set([root]);
  const held = (type: FieldType): StructInfo[] => {
    if (type.kind === 'struct') return [type.struct()];
    if (type.kind === 'list') return held(type.of);
    return type.kind === 'map' ? held(type.values) : [];
  };
  for (const struct of all)
    for (const { type } of struct.fields) for (const inner of held(type)) all.add(inner);
  return all;
}

/** `slack_config.apiURL: struct`, of every field. */
function fieldsOf(api: OperatorApi): string[] {
  return [...structs(operatorSpecs[api])].flatMap(({ id, fields }) =>
    fields.map(({ name, type }) => `${id}.${name}: ${type.kind}`),
  );
}

describe.each(['v1alpha1', 'v1beta1'] as const)('the tables of %s', (api) => {
  const all = [...structs(operatorSpecs[api])];

  it('derive every field from one of Alertmanager', () => {
    const bad = all.flatMap(({ id, fields }) =>
      fields
        .filter(({ name, summary }) => summary === '' || name.includes('_'))
        .map(({ name }) => `${id}.${name}`),
    );
    expect(bad).toEqual([]);
  });

  it('name no field in Alertmanager’s spelling where the operator has its own', () => {
    const names = new Set(all.flatMap(({ fields }) => fields.map(({ name }) => name)));
    const camel = (name: string): string =>
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const bad = all.flatMap(({ id, fields }) =>
      fields.flatMap(({ name, details = '', example = '', snippet = '' }) =>
        Array.from(`${details} ${example} ${snippet}`.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g), ([word]) => word)
          .filter((word) => names.has(camel(word)))
          .map((word) => `${id}.${name}: ${word}`),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('have unique ids and fields', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { fields } of all) expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });
});

it('differ between the versions in a few fields', () => {
  const [alpha, beta] = [fieldsOf('v1alpha1'), fieldsOf('v1beta1')];
  expect(alpha.filter((field) => !beta.includes(field))).toEqual([
    'config.muteTimeIntervals: list',
    'matcher.regex: bool',
    'opsgenie_config.updateAlerts: bool',
  ]);
  expect(beta.filter((field) => !alpha.includes(field))).toEqual(['config.timeIntervals: list']);
});
